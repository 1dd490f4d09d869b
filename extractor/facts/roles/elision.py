"""Organisations that a position leaves unsaid: told by the next position, the sentence, the article."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from extractor.facts.openings import now
from extractor.facts.roles.organizations import Organizations
from extractor.facts.roles.vocabulary import kinds, termed, vocabulary
from extractor.reading.names.rows import Takes
from extractor.vietnamese.lexicon import word_forms, word_set
from extractor.vietnamese.phrases import CAPITAL, alternation, settle

_STOP = re.compile(r"(?<![A-ZĐ])(?<!TP)(?<!TX)(?<!TT)[.!?](?=\s)|;|\n[^\S\n]*\n")
_BRACKET_AT_END = re.compile(r"(?<=\w) ?\([^()]*\)\Z")
_ABOVE = re.compile(r",?[ ](?:thuộc|của)[ ]|,[ ]")
_PROPER = re.compile(rf"[ ]{CAPITAL}[^\W\d_]*[ ]{CAPITAL}")
_DOUBLE = re.compile(r"[ ]?[-–][ ]?\w")  # `|Bí thư| - Chủ tịch UBND xã Mẫu`: of the same place
_OF = re.compile(r"[ ]của[ ]")
_LED = re.compile(rf"[ ](?:{now()}[ ])?là[ ]")
_BY = re.compile(r"(?<!\w)do[ ]\Z")


@cache
def _sent() -> re.Pattern[str]:
    """`được điều động về công tác tại `, before a body."""
    return re.compile(rf"(?<!\w){alternation(word_forms('positions', 'sent'))}[ ]")


# How far back a body is still in mind that a word of its kind points at.
_ARTICLE = 4000
_SAME_OFFICE = 600
_NEXT = 120  # characters from a post to the next one that tells the body


@dataclass(frozen=True, slots=True)
class Post:
    """A position with its organisation; `start:end` covers both."""

    start: int
    end: int
    position: str
    organization: str | None
    takes: Takes


def sentence_start(text: str, at: int, reach: int, *, semicolons: bool = True) -> int:
    """The furthest offset within `reach` left of `at` that no stop, semicolon or empty line parts from it."""
    begin = max(0, at - reach)
    cuts = [match.end() for match in _STOP.finditer(text, begin, at) if semicolons or match.group() != ";"]
    return cuts[-1] if cuts else begin


def sentence_end(text: str, at: int, reach: int) -> int:
    """The first offset within `reach` right of `at` where a stop, semicolon or empty line parts the text."""
    cut = _STOP.search(text, at, at + reach)
    return cut.start() if cut else min(len(text), at + reach)


def shared(posts: list[Post], text: str) -> list[Post]:
    """Organisations that the next post tells: `Trưởng bản kiêm Bí thư Chi bộ bản Mẫu`, `Chủ tịch HĐQT kiêm
    Giám đốc Công ty Mẫu`, `Phó Giám đốc kiêm Kế toán trưởng Mẫu Xanh`."""
    filled = list(posts)
    for at, post in enumerate(posts[:-1]):
        told = posts[at + 1].organization
        between = termed().sub("", settle(text[post.end : posts[at + 1].start]))
        if post.organization or not told:
            continue
        joined = any(map(str.isalpha, between))  # `Chủ tịch HĐQT, |kiêm| Giám đốc Công ty Mẫu`
        if "," in between and not joined:
            # `Phó Giám đốc, Thủ trưởng Cơ quan Điều tra |Công an tỉnh|`
            fellow = settle(post.position) in word_set("positions", "fellow")
            seat = vocabulary().seat.search(settle(told)) if post.takes == "body" and not fellow else None
            whole = fellow or settle(post.position) in word_set("positions", "twin")
            filled[at] = replace(post, organization=told[seat.start() if seat else 0 :]) if seat or whole else post
        elif post.takes == "unit":
            levels = list(vocabulary().level.finditer(settle(post.position)))
            level = levels[-1].group() if levels else ""
            where = settle(told).rfind(level + " ") if level else -1
            filled[at] = replace(post, organization=told[where:] if where >= 0 else None)
        elif post.takes == "body" and (settle(told).startswith(word_forms("positions", "company")) or joined):
            filled[at] = replace(post, organization=told)
    return filled


def under_one(posts: list[Post]) -> list[Post]:
    """The body above that the last of like posts tells for all: `Vụ trưởng Vụ A, Vụ trưởng Vụ B |thuộc Bộ Mẫu|`;
    so does who speaks for it: `Trưởng phòng Mẫu, người phát ngôn |Công an tỉnh|`."""
    filled = list(posts)
    for at in range(len(posts) - 2, -1, -1):
        own, told = filled[at].organization, filled[at + 1].organization
        if not own or not told or split_above(own)[1]:
            continue
        above = split_above(told)[1]
        if above and _office(filled[at]) == _office(filled[at + 1]) and own.split()[0] == told.split()[0]:
            filled[at] = replace(filled[at], organization=own + above)
        elif settle(filled[at + 1].position) in word_set("positions", "speaking") and _is_part(own, told):
            filled[at] = replace(filled[at], organization=f"{own}, {told}")
    return filled


def split_above(organization: str) -> tuple[str, str]:
    """A body and what it is a part of: `Vụ Mẫu` and ` thuộc Bộ Mẫu`."""
    above = _ABOVE.search(organization)
    return (organization[: above.start()], organization[above.start() :]) if above else (organization, "")


def _is_part(own: str, told: str) -> bool:
    """Whether a body without a seat of its own is a part of one that has: `phòng Mẫu` of `Công an tỉnh`."""
    seat = vocabulary().seat
    return seat.match(f" {settle(told)}", 1) is not None and seat.search(f" {settle(own)}") is None


def of_sentence(post: Post, organizations: Organizations, holder: int) -> Post:
    """`Ban quản lý chợ có 5 thành viên, do ông … làm Trưởng ban`: the body that the post's last word names.

    The nearest body of the sentence is meant where `do` names the `holder`: `Câu lạc bộ Mẫu do |ông … làm Chủ
    nhiệm|`; an owner (`làm chủ`) has a business.
    """
    if post.organization or post.takes not in ("body", "owner"):
        return post
    floor = sentence_start(organizations.text, post.start, 400, semicolons=False)
    noun = settle(post.position).split()[-1]
    any_body = post.takes == "owner" or _BY.search(organizations.settled[floor:holder]) is not None
    starts = organizations.starts
    for start in reversed(starts[bisect_left(starts, floor) : bisect_left(starts, holder)]):
        body = organizations.bodies[start]
        if post.takes == "owner" and not settle(body.head).startswith(word_forms("positions", "owned")):
            continue
        if (any_body or body.head.split()[0] == noun) and organizations.clipped(body) == body.end:
            return replace(post, organization=body.name)
    return post


def of_clause(post: Post, organizations: Organizations, begin: int, end: int) -> Post:
    """A post given further on in the sentence: `được điều động về |Sở Y tế|, giữ chức Phó Giám đốc |Sở|`.

    Its body is the one that it points at, or to which the clause from `begin` to `end` sends its holder.
    """
    post = pointed_at(post, organizations)
    if post.organization is None and post.takes == "body":
        for sent in reversed(list(_sent().finditer(organizations.settled, begin, end))):
            if body := organizations.bodies.get(sent.end()):
                stop = organizations.parents(organizations.clipped(body), end)
                return replace(post, organization=organizations.plain(sent.end(), stop))
    return of_sentence(post, organizations, end)


def pointed_at(post: Post, organizations: Organizations) -> Post:
    """`Trường Mẫu Sơn … Cô …, Hiệu trưởng |nhà trường|`: the nearest body before of the kind that is pointed at."""
    if settle(post.organization or "") in word_set("positions", "host"):
        return replace(post, organization=organizations.land(post.start))
    bare = settle(post.organization or "") in kinds().heads
    begin = post.end - len(post.organization or "") if bare else post.end
    # A body that is told by its kind alone: `Giám đốc |HTX|`.
    said = kinds().anaphor.match(organizations.settled, begin) if bare or post.organization is None else None
    kind = settle(post.organization or "")
    small = bare and (organizations.text[begin].islower() or kinds().heads[kind] == (f"{kind} ",))
    if said is None and small and organizations.skip(post.end) in organizations.names:
        # `Phó Giám đốc |Sở| Lê Văn Mẫu`, not `Hiệu trưởng |Trường| Lê Văn Mẫu`
        name = _named(organizations, kind, post.start - _ARTICLE, post.start)
        return replace(post, organization=name or post.organization)
    owned = (
        said is not None and post.takes in ("staff", "occupation") and _OF.match(organizations.settled, post.end)
    )
    if said is None or (post.takes != "body" and not owned):
        return post
    name = _named(organizations, said["kind"], post.start - _ARTICLE, post.start)
    led = _LED.match(organizations.settled, said.end()) is not None  # Giám đốc |công ty| là ông Mẫu
    return replace(post, end=said.end(), organization=name or said["kind"]) if name or led else post


def in_mind(post: Post, organizations: Organizations, floor: int) -> Post:
    """`Tổ số 7 hiện có 42 hộ. … Ông …, |Tổ trưởng|`: the nearest body from `floor` on that its noun names."""
    if post.organization is None and post.takes == "unit":
        return replace(post, organization=_hamlet(post, organizations))
    if post.organization or post.takes not in ("body", "minister"):
        return post
    noun = kinds().leading.sub("", settle(post.position)).split(" ")[0]
    found = _named(organizations, noun, floor, post.start)
    return replace(post, organization=found or _sole(organizations, noun))


def of_same_office(post: Post, others: Sequence[Post], text: str) -> Post:
    """`bầu ông … làm Chủ tịch Hội Mẫu, bà … giữ chức |Phó Chủ tịch|`: the body of the one told in its paragraph.

    Where the paragraph tells of several such bodies none is meant. The sentence may tell the body behind:
    `ông …, Phó Trưởng |phòng| và ông …, cán bộ Phòng Mẫu`.
    """
    if post.organization or post.takes != "body" or _DOUBLE.match(text, post.end):
        return post
    paragraph = max(text.rfind("\n", 0, post.start) + 1, post.start - _SAME_OFFICE)
    office = _office(post)
    told = {
        settle(other.organization): other.organization
        for other in others
        if other.organization and paragraph <= other.start < post.start and _office(other) == office
    }
    if not told:
        noun, stop = settle(post.position).split()[-1], sentence_end(text, post.end, _NEXT)
        told = {
            settle(other.organization): other.organization
            for other in others
            if other.organization
            and post.end < other.start < stop
            and settle(other.organization).startswith(f"{noun} ")
        }
    return replace(post, organization=told.popitem()[1]) if len(told) == 1 else post


def _office(post: Post) -> str:
    """A position without what makes it a deputy's or a former one: `chủ tịch` of `nguyên Phó Chủ tịch`."""
    return kinds().leading.sub("", settle(post.position))


