"""The organisation behind a position: a body, a place or a capitalised name, with the units above it."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from extractor.facts.roles.vocabulary import GAP, vocabulary
from extractor.facts.scene.level_words import village_words
from extractor.reading.names.foreign import strange
from extractor.reading.spans import Body, Reading
from extractor.vietnamese.gazetteer import gazetteer, name_key
from extractor.vietnamese.lexicon import word_pattern
from extractor.vietnamese.phrases import BLANK, CAPITAL, settle

AT = re.compile(r"(?:ở|tại|của|thuộc)[ ]")
_OF = re.compile(r"(?:(?:ở|tại|của|thuộc)[ ])?(?:một[ ])?")
_TIES = ("của ", "tại ", "thuộc ")
_BLANK = re.compile(BLANK + "|")
PARENT = re.compile(rf"{GAP}(?:,|-|–|\bthuộc|\bcủa){GAP}")
_NAME_WORD = re.compile(r"[ \u00a0]?(?:số[ ])?([^\W\d_]+(?:['’][^\W\d_]+)*|\d+[A-Za-z]?)(?![\w%])")
_LONGEST_PROVINCE = 20
_LEVEL = 12  # characters of a level word, at most
_CAPITAL = re.compile(rf"[ ]?({CAPITAL}\w*(?:[&-]\w+)*)")
_SMALL_WORDS = re.compile(rf"(?:[ ](?!{CAPITAL}|và[ ])[^\W\d_]+){{1,2}}[ ]?")
_SMALL_WORD = re.compile(rf"[ ](?!{CAPITAL})[^\W\d_]+")
_FIELD_JOINT = re.compile(rf"(?:[ ]?[,&–-]|[ ]và)[ ]?(?={CAPITAL})")
_QUOTED = re.compile(r"[“\"]([^“”\"\n]{4,80})[”\"]")
PLACE_BRACKET = re.compile(r"[ ]?\(([^()\n]{3,60})\)")


@dataclass(frozen=True, slots=True)
class Organizations:
    """Reads organisations in one article. Build it once with `Organizations.of`.

    `names` are the offsets where people's names begin, `places` maps starts to ends, `halves` are the blanks within
    words. Methods take the offset where an organisation may begin and the `limit` that it may not pass.
    """

    text: str
    settled: str
    bodies: dict[int, Body]
    starts: list[int]
    names: frozenset[int]
    places: dict[int, int]
    halves: frozenset[int]

    @classmethod
    def of(cls, reading: Reading) -> "Organizations":
        """The organisations of one article."""
        bodies = {body.start: body for body in reading.bodies}
        names = frozenset(offset for p in reading.people for offset in (p.start, p.name_start))
        places = {place.start: place.end for place in reading.places}
        words = (token for token in reading.doc if not token.text.isspace())
        within = (range(token.idx + 1, token.idx + len(token.text)) for token in words)
        # A segmenter may join a body and the name behind it: `Tổng giám đốc |WHO John| Mauson`.
        blanks = (at for inner in within for at in inner if reading.text[at].isspace())
        halves = frozenset(at for at in blanks if at + 1 not in names)
        return cls(reading.text, settle(reading.text), bodies, sorted(bodies), names, places, halves)

    def plain(self, start: int, end: int) -> str:
        """The text between the offsets, its blanks single."""
        return " ".join(self.text[start:end].split())

    def skip(self, at: int) -> int:
        """The offset behind the blanks at `at`."""
        match = _BLANK.match(self.text, at)
        return match.end() if match else at

    def body(self, at: int, end: int, limit: int, *, named: bool = True) -> tuple[int, int, int] | None:
        """Where the position ends, its organisation starts and stops: `Phó Trưởng |Phòng Mẫu, Công an tỉnh|`.

        If `named`, capitalised words without an opening word are one too: `Chủ tịch |Bamboo Mẫu|`.
        """
        inner = at + self.text[at:end].rfind(" ") + 1
        if (before := self.text[at : inner - 1].rfind(" ") + 1) and at + before in self.bodies:
            # `Bí thư |Chi đoàn 11A|`
            inner = at + before
        following = self.skip(end)
        if vocabulary().suffix.search(self.settled[at:end]) or vocabulary().board.search(self.settled, at, end):
            # `Phó Bí thư |Thường trực| Tỉnh ủy`, `Chủ tịch |HĐQT| Mẫu Xanh`: these open no body.
            inner = at
        if (of := _OF.match(self.settled, following)) and (
            of.end() in self.bodies or (of.group() in _TIES and self._firm(of.end(), limit))
        ):
            following = of.end()
        for start, position_end in ((inner, inner - 1), (following, end)):
            body = self._body_at(start) if start == following or self._is_office(at, inner) else None
            if body and self.settled.startswith(self.settled[inner:end] + " ", following):
                # `Trưởng phòng |Phòng Mẫu|`
                position_end, start = end, following
            if body and body.end > end and start > at:
                stop = self.clipped(body) if body.rule == "area" else body.end
                return position_end, start, self._trimmed(self.parents(min(stop, limit), limit))
        if quoted := self._quoted(following, limit):
            return end, following + 1, quoted
        if society := vocabulary().society.match(self.settled, following):
            # `Chi hội trưởng |Phụ nữ thôn Đông|`
            stop = self.place(self.skip(society.end()), limit)
            return end, following, self.parents(max(society.end(), stop), limit)
        level = vocabulary().level.match(self.settled, following)
        if level and following > end and level.end() <= limit and not self._half(level.end()):
            if (crew := vocabulary().crew.match(self.settled, following)) and crew.end() <= limit:
                # `tổ trưởng |tổ tự quản|`: a body without a name of its own.
                return end, following, self.parents(crew.end(), limit)
            return end, following, self.parents(self.place(following, limit), limit)
        told = following > self.skip(end) and following not in self.places
        stop = self.capitals(following, limit) if following > end and (named or told) else following
        if (posted := vocabulary().posted.match(self.settled, following)) and posted.end() <= limit:
            # `Đại sứ |Hàn Quốc tại Việt Nam|`
            stop = max(stop, posted.end())
        return (end, following, stop) if stop > following else None

    def _half(self, end: int) -> bool:
        """Whether a level word ends within a word: `giáo sư |xã| hội học` names no commune, `Bộ trưởng |TT|&TT` no
        town."""
        return self.text.startswith("&", end) or (end in self.halves and self.text[end + 1].islower())

    def _quoted(self, at: int, limit: int) -> int:
        """The end of a name in quotation marks that opens like a body: `tổ trưởng “|Tổ cầu Mẫu|”`; 0 if none."""
        quoted = _QUOTED.match(self.text, at)
        if quoted is None or quoted.end() > limit or not vocabulary().opening.match(self.settled, at + 1):
            return 0
        return quoted.end(1)

    def within(self, at: int, end: int) -> tuple[int, int, int] | None:
        """The body that ends a position's own words: `Phó Thủ tướng Thường trực |Chính phủ|`."""
        start = next((start for start in range(at + 1, end) if start in self.bodies), end)
        if not start < end <= self.bodies[start].end:
            return None
        return self._trimmed(start), start, self.of_country(end, "none")  # `Chủ tịch |Quốc hội Lào|`

    def country(self, end: int, limit: int) -> tuple[int, int, int] | None:
        """`Thủ tướng |Nhật Bản|`."""
        start = self.skip(end)
        host = word_pattern("positions", "host").match(self.settled, start)
        stop = host.end() if host else self.capitals(start, limit)
        return (end, start, stop) if stop > start > end else None

    def land(self, before: int) -> str | None:
        """The country last told before an offset: `thăm |Mẫu Quốc| … Thủ tướng nước này`."""
        found = (match.span("name") for match in vocabulary().country.finditer(self.settled, 0, before))
        told = [span for span in found if self.text[span[0]].isupper()]
        return self.plain(*told[-1]) if told else None

    def _firm(self, at: int, limit: int) -> bool:
        """Whether a capitalised name begins that is neither a place nor a country: `tại |Mẫu Xanh|`."""
        level = vocabulary().level.match(self.settled, at)
        place = at in self.places or (level and level.end() not in self.halves)  # `Tổ chức Mẫu` names no tổ
        return not place and not vocabulary().team.match(self.settled, at) and self.capitals(at, limit) > at

    def team(self, end: int, limit: int) -> tuple[int, int, int] | None:
        """`tiền đạo |đội Suối Mẫu|`, `HLV |Việt Nam|`, `thủ môn của |Mẫu Xanh|`."""
        side = vocabulary().side.match(self.settled, end)
        if side is None or side.end() >= limit:
            return None
        start, at = side.start("name") + 1 if side["name"] else side.end(), side.end()
        known = vocabulary().team.match(self.settled, at)
        stop = known.end() if known and self.text[at].isupper() else at
        if stop == at and side.group() != " ":
            stop = self.capitals(at, limit)
        return (end, start, stop) if at < stop <= limit else None

    def of_country(self, end: int, takes: str) -> int:
        """The end of the country that an occupation names: `diễn viên| người Anh|`, or `end`.

        A player's country is a team, unless it is told as a home: `thủ môn| người Anh|`.
        """
        country = vocabulary().country.match(self.settled, end)
        named = country and country.start("name") in self.names  # `ca sĩ |Mỹ Tâm|`
        if country and (named or (takes == "player" and country.start("name") == end + 1)):
            return end
        return country.end() if country and self.text[country.start("name")].isupper() else end

    def ministry(self, end: int, limit: int) -> tuple[int, int, int] | None:
        """`Bộ trưởng |Giao thông & Vận tải|`, `Thứ trưởng |Văn hóa, Thể thao và Du lịch|`: fields without `Bộ`."""
        start = stop = self.skip(end)
        at = start
        while (word := _CAPITAL.match(self.text, at)) and word.end() <= limit and word.start(1) not in self.names:
            if vocabulary().office.match(self.settled, word.start(1)) or word.start(1) in self.bodies:
                break
            stop = word.end()
            while stop in self.halves and (rest := _SMALL_WORD.match(self.text, stop)):
                stop = rest.end()
            joint = _FIELD_JOINT.match(self.text, stop)
            at = joint.end() if joint else stop
        return (end, start, stop) if stop > start > end else None

    def owned(self, noun: int, end: int, limit: int) -> tuple[int, int, int] | None:
        """`chủ |tiệm vàng Kim Mẫu|`; what has no name of its own is no organisation: `chủ nhà trọ`."""
        stop = self.capitals(end, limit)
        return (end, self.skip(noun), stop) if stop > end > noun else None

    def kin(self, end: int) -> tuple[int, int, int] | None:
        """`Tộc trưởng |dòng họ Phan Mẫu|`: the capitalised words after the word for a clan."""
        kin = vocabulary().kin.match(self.text, end)
        return (end, kin.start(1), kin.end(1)) if kin else None

    def capitals(self, at: int, limit: int) -> int:
        """The end of a name without an opening word: `Chủ tịch |Bamboo Mẫu|`, `Bộ trưởng |Ngoại giao| Lê Mẫu`."""
        end = at
        while word := _CAPITAL.match(self.text, end):
            start = word.start(1)
            if word.end() > limit or start in self.names or vocabulary().office.match(self.settled, start):
                break
            end = self._worded(word.end(), limit)
        # Between an office and a name everything is the organisation.
        rest = self.text[end:limit] if end > at and limit in self.names and limit - at < 40 else ""
        small = rest and _SMALL_WORDS.fullmatch(rest)
        if small and not vocabulary().stop.search(self.settled, end, limit):
            return self._trimmed(limit)
        # `Phó Giám đốc |Nghiên| cứu`: half a word is no name; a foreign one is whole: `CEO |MauJobs| khuyên`.
        words = self.text[at:end].split()
        half = end in self.halves and not (words and strange(words[-1]))
        return at if half else end

    def _worded(self, end: int, limit: int) -> int:
        """The end of a capital's word, or of the name behind it: `Giám đốc |Sân khấu kịch Kim| Mẫu`."""
        further = end
        while further in self.halves and (rest := _SMALL_WORD.match(self.text, further)):
            further = rest.end()
        for small in (None, _SMALL_WORD.match(self.text, further)):
            stop = small.end() if small else further
            name = _CAPITAL.match(self.text, stop) if further > end else None
            if name and name.end() <= limit and name.start(1) not in self.names:
                return self._worded(name.end(), limit)
        return end

    def clipped(self, body: Body) -> int:
        """The body's end, before a person's name that was read as a part of it: `Bộ Mẫu| Lê Văn Mẫu`."""
        return self._trimmed(next((at for at in range(body.start + 1, body.end) if at in self.names), body.end))

    def _trimmed(self, end: int) -> int:
        """Without the dash or comma that stood before a name: `Đồn Biên phòng Mẫu Sơn| - |Trung tá …`."""
        while self.text[end - 1] in " ,-–—\u00a0":
            end -= 1
        return end

    def _is_office(self, at: int, end: int) -> bool:
        """Whether a position's words before its last one are a position too: `Phó Trưởng |phòng`, not `cán |bộ`."""
        plain = vocabulary().standing.sub("", " ".join(self.settled[at:end].split()), count=1)
        return vocabulary().takes.get(plain, "passing") != "passing"

    def _body_at(self, at: int) -> Body | None:
        """The body that starts at `at`, or runs through it: `Ủy viên Ban Thường vụ |Tỉnh ủy`."""
        index = bisect_right(self.starts, at) - 1
        if index < 0:
            return None
        body = self.bodies[self.starts[index]]
        if body.start == at:
            return body
        office = vocabulary().office.match(self.settled, at)
        opens = self.text[at].isupper() or vocabulary().crew.match(self.settled, at)
        inside = body.start < at < body.end and opens and not office
        return body if inside else None

    def place(self, start: int, limit: int) -> int:
        """The end of `thôn Suối Mẫu 2`: the level word with the capitalised words and numbers behind it."""
        level = vocabulary().level.match(self.settled, start)
        if level is None:
            return start
        end = level.end()
        if start in self.places and end < self.places[start] <= limit:
            return self.places[start]
        while word := _NAME_WORD.match(self.text, end):
            shown = word.group(1)
            office = vocabulary().office.match(self.settled, word.start(1))
            if word.end() > limit or not (shown[0].isupper() or shown[0].isdigit()) or office:
                break
            end = word.end()
        return end

    def is_place(self, at: int) -> bool:
        """A level word with a name or number behind it, or alone: `phường 5`, `xã`; not `khu nhà trọ`."""
        level = vocabulary().level.match(self.settled, at)
        if level is None:
            return False
        following = self.text[level.end() :].lstrip()[:1]
        return not following.islower()

    def _level_end(self, at: int) -> int:
        level = vocabulary().level.match(self.settled, at)
        return level.end() if level else at

    def parents(self, end: int, limit: int) -> int:
        """On to the units above: `Phòng PV01, |Công an tỉnh|`, `thôn Nam, |xã Mẫu|`, `Vụ Mẫu |(Bộ Mẫu)|`."""
        end = self._bracketed(end, limit)
        while join := PARENT.match(self.settled, end):
            at = join.end()
            if at >= limit or vocabulary().office.match(self.settled, at) or self._below(end, at):
                break
            body = self.bodies.get(at)
            place = self.places.get(at) or self._province(at, limit) or self.place(at, limit)
            stop = self.clipped(body) if body else place
            if stop <= at or stop > limit or (not body and stop == self._level_end(at)):
                break
            if body and self._beside(end, stop):
                break
            end = stop
        return end

    def _beside(self, end: int, stop: int) -> bool:
        """Whether two bodies are of one place, none above the other: `HĐND |tỉnh Mẫu|, Đảng bộ |tỉnh Mẫu|`."""
        place = next((start for start, over in self.places.items() if over == end), end)
        return place < end and self.text.endswith(self.text[place:end], 0, stop)

    def _below(self, end: int, at: int) -> bool:
        """Whether a village follows a commune, which is not above it: `Đảng ủy |xã|, |thôn Hạ| là …`."""
        last = [level.group() for level in vocabulary().level.finditer(self.settled, end - _LEVEL, end)][-1:]
        next_level = vocabulary().level.match(self.settled, at)
        bare = bool(last) and self.settled.endswith(last[0], 0, end) and last[0] not in village_words()
        return bare and next_level is not None and next_level.group() in village_words()

    def _province(self, at: int, limit: int) -> int:
        """The end of a bare province before a name: `TP Đông, |Quảng Ninh| Lê Văn Mẫu`; 0 if there is none."""
        name = self.text[at : min(limit, at + _LONGEST_PROVINCE)].rstrip()
        found = limit in self.names and any(u.level == "province" for u in gazetteer().named(name_key(name)))
        return at + len(name) if found else 0

    def _bracketed(self, end: int, limit: int) -> int:
        """The end of a bracket that holds the body or place above and nothing else."""
        bracket = PLACE_BRACKET.match(self.text, end)
        if bracket is None or bracket.end() > limit:
            return end
        start, stop = bracket.span(1)
        body, before = self.bodies.get(start), bisect_left(self.starts, end) - 1
        if body and before >= 0 and body.head in self.settled[self.starts[before] : end].split():
            # `Sở Thông tin và Truyền thông |(Sở TT&TT)|`
            return end
        place = self.places.get(start, 0)
        while self.settled.startswith(", ", place) and place + 2 in self.places:
            place = self.places[place + 2]  # `(huyện Mẫu, tỉnh Mẫu)`
        return bracket.end() if stop in (self.parents(body.end, limit) if body else -1, place) else end
