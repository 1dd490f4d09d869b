"""Positions as they are written beside a name: `Phó Bí thư Đảng ủy, Chủ tịch UBND xã Suối Mẫu`."""

import re
from dataclasses import dataclass, replace
from functools import cache

from extractor.facts.roles.affiliations import beyond_comma, of_behind, school, set_behind
from extractor.facts.roles.elision import Post, shared, under_one
from extractor.facts.roles.gaps import gaps
from extractor.facts.roles.organizations import AT, PARENT, PLACE_BRACKET, Organizations
from extractor.facts.roles.vocabulary import GAP, takes_of, termed, vocabulary
from extractor.reading.names.foreign import strange
from extractor.reading.names.rows import Takes
from extractor.reading.spans import Reading
from extractor.vietnamese.lexicon import word_forms, word_set
from extractor.vietnamese.phrases import CAPITAL, alternation, settle

LONGEST_POSITION = 60
_PLAIN_WORD = re.compile(r"[ ](?:[-–][ ])?([^\W\d_]+(?:-[^\W\d_]+)*)")
_MARKS = ("", ",", ";", ".", ")", "-", "–")
_COMMA = re.compile(r",[ ](?:là[ ])?|[ ]\(")
_FURTHER = re.compile(rf";{GAP}")
_AND = re.compile(rf"{GAP}và[ ]")
_CLOSED = re.compile(r"[ ]?(?:[.,;)\n]|$)")
_CLAUSE = re.compile(r"[^,;:.()\n–—-]+")
_FIRM = re.compile(rf"{CAPITAL}\w+")
_OF = re.compile(r"[ ](?:của|tại|thuộc)[ ]")


@cache
def _class() -> re.Pattern[str]:
    """A school class: `lớp 5A`, `lớp 10/2`, `lớp 1 Mẫu,`."""
    words = alternation(word_forms("positions", "class"))
    return re.compile(rf"{words}[ ]\d{{1,2}}(?:\w{{1,3}}|/\d{{1,2}})?(?!\w)(?:[ ]{CAPITAL}\w+(?=[,)]))?")


@cache
def _posted() -> re.Pattern[str]:
    """A word for a post: `chức vụ`."""
    return re.compile(rf"{alternation(word_forms('positions', 'station'))}(?!\w)")


