"""Positions as they are written beside a name: `Phó Bí thư Đảng ủy, Chủ tịch UBND xã Suối Mẫu`."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from extractor.facts.roles.vocabulary import GAP, Takes, takes_of, vocabulary
from extractor.reading.spans import Body, Reading
from extractor.vietnamese.gazetteer import gazetteer, name_key
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import BLANK, CAPITAL, settle

LONGEST_POSITION = 60
_BLANK = re.compile(BLANK + "|")
_PARENT = re.compile(rf"{GAP}(?:,|-|–|\bthuộc|\bcủa){GAP}")
_PLAIN_WORD = re.compile(r"[ ](?:[-–][ ])?([^\W\d_]+(?:-[^\W\d_]+)*)")
_NAME_WORD = re.compile(r"[ \u00a0]?(?:số[ ])?([^\W\d_]+(?:['’][^\W\d_]+)*|\d+[A-Za-z]?)(?![\w%])")
_LONGEST_PROVINCE = 20
_MARKS = ("", ",", ";", ".", ")", "-", "–")
_COMMA = re.compile(r",[ ]|[ ]\(")
_AND = re.compile(rf"{GAP}và[ ]")
_AT = re.compile(r"(?:ở|tại|của|thuộc)[ ]")
_CAPITAL = re.compile(rf"[ ]?({CAPITAL}\w*(?:[&-]\w+)*)")
_SMALL_WORDS = re.compile(rf"(?:[ ](?!{CAPITAL}|và[ ])[^\W\d_]+){{1,2}}[ ]?")
_PLACE_BRACKET = re.compile(r"[ ]?\(([^()\n]{3,60})\)")


@dataclass(frozen=True, slots=True)
class Post:
    """A position with its organisation; `start:end` covers both."""

    start: int
    end: int
    position: str
    organization: str | None
    takes: Takes


@dataclass(frozen=True, slots=True)
class Positions:
    """Reads positions from one article. Build it once with `Positions.of`."""

    text: str
    settled: str
    bodies: dict[int, Body]
    starts: list[int]
    names: frozenset[int]
    places: dict[int, int]
    halves: frozenset[int]

    @classmethod
    def of(cls, reading: Reading) -> "Positions":
        """The positions of one article."""
        bodies = {body.start: body for body in reading.bodies}
        names = frozenset(offset for p in reading.people for offset in (p.start, p.name_start))
        places = {place.start: place.end for place in reading.places}
        within = (range(token.idx + 1, token.idx + len(token.text)) for token in reading.doc)
        halves = frozenset(at for inner in within for at in inner if reading.text[at].isspace())
        return cls(reading.text, settle(reading.text), bodies, sorted(bodies), names, places, halves)

    def offices(self) -> list[int]:
        """The offsets where a position's words begin."""
        return [match.start() for match in vocabulary().office.finditer(self.settled)]

    def chain(self, at: int, limit: int, *, coordinated: bool = False) -> list[Post]:
        """The posts that follow each other from `at` on, none reaching beyond `limit`.

        If `coordinated`, `và` too leads to another post: `Name, Giám đốc A và |Chủ tịch B|`, not before a name.
        """
        posts: list[Post] = []
        coupled = False
        while post := self._post(at, limit):
            if coupled and (post.organization is None or self._names_another(post)):
                break
            if posts and post.takes in ("staff", "occupation", "member") and posts[-1].takes != post.takes:
                break
            posts.append(post)
            between = vocabulary().between.match(self.settled, post.end)
            coupled = coordinated and between is None
            if coupled:
                between = _AND.match(self.settled, post.end)
            if between is None:
                break
            at = between.end()
        return self._shared(posts)

    def _names_another(self, post: Post) -> bool:
        """Whether a name stands in the post or right behind it: `và Chủ tịch Quỹ Mẫu |Vũ Thị Đoài|`."""
        return any(at in self.names for at in range(post.start, self._skip(post.end) + 1))

    def elided(self, post: Post) -> Post:
        """`Ban quản lý chợ có 5 thành viên, do ông … làm Trưởng ban`: the body that the post's last word names.

        The owner (`làm chủ`) takes the nearest body of the sentence.
        """
        if post.organization or post.takes not in ("body", "owner"):
            return post
        floor = sentence_start(self.text, post.start, 400, semicolons=False)
        noun = settle(post.position).split()[-1]
        for start in reversed(self.starts[bisect_left(self.starts, floor) : bisect_left(self.starts, post.start)]):
            body = self.bodies[start]
            if post.takes == "owner" or body.head.split()[0] == noun:
                return replace(post, organization=body.name)
        return post

    def of_paragraph(self, post: Post) -> Post:
        """`Tổ số 7, ấp Đông hiện có 42 hộ. … Ông …, |Tổ trưởng|, …`: the body of the paragraph that it heads."""
        if post.organization or post.takes != "body":
            return post
        floor = self.text.rfind("\n", 0, post.start) + 1
        noun = settle(post.position).split()[0]
        for start in reversed(self.starts[bisect_left(self.starts, floor) : bisect_left(self.starts, post.start)]):
            body = self.bodies[start]
            if body.head.split()[0] == noun and self.text[start].isupper() and " " in body.name:
                return replace(post, organization=self._plain(start, self._parents(body.end, post.start)))
        return post

    def after_home(self, end: int) -> int:
        """Where a position may begin behind a name and its place: `Ông Mẫu, ở thôn Hạ, |Đội trưởng …|`; or -1."""
        lead = vocabulary().living.match(self.settled, end)
        if lead is None or self.places.get(lead.end(), self._place(lead.end(), len(self.text))) <= lead.end():
            return -1
        stop = self._parents(self._place(lead.end(), len(self.text)), len(self.text))
        mark = _COMMA.match(self.settled, stop)
        return mark.end() if mark else -1

    def beside(self, post: Post, end: int) -> Post:
        """`già làng Rơ Lan Mẫu |(làng Suối Mẫu)|`: the place in the bracket behind the name."""
        bracket = _PLACE_BRACKET.match(self.text, end)
        if post.organization or post.takes not in ("unit", "elder") or bracket is None:
            return post
        start, stop = bracket.span(1)
        if not vocabulary().level.match(self.settled, start):
            return post
        return replace(post, organization=self._plain(start, stop))

    def _shared(self, posts: list[Post]) -> list[Post]:
        """Organisations that the next post tells: `Trưởng bản kiêm Bí thư Chi bộ bản Mẫu`, `Chủ tịch HĐQT kiêm
        Giám đốc Công ty Mẫu`."""
        filled = list(posts)
        for at, post in enumerate(posts[:-1]):
            told = posts[at + 1].organization
            if post.organization or not told or self.text[post.end : posts[at + 1].start].count(","):
                continue
            if post.takes == "unit":
                levels = list(vocabulary().level.finditer(settle(post.position)))
                level = levels[-1].group() if levels else ""
                where = settle(told).rfind(level + " ") if level else -1
                filled[at] = replace(post, organization=told[where:] if where >= 0 else None)
            elif post.takes == "body" and settle(told).startswith(word_forms("positions", "company")):
                filled[at] = replace(post, organization=told)
        return filled

    def _post(self, at: int, limit: int) -> Post | None:
        office = vocabulary().office.match(self.settled, at)
        if office is None or office.end() > limit:
            return None
        takes = takes_of(office.group())
        end = line = self._line(office)
        if takes in ("unit", "elder"):
            return self._unit(at, end, limit)
        if takes in ("owner", "staff", "occupation", "artist"):
            end = self._words(end, limit, takes)
        elif charge := vocabulary().charge.match(self.settled, end):
            end = self._words(charge.end(), limit, "body")
        body = None
        if takes == "owner":
            body = self._owned(office.end(), end, limit)
        elif takes == "none":
            body = self._country(end, limit)
        else:
            body = self._kin(end) if takes == "phrase" else self._body(at, end, limit)
        if body is None and (line > office.end() or takes == "body"):
            body = self._beyond_comma(end, limit)
        if body is None:
            # `hội viên` with nothing to be a member of is a word for people, no position.
            bare = takes == "member" or settle(self._plain(at, end)) in word_forms("positions", "headless")
            return Post(at, end, self._plain(at, end), None, "passing" if bare else takes)
        position_end, start, stop = body
        if stop <= start:
            return Post(at, end, self._plain(at, end), None, takes)
        occasion = vocabulary().occasion.match(self.settled, start)
        if occasion and not self.text[occasion.end() : stop].strip()[:1].isupper():
            takes = "passing"
        return Post(at, stop, self._plain(at, position_end), self._plain(start, stop), takes)

    def _line(self, office: re.Match[str]) -> int:
        """The end of an office with its line, if a body or a mark follows: `Giám đốc |Nhân sự| Tập đoàn Mẫu`."""
        lined = " ".join(office.group().split()).endswith(vocabulary().lined)
        line = vocabulary().line.match(self.settled, office.end()) if lined else None
        if line is None:
            return office.end()
        at = self._skip(line.end())
        ended = at in self.bodies or at in self.names or self.text[at : at + 1] in _MARKS
        return line.end() if ended else office.end()

    def _beyond_comma(self, end: int, limit: int) -> tuple[int, int, int] | None:
        """The body behind an office's line and a comma: `Trợ lý Chính trị, |Ban Chỉ huy Quân sự huyện|`."""
        comma = _PARENT.match(self.settled, end)
        body = self.bodies.get(comma.end()) if comma else None
        return (end, body.start, self._parents(body.end, limit)) if body and body.end <= limit else None

    def _plain(self, start: int, end: int) -> str:
        return " ".join(self.text[start:end].split())

    def _body(self, at: int, end: int, limit: int) -> tuple[int, int, int] | None:
        """Where the position ends, its organisation starts and stops: `Phó Trưởng |Phòng Mẫu, Công an tỉnh|`."""
        inner = at + self.text[at:end].rfind(" ") + 1
        following = self._skip(end)
        if (at_body := _AT.match(self.settled, following)) and at_body.end() in self.bodies:
            following = at_body.end()
        for start, position_end in ((inner, inner - 1), (following, end)):
            body = self._body_at(start) if start == following or self._is_office(at, inner) else None
            if body and self.settled.startswith(self.settled[inner:end] + " ", following):
                # `Trưởng phòng |Phòng Mẫu|`
                position_end, start = end, following
            if body and body.end > end and start > at:
                return position_end, start, self._trimmed(self._parents(min(body.end, limit), limit))
        if society := vocabulary().society.match(self.settled, following):
            # `Chi hội trưởng |Phụ nữ thôn Đông|`
            stop = self._place(self._skip(society.end()), limit)
            return end, following, self._parents(max(society.end(), stop), limit)
        level = vocabulary().level.match(self.settled, following)
        if level and following > end and level.end() <= limit:
            return end, following, self._parents(self._place(following, limit), limit)
        stop = self._capitals(following, limit) if following > end else following
        return (end, following, stop) if stop > following else None

    def _country(self, end: int, limit: int) -> tuple[int, int, int] | None:
        """`Thủ tướng |Nhật Bản|`."""
        start = self._skip(end)
        stop = self._capitals(start, limit)
        return (end, start, stop) if stop > start > end else None

    def _owned(self, noun: int, end: int, limit: int) -> tuple[int, int, int] | None:
        """`chủ |tiệm vàng Kim Mẫu|`; what has no name of its own is no organisation: `chủ nhà trọ`."""
        stop = self._capitals(end, limit)
        return (end, self._skip(noun), stop) if stop > end > noun else None

    def _capitals(self, at: int, limit: int) -> int:
        """The end of a name without an opening word: `Chủ tịch |Bamboo Mẫu|`, `Bộ trưởng |Ngoại giao| Lê Mẫu`."""
        end = at
        while word := _CAPITAL.match(self.text, end):
            start = word.start(1)
            if word.end() > limit or start in self.names or vocabulary().office.match(self.settled, start):
                break
            end = word.end()
        # Between an office and a name everything is the organisation.
        rest = self.text[end:limit] if end > at and limit in self.names and limit - at < 40 else ""
        if rest and _SMALL_WORDS.fullmatch(rest):
            return self._trimmed(limit)
        # `Phó Giám đốc |Nghiên| cứu`: half a word is no name.
        return at if end in self.halves else end

    def _trimmed(self, end: int) -> int:
        """Without the dash or comma that stood before a name: `Đồn Biên phòng Mẫu Sơn| - |Trung tá …`."""
        while self.text[end - 1] in " ,-–—\u00a0":
            end -= 1
        return end

    def _is_office(self, at: int, end: int) -> bool:
        """Whether a position's words before its last one are a position too: `Phó Trưởng |phòng`, not `cán |bộ`."""
        plain = vocabulary().standing.sub("", " ".join(self.settled[at:end].split()), count=1)
        return vocabulary().takes.get(plain, "passing") != "passing"

    def _kin(self, end: int) -> tuple[int, int, int] | None:
        """`Tộc trưởng |dòng họ Phan Mẫu|`: the capitalised words after the word for a clan."""
        kin = vocabulary().kin.match(self.text, end)
        return (end, kin.start(1), kin.end(1)) if kin else None

    def _body_at(self, at: int) -> Body | None:
        """The body that starts at `at`, or runs through it: `Ủy viên Ban Thường vụ |Tỉnh ủy`."""
        index = bisect_right(self.starts, at) - 1
        if index < 0:
            return None
        body = self.bodies[self.starts[index]]
        if body.start == at:
            return body
        office = vocabulary().office.match(self.settled, at)
        inside = body.start < at < body.end and self.text[at].isupper() and not office
        return body if inside else None

    def _skip(self, at: int) -> int:
        match = _BLANK.match(self.text, at)
        return match.end() if match else at

    def _unit(self, at: int, end: int, limit: int) -> Post:
        """`Trưởng |thôn Nam, xã Mẫu|`, `người có uy tín |bản Mẫu|`; without a place there is no organisation."""
        levels = list(vocabulary().level.finditer(self.settled, at, end))
        start = levels[-1].start() if levels and levels[-1].end() == end else self._skip(end)
        if preposition := _AT.match(self.settled, start):
            start = preposition.end()
        if not vocabulary().level.match(self.settled, start):
            return Post(at, end, self._plain(at, end), None, "unit")
        stop = self._place(start, limit)
        named = stop > end and self.text[end:stop].strip() != ""
        stop = self._parents(stop, limit) if named else end
        return Post(at, stop, self._plain(at, end), self._plain(start, stop) if named else None, "unit")

    def _place(self, start: int, limit: int) -> int:
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

    def _parents(self, end: int, limit: int) -> int:
        """On to the units above: `Phòng PV01, |Công an tỉnh|`, `thôn Nam, |xã Mẫu|`, `Vụ Mẫu |(Bộ Mẫu)|`."""
        end = self._bracketed(end, limit)
        while join := _PARENT.match(self.settled, end):
            at = join.end()
            if at >= limit or vocabulary().office.match(self.settled, at):
                break
            body = self.bodies.get(at)
            stop = body.end if body else self.places.get(at) or self._province(at, limit) or self._place(at, limit)
            if stop <= at or stop > limit or (not body and stop == self._level_end(at)):
                break
            end = stop
        return end

    def _province(self, at: int, limit: int) -> int:
        """The end of a bare province before a name: `TP Đông, |Quảng Ninh| Lê Văn Mẫu`; 0 if there is none."""
        name = self.text[at : min(limit, at + _LONGEST_PROVINCE)].rstrip()
        found = limit in self.names and any(u.level == "province" for u in gazetteer().named(name_key(name)))
        return at + len(name) if found else 0

    def _bracketed(self, end: int, limit: int) -> int:
        """The end of a bracket that holds the body or place above and nothing else."""
        bracket = _PLACE_BRACKET.match(self.text, end)
        if bracket is None or bracket.end() > limit:
            return end
        start, stop = bracket.span(1)
        body, before = self.bodies.get(start), bisect_left(self.starts, end) - 1
        if body and before >= 0 and body.head in self.settled[self.starts[before] : end].split():
            # `Sở Thông tin và Truyền thông |(Sở TT&TT)|`
            return end
        return bracket.end() if stop in (body.end if body else -1, self.places.get(start)) else end

    def _level_end(self, at: int) -> int:
        level = vocabulary().level.match(self.settled, at)
        return level.end() if level else at

    def _words(self, end: int, limit: int, takes: Takes) -> int:
        """The words that belong to an occupation: `công chức tư pháp - hộ tịch`, `chủ cơ sở xay xát`.

        With an office they are what it is charged with, capitals included: `phụ trách công tác An toàn`.
        """
        start = end
        while word := _PLAIN_WORD.match(self.text, end):
            at = word.start(1)
            field = takes == "staff" and vocabulary().field.match(self.settled, at)
            fits = takes == "body" or field or self.text[at].islower()
            if word.end() > limit or not fits or word.end() - start > LONGEST_POSITION:
                break
            body = at in self.bodies and takes != "owner"
            named = self._skip(word.end()) in self.names and _AT.match(self.settled, at)
            if body or named or vocabulary().stop.match(self.settled, at) or self._is_place(at):
                break
            end = word.end()
        return end

    def _is_place(self, at: int) -> bool:
        """A level word with a name or number behind it, or alone: `phường 5`, `xã`; not `khu nhà trọ`."""
        level = vocabulary().level.match(self.settled, at)
        if level is None:
            return False
        following = self.text[level.end() :].lstrip()[:1]
        return not following.islower()


_STOP = re.compile(r"(?<![A-ZĐ])(?<!TP)(?<!TX)(?<!TT)[.!?](?=\s)|;|\n[^\S\n]*\n")


def sentence_start(text: str, at: int, reach: int, *, semicolons: bool = True) -> int:
    """The furthest offset within `reach` left of `at` that no stop, semicolon or empty line parts from it."""
    begin = max(0, at - reach)
    cuts = [match.end() for match in _STOP.finditer(text, begin, at) if semicolons or match.group() != ";"]
    return cuts[-1] if cuts else begin