def shared_office(position: str) -> bool:
    """Whether several hold such an office, or have held it: `Phó Chủ tịch`, `nguyên Bí thư`, `Thẩm phán`."""
    settled = settle(position)
    return kinds().leading.sub("", settled) != settled or settled.startswith(word_forms("positions", "shared"))


def _hamlet(post: Post, organizations: Organizations) -> str | None:
    """`bản Suối Mẫu … |Trưởng bản| Lò Văn Mẫu`: the one of its kind told before, or the last in the paragraph."""
    levels = list(vocabulary().level.finditer(settle(post.position)))
    if not levels:
        return None
    told: dict[str, int] = {}
    for start, end in organizations.places.items():
        own = organizations.settled.startswith(f"{levels[-1].group()} ", start) and end > start + len(
            levels[-1].group()
        )
        if own and end <= post.start and not any(start < name < end for name in organizations.names):
            told[organizations.plain(start, end)] = start
    paragraph = organizations.text.rfind("\n", 0, post.start)
    last = max(told, key=lambda name: told[name], default=None)
    return last if last and (len({settle(name) for name in told}) == 1 or told[last] > paragraph) else None


def _named(organizations: Organizations, word: str, floor: int, end: int) -> str | None:
    """The last body between the offsets that opens with a word of this kind and has a name of its own."""
    heads, starts = kinds().heads.get(word, (f"{word} ",)), organizations.starts
    for start in reversed(starts[bisect_left(starts, floor) : bisect_left(starts, end)]):
        body = organizations.bodies[start]
        named = any(letter.isupper() or letter.isdigit() for letter in body.name[len(body.head) :])
        if named and settle(body.name).startswith(heads):
            told = organizations.plain(start, organizations.parents(organizations.clipped(body), end))
            return _BRACKET_AT_END.sub("", told)
    return None


def _sole(organizations: Organizations, word: str) -> str | None:
    """`Hiệu trưởng Lê Mẫu và ban giám hiệu |trường Suối Mẫu|`: the one school that the article names."""
    if word not in word_set("positions", "sole"):
        return None
    heads = kinds().heads[word]
    told: dict[str, str] = {}
    for body in organizations.bodies.values():
        settled = settle(body.name)
        starts = [at for head in heads if (at := f" {settled}".find(f" {head}")) >= 0]
        name = body.name[min(starts) :] if starts else ""
        if _PROPER.search(name):
            told.setdefault(settle(name), name)
    shortest = min(told, key=len, default="")
    return told[shortest] if told and all(name.startswith(shortest) for name in told) else None