@dataclass(frozen=True, slots=True)
class Positions:
    """Reads positions from one article. Build it once with `Positions.of`."""

    text: str
    settled: str
    organizations: Organizations

    @classmethod
    def of(cls, reading: Reading) -> "Positions":
        """The positions of one article."""
        organizations = Organizations.of(reading)
        return cls(organizations.text, organizations.settled, organizations)

    def offices(self) -> list[int]:
        """The offsets where a position's words begin; the half of a word begins none: `chức |vụ phó| Chủ tịch`.

        A number is no half, nor are `tân`, `chức`: `ba |phó giám đốc|`, however the words were joined.
        """
        found: list[int] = []
        at = 0
        while match := vocabulary().office.search(self.settled, at):
            led = gaps().led.search(self.settled, max(0, match.start() - 30), match.start())
            before = self.settled.rfind(" ", 0, max(0, match.start() - 1)) + 1
            posted = _posted().match(self.settled, before)
            # `giữ chức |vụ Phó| Giám đốc`, not `giữ chức |Vụ phó|`
            split = posted and posted.end() > match.start() and self.text[match.start()].islower()
            half = bool(split) or (match.start() - 1 in self.organizations.halves and not led)
            at = match.start() + 1 if half else match.end()
            if not half:
                found.append(match.start())
        return found

    def career(self, at: int, limit: int) -> list[Post]:
        """The posts that one person holds or held, parted by semicolons too: `Giám đốc A; |Bí thư Huyện ủy|; …`.

        What a semicolon parts off is the person's if a mark closes it: not `; |Phó Giám đốc B| Name`.
        """
        posts = self.chain(at, limit, coordinated=True)
        while posts and (more := _FURTHER.match(self.settled, self._untermed(posts[-1].end))):
            next_posts = self.chain(more.end(), limit, coordinated=True)
            end = self._untermed(next_posts[-1].end) if next_posts else limit
            if not next_posts or not _CLOSED.match(self.settled, end) or self._names_another(next_posts[-1]):
                break
            posts = [*posts, *next_posts]
        return posts

    def _untermed(self, end: int) -> int:
        """The end of what tells for how long a post is held: `Bí thư Huyện ủy| nhiệm kỳ 2010 - 2015|`, or `end`."""
        told = termed().match(self.settled, end)
        return told.end() if told else end

    def chain(self, at: int, limit: int, *, coordinated: bool = False) -> list[Post]:
        """The posts that follow each other from `at` on, none reaching beyond `limit`.

        If `coordinated`, `và` too leads to another post: `Name, Giám đốc A và |Chủ tịch B|`, not before a name.
        """
        posts: list[Post] = []
        coupled, joined = False, False
        at = self._whole_office(at)
        while post := self._post(at, limit):
            if coupled and (post.organization is None or self._names_another(post)):
                break
            other = (
                posts
                and post.takes in ("staff", "occupation", "member", "student", "scholar")
                and posts[-1].takes != post.takes
            )
            if other and not joined and not vocabulary().closing.match(self.settled, post.end):
                break
            posts.append(post)
            end = self._untermed(post.end)
            between = vocabulary().between.match(self.settled, end)
            joined = between is not None and any(map(str.isalpha, between.group()))
            coupled = coordinated and between is None
            if coupled:
                between = _AND.match(self.settled, end)
            if between is None:
                break
            at = between.end()
        return under_one(shared(posts, self.text))

    def _whole_office(self, at: int) -> int:
        """Where the office begins whose first word was read as another's: `giữ chức |Vụ| trưởng Vụ Mẫu`."""
        before = self.text.rfind(" ", 0, max(0, at - 1)) + 1
        office = (
            vocabulary().office.match(self.settled, before) if self.text[before : at + 1][:1].isupper() else None
        )
        return before if office and office.end() > at and self.text[at].islower() else at

    def _names_another(self, post: Post) -> bool:
        """Whether a name stands in the post or right behind it: `và Chủ tịch Quỹ Mẫu |Vũ Thị Đoài|`."""
        names = self.organizations.names
        return any(at in names for at in range(post.start, self.organizations.skip(post.end) + 1))

    def after_home(self, end: int) -> int:
        """Where a position may begin behind a name and its place: `Ông Mẫu, ở thôn Hạ, |Đội trưởng …|`; or -1."""
        where, limit = self.organizations, len(self.text)
        lead = vocabulary().living.match(self.settled, end)
        stop = where.places.get(lead.end(), where.place(lead.end(), limit)) if lead else 0
        if lead is None or stop <= lead.end():
            return -1
        mark = _COMMA.match(self.settled, where.parents(stop, limit))
        return mark.end() if mark else -1

    def beside(self, post: Post, end: int) -> Post:
        """`già làng Rơ Lan Mẫu |(làng Suối Mẫu)|`: the place or body behind the name."""
        if post.organization is None and post.takes in ("occupation", "staff", "player"):
            # `chuyên gia tâm lý Lê Mẫu, |Trung tâm Mẫu Xanh|, …`
            body = set_behind(self.organizations, end) or of_behind(self.organizations, end)
            return replace(post, organization=self.organizations.plain(*body)) if body else post
        if post.organization is None and post.takes == "body" and (body := of_behind(self.organizations, end)):
            return replace(post, organization=self.organizations.plain(*body))
        bracket = PLACE_BRACKET.match(self.text, end)
        if post.organization or post.takes not in ("unit", "elder") or bracket is None:
            return post
        start, stop = bracket.span(1)
        if not vocabulary().level.match(self.settled, start):
            return post
        return replace(post, organization=self.organizations.plain(start, stop))

    def _post(self, at: int, limit: int) -> Post | None:
        office = vocabulary().office.match(self.settled, at)
        if office is None or office.end() > limit:
            return None
        takes = takes_of(office.group())
        end = line = self._line(office, limit)
        if takes in ("unit", "elder"):
            return self._unit(at, end, limit)
        end = self._detailed(end, limit, takes)
        if (
            takes in ("occupation", "artist", "player")
            and (abroad := self.organizations.of_country(end, takes)) > end
        ):
            return Post(at, abroad, self.organizations.plain(at, end), None, takes)
        body = self._organization(office, takes, end, limit)
        if body is None and (line > office.end() or takes == "body"):
            body = self._beyond_comma(end, limit, lined=line > office.end())
        if body is None and takes in ("occupation", "staff", "scholar"):
            body = beyond_comma(self.organizations, end)
        if body is None and settle(office.group()).endswith(vocabulary().heading):
            body = self._elided(end, limit)
        plain = self.organizations.plain
        if body is None:
            return Post(at, end, plain(at, end), None, "passing" if self._bare(at, end, takes) else takes)
        position_end, start, stop = body
        if takes == "occupation" and vocabulary().level.match(self.settled, start):
            # `nông dân |xã Mẫu|`: where one lives, no body.
            return Post(at, stop, plain(at, position_end), None, takes)
        if stop <= start:
            return Post(at, end, plain(at, end), None, takes)
        if position_end == end and not vocabulary().opening.match(self.settled, start):
            start -= self._inspecting(at, start)
        occasion = vocabulary().occasion.match(self.settled, start)
        if occasion and not self.text[occasion.end() : stop].strip()[:1].isupper():
            takes = "passing"
        return Post(at, stop, plain(at, position_end), plain(start, stop), takes)

    def _inspecting(self, at: int, start: int) -> int:
        """How far before a place its body begins, at the office's own last words: `Chánh |Thanh tra tỉnh|`."""
        office = self.settled[at:start].rstrip()
        own = next((word for word in word_forms("positions", "inspecting") if office.endswith(f" {word}")), "")
        return start - at - len(office) + len(own) if own else 0

    def _detailed(self, end: int, limit: int, takes: Takes) -> int:
        """The end of a position with the words that say what kind it is: `cầu thủ |bóng chày|`."""
        if takes in ("artist", "player"):
            branch = vocabulary().branch.match(self.settled, end)
            return branch.end() if branch and branch.end() <= limit else end
        if takes in ("owner", "staff", "occupation", "scholar"):
            return self._words(end, limit, takes)
        charge = vocabulary().charge.match(self.settled, end)
        return self._words(charge.end(), limit, "body") if charge else end

    def _bare(self, at: int, end: int, takes: Takes) -> bool:
        """Whether a word for people without a body is no position: `hội viên`, `cầu thủ |này|`."""
        if takes in ("artist", "player"):
            return vocabulary().singled.match(self.settled, end) is not None
        headless = settle(self.organizations.plain(at, end)) in word_forms("positions", "headless")
        return headless or takes in ("member", "student", "scholar")

    def _organization(
        self, office: re.Match[str], takes: Takes, end: int, limit: int
    ) -> tuple[int, int, int] | None:
        """Where the position ends and its organisation starts and stops, read as what the office takes."""
        where = self.organizations
        if takes == "owner":
            return where.owned(office.end(), end, limit)
        if takes == "none":
            return where.within(office.start(), end) or where.country(end, limit)
        if takes == "minister":
            return where.body(office.start(), end, limit, named=False) or where.ministry(end, limit)
        if takes == "phrase":
            return where.kin(end)
        if takes == "student":
            return school(where, end, limit)
        if takes == "player" and (team := where.team(end, limit)):
            return team
        return where.body(
            office.start(), end, limit, named=takes not in ("occupation", "artist", "player", "scholar")
        )

    def _line(self, office: re.Match[str], limit: int) -> int:
        """The end of an office with its line, if a body or a mark follows: `Giám đốc |Nhân sự| Tập đoàn Mẫu`."""
        lined = " ".join(office.group().split()).endswith(vocabulary().lined)
        line = vocabulary().line.match(self.settled, office.end()) if lined else None
        where = self.organizations
        if lined and (of := _OF.search(self.settled, office.end(), min(limit, office.end() + LONGEST_POSITION))):
            # `Giám đốc |Phát triển kinh doanh quốc tế| của Mẫu Xanh`.
            words = self._words(office.end(), of.start(), "body")
            if words == of.start() and (of.end() in where.bodies or self.text[of.end() : of.end() + 1].isupper()):
                return words
        if line is None:
            return self._task(office.end(), limit) if lined else office.end()
        at = where.skip(line.end())
        if at in where.bodies or at in where.names or self.text[at : at + 1] in _MARKS:
            return line.end()
        # `Giám đốc |Phát triển Kinh doanh và Sản phẩm|, Mẫu Xanh`
        comma = self.settled.find(", ", office.end(), min(limit, office.end() + LONGEST_POSITION))
        words = self._words(office.end(), comma, "body") if comma > 0 else -1
        return comma if words == comma and self._named_beyond(comma, limit) else office.end()

    def _task(self, end: int, limit: int) -> int:
        """The end of the words between a director and the body: `Giám đốc |phân tích| Công ty Mẫu`, or `end`."""
        where = self.organizations
        for takes in ("occupation", "body"):
            # `Giám đốc |vận hành| Mauson`, `Giám đốc |Tư vấn đầu tư| Công ty Mẫu`
            words = self._words(end, limit, takes)
            if self.settled[end:words].strip() in word_set("positions", "new"):
                return end  # `Giám đốc |một| công ty`
            at = where.skip(words)
            firm = _FIRM.match(self.text, at) if takes == "occupation" and at not in where.names else None
            named = any(end < name < words for name in where.names)
            foreign = firm and any(map(strange, self.text[at : where.capitals(at, limit)].split()))
            told = vocabulary().office.search(
                self.settled, end + 2, max(end + 2, words)
            )  # `Phó Giám đốc |rồi Giám đốc|`
            if words > end and not named and not told and (at in where.bodies or foreign):
                return words
        return end

    def _named_beyond(self, comma: int, limit: int) -> int:
        """The end of a capitalised name behind a comma: `Giám đốc Marketing, |Mẫu Xanh|, cho biết`; 0 if none."""
        start = comma + 2
        stop = self.organizations.capitals(start, limit)
        plain = start not in self.organizations.places and not vocabulary().level.match(self.settled, start)
        return stop if stop > start and plain else 0

    def _beyond_comma(self, end: int, limit: int, *, lined: bool) -> tuple[int, int, int] | None:
        """The body behind an office's line and a comma: `Trợ lý Chính trị, |Ban Chỉ huy Quân sự huyện|`."""
        comma = PARENT.match(self.settled, end)
        body = self.organizations.bodies.get(comma.end()) if comma else None
        if body is None or body.end > limit:
            stop = self._named_beyond(end, limit) if lined and comma and comma.group() == ", " else 0
            return (end, end + 2, stop) if stop else None
        return end, body.start, self.organizations.parents(body.end, limit)

    def _elided(self, end: int, limit: int) -> tuple[int, int, int] | None:
        """A body whose head the office has named: `Phó Cục trưởng |Quản lý công sản, Bộ Tài chính|`."""
        clause = _CLAUSE.match(self.text, end + 1)
        if clause is None or clause.end() > limit or not self.text[end + 1].isupper():
            return None
        stop = self._words(end, clause.end(), "body")
        return (end, end + 1, self.organizations.parents(stop, limit)) if stop == clause.end() else None

    def _unit(self, at: int, end: int, limit: int) -> Post:
        """`Trưởng |thôn Nam, xã Mẫu|`, `người có uy tín |bản Mẫu|`; without a place there is no organisation."""
        where = self.organizations
        levels = list(vocabulary().level.finditer(self.settled, at, end))
        start = levels[-1].start() if levels and levels[-1].end() == end else where.skip(end)
        if vocabulary().level.match(self.settled, where.skip(end)):
            # `già làng |bản Mẫu|`
            start = where.skip(end)
        if preposition := AT.match(self.settled, start):
            start = preposition.end()
        if not vocabulary().level.match(self.settled, start):
            return Post(at, end, where.plain(at, end), None, "unit")
        stop = where.place(start, limit)
        named = stop > end and self.text[end:stop].strip() != ""
        stop = where.parents(stop, limit) if named else end
        return Post(at, stop, where.plain(at, end), where.plain(start, stop) if named else None, "unit")

    def _stops(self, at: int) -> bool:
        """Whether something is said of the person from `at` on: `sinh năm`, not the half of `sinh sản`."""
        stop, halves = vocabulary().stop.match(self.settled, at), self.organizations.halves
        return stop is not None and stop.end() not in halves and at - 1 not in halves

    def _taught(self, end: int) -> bool:
        """Whether a subject is named next, which is written large: `giáo viên dạy môn |Tin học|`."""
        return vocabulary().taught.search(self.settled, max(0, end - LONGEST_POSITION), end) is not None

    def _words(self, end: int, limit: int, takes: Takes) -> int:
        """The words that belong to an occupation: `công chức tư pháp - hộ tịch`, `chủ cơ sở xay xát`.

        With an office they are what it is charged with, capitals included: `phụ trách công tác An toàn`.
        """
        start, where = end, self.organizations
        while word := _PLAIN_WORD.match(self.text, end):
            at = word.start(1)
            if takes == "owner" and end == start and word.group() == " và":
                # `|chủ| và công ty`
                break
            if word.group() == " và" and where.skip(word.end()) in where.names:
                # `giáo viên |và ông Lê Mẫu|`
                break
            field = takes == "staff" and vocabulary().field.match(self.settled, at)
            fits = takes == "body" or field or self.text[at].islower() or self._taught(end)
            if class_ := _class().match(self.text, at):
                # `giáo viên chủ nhiệm |lớp 5A|`
                end = class_.end()
                continue
            if word.end() > limit or not fits or word.end() - start > LONGEST_POSITION:
                break
            body = at in where.bodies and takes != "owner"
            linked = takes != "body" and vocabulary().link.match(self.settled, at)
            named = where.skip(word.end()) in where.names and AT.match(self.settled, at)
            if body or linked or named or self._stops(at) or (where.is_place(at) and at - 1 not in where.halves):
                break
            end = word.end()
        return end
