"""People and their positions."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from extractor.facts.openings import now
from extractor.facts.roles.affiliations import calling, of_behind, profession, set_behind
from extractor.facts.roles.called import called
from extractor.facts.roles.conferred import conferred, together
from extractor.facts.roles.elision import (
    Post,
    in_mind,
    of_same_office,
    of_sentence,
    pointed_at,
    sentence_start,
)
from extractor.facts.roles.found import Found, as_found
from extractor.facts.roles.gaps import gaps
from extractor.facts.roles.held import REACH, held_further, runs_into
from extractor.facts.roles.listed import PLURAL_ROW, heads_row, listed, several
from extractor.facts.roles.merged import merged
from extractor.facts.roles.positions import Positions
from extractor.facts.roles.vocabulary import GAP, TRADES
from extractor.facts.scene.scene import Scene
from extractor.facts.time.times import Times
from extractor.reading.spans import Person, Reading
from extractor.records import Role
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation

PARAGRAPH = 800
_MARK = re.compile(r"[,;-][ ](?:là[ ])?")
_SOURCE = re.compile(r"(?<!\w)theo(?:[ ]\w+){0,4}[ ]$")
# Positions whose words are common nouns.
_CALLED = alternation(word_forms("people", "called"))
_BEFORE_NAME = re.compile(rf"{GAP}(?:,|:|-|–|—|(?:{now()}[ ])?là|{_CALLED}|\b){GAP}")


def build_roles(reading: Reading, scene: Scene, times: Times) -> tuple[Role, ...]:
    """One record for each person and position; repeated mentions merge to the fullest."""
    people = tuple(sorted((*reading.people, *called(reading)), key=lambda person: person.start))
    positions = Positions.of(reading)
    offices = positions.offices()
    used: set[int] = set()
    found: list[Found] = []
    for at, person in enumerate(people):
        direct = _before(positions, person, offices, used, direct=True)
        found.extend(direct)
        # `ông Lê Văn Mẫu, Giám đốc B |Vũ Thị Mẫu|`: the second position belongs to the second name.
        found.extend(_after(positions, person, offices, used, people[at + 1 : at + 5]))
    ends = {one.person.start: one.end for one in found}
    for person, post in conferred(positions, people, [at for at in offices if at not in used], ends):
        used.update(_covered(offices, [post]))
        found.append(as_found(person, _of_sentence(positions, post), post.start, person.end, "conferred", 0.85))
    for person in people:
        found.extend(_before(positions, person, offices, used, direct=False))
    found.extend(
        one
        for at, person in enumerate(people)
        for one in held_further(
            positions, person, people[at + 1 :], used, max(person.end, ends.get(person.start, 0))
        )
    )
    holders = {one.person.start: one.post for one in found if _holds(positions, one) or _bracketing(positions, one)}
    joint = together(positions, people, holders, ends, {one.person.name for one in found})
    found.extend(as_found(person, post, person.start, post.end, "listed", 0.8) for person, post in joint)
    placed = {one.person.start for one in found}
    found.extend(one for person in people if person.start not in placed for one in _practising(positions, person))
    found = listed(positions, people, found)
    found = [one for one in found if one.post.takes != "passing"]
    posts = [one.post for one in found]
    found = [replace(one, post=of_same_office(one.post, posts, reading.text)) for one in found]
    return merged(reading, people, found)


def _after(
    positions: Positions, person: Person, offices: list[int], used: set[int], following: tuple[Person, ...]
) -> list[Found]:
    """`Name - position organization, position organization`, `do Name - … làm Trưởng ban`."""
    text, settled = positions.text, positions.settled
    aside = gaps().aside.match(settled, person.end)
    begin = gaps().after.match(settled, person.end)
    relative = gaps().relative.search(settled, max(0, person.start - REACH), person.start)
    apposed = relative and begin and "(" not in begin.group() and settled.endswith(", ", 0, relative.start())
    if relative and begin and (begin.group().strip(" ,(-–—") or apposed):
        # `Mai, con gái của |Name|, là giám đốc`: it is she who is.
        return []
    posts: list[Post] = []
    home = positions.after_home(aside.end() if aside else person.end)
    for at in (begin.end() if begin else -1, *_bracketed(settled, person.end), _joined(settled, aside), home):
        if at >= 0 and not posts:
            told = begin is not None and begin.end() == at and any(map(str.isalpha, begin.group()))
            posts = positions.career(at, len(text)) if told else positions.chain(at, len(text), coordinated=True)
    if begin and _anothers(settled, begin, posts, following):
        return []
    end = posts[-1].end if posts else (aside.end() if aside else person.end)
    if made := gaps().made.match(settled, end):
        posts = [*posts, *positions.chain(made.end(), len(text))]
    own = (at for at, post in enumerate(posts) if any(runs_into(settled, post, other) for other in following))
    posts = [
        of_sentence(post, positions.organizations, person.start)
        if gaps().made.search(settled, person.end, post.start)
        else _of_paragraph(positions, post)
        for post in posts[: next(own, len(posts))]
        if post.start not in used
    ]
    if person.rule == "meant":
        # `Cô là |đại sứ| của nhiều nhãn hàng`
        posts = [post for post in posts if post.organization or post.takes not in ("body", "owner")]
    if TRADES.issuperset(post.takes for post in posts) and _quoted_source(positions, person, posts):
        return []
    used.update(_covered(offices, posts))
    confidence = 0.92 if person.rule.startswith("honorific") else 0.85
    person = _ranked(positions, person, posts)
    return [as_found(person, post, person.start, post.end, "after", confidence) for post in posts]


def _anothers(settled: str, begin: re.Match[str], posts: list[Post], following: tuple[Person, ...]) -> bool:
    """Whether what follows the name is no post of the person: `do bà Name |quản lý|` is a verb behind a mere blank,
    `Name |Thủ tướng|` a new sentence, and in `bà Name |Bộ trưởng, Chủ nhiệm| Name` a stop is missing."""
    blank = not begin.group().strip() and posts and posts[0].start == begin.end()
    if (blank and posts[0].takes in (*TRADES, "none")) or (begin["bare"] and posts and posts[0].takes in TRADES):
        return True
    return bool(blank) and any(runs_into(settled, post, other) for post in posts for other in following)


def _ranked(positions: Positions, person: Person, posts: list[Post]) -> Person:
    """With the rank that stands between the name and the posts: `Lê Mẫu (SN 1963, |cựu Đại tá|, Cục trưởng …)`."""
    rank = gaps().ranked.search(positions.settled, person.end, posts[0].start) if posts else None
    return replace(person, rank=positions.text[rank.start(1) : rank.end(1)]) if rank and not person.rank else person


def _holds(positions: Positions, one: Found) -> bool:
    """Whether a verb tells of the post right behind the name: `Name |được bầu làm| Chủ tịch`."""
    begin = gaps().after.match(positions.settled, one.person.end)
    return begin is not None and begin.end() == one.post.start and begin.group()[1:2].isalpha()


def _bracketing(positions: Positions, one: Found) -> bool:
    """Whether the post stands in brackets right behind the name: `Name |(Giám đốc Sở Mẫu)|`."""
    return positions.text[one.person.end : one.post.start].strip() == "("


def _practising(positions: Positions, person: Person) -> Iterator[Found]:
    """`|Bác sĩ Lê Mẫu, Khoa Nhi, Bệnh viện Mẫu|, cho biết`: a profession that is the rank, too, and its body;
    `|Cô giáo Lò Thị Mẫu|`."""
    where = positions.organizations
    position, body = profession(person.rank), set_behind(where, person.end) or of_behind(where, person.end)
    if position and body:
        organization = where.plain(*body)
        post = Post(person.start, body[1], position, organization, "occupation")
        yield as_found(person, post, person.start, body[1], "after", 0.85)
    elif person.honorific and calling(person.honorific):
        post = Post(person.start, person.end, person.honorific, None, "occupation")
        yield as_found(person, post, person.start, person.end, "before", 0.85)


def _of_paragraph(positions: Positions, post: Post) -> Post:
    """The body that a post behind a name has in mind may head the paragraph."""
    post = pointed_at(post, positions.organizations)
    paragraph = positions.text.rfind("\n", 0, post.start) + 1
    return in_mind(post, positions.organizations, max(paragraph, post.start - PARAGRAPH))


def _of_sentence(positions: Positions, post: Post) -> Post:
    """The body that a post before a name has in mind stands in the same sentence."""
    post = pointed_at(post, positions.organizations)
    return in_mind(post, positions.organizations, sentence_start(positions.text, post.start, REACH))


def _source(positions: Positions, others: re.Match[str], person: Person) -> bool:
    """`Theo Phó Chủ tịch xã, ông |Name|, …`, `Trao đổi với …`: a source set off by commas is the one in office."""
    named = positions.settled[others.start() : others.end()].split()[0] in word_forms("positions", "asked")
    return named and positions.text[person.end : person.end + 1] == ","


def _quoted_source(positions: Positions, person: Person, posts: list[Post]) -> bool:
    """`Theo bà Name, |nông dân trong huyện đã …|`: the comma closes the source, and a new subject begins."""
    before = positions.settled[sentence_start(positions.text, person.start, 60) : person.start]
    behind = positions.text[posts[-1].end :].lstrip()[:1] if posts else ""
    return _SOURCE.search(before) is not None and behind not in ",.:-–)"


def _covered(offices: list[int], posts: list[Post]) -> list[int]:
    """The offices within the posts: `Nông dân` in `Chủ tịch Hội Nông dân` is none of its own."""
    return [
        at for post in posts for at in offices[bisect_left(offices, post.start) : bisect_left(offices, post.end)]
    ]


def _bracketed(settled: str, end: int) -> list[int]:
    """Where a position may begin in the bracket behind a name: `(39 tuổi, ở phường 2, |Tổ trưởng …)`."""
    bracket = gaps().bracket.match(settled, end)
    if bracket is None:
        return []
    return [match.end() for match in _MARK.finditer(settled, bracket.start(), bracket.end())]


def _joined(settled: str, aside: re.Match[str] | None) -> int:
    begin = gaps().after.match(settled, aside.end()) if aside else None
    return begin.end() if begin else -1


def _before(
    positions: Positions, person: Person, offices: list[int], used: set[int], *, direct: bool
) -> list[Found]:
    """`Bí thư Đảng ủy, Giám đốc Công ty |Name|`; unless `direct` also `Bộ trưởng Bộ Công an, |Đại tướng Name|`."""
    floor = sentence_start(positions.text, person.start, REACH)
    for at in offices[bisect_left(offices, floor) : bisect_left(offices, person.start)]:
        posts = [] if at in used else positions.chain(at, person.start)
        if len(posts) > 1 and gaps().acting.search(positions.settled, floor, at):
            # `Theo ủy quyền của Chủ tịch tỉnh, |Giám đốc sở Name|`
            used.add(at)
            posts = posts[1:]
        posts = [pointed_at(post, positions.organizations) for post in posts]
        gap = _BEFORE_NAME.match(positions.settled, posts[-1].end) if posts else None
        row = gaps().row.match(positions.settled, posts[-1].end) if posts else None
        row = row if row and (several(positions, at) or PLURAL_ROW in row.group()) else None
        if row and row.end() == person.start:
            # `các họa sĩ trẻ như |Name|, Name và Name`
            used.update(_covered(offices, posts))
            return [as_found(person, post, post.start, person.end, "before", 0.8) for post in posts]
        if gap is None or gap.end() != person.start or positions.text[gap.start() - 1] == ".":
            continue
        others = gaps().others.search(positions.settled, floor, at)
        if gap.group().strip() and (direct or _loose(positions, person, others, gap.group().strip(), (floor, at))):
            continue
        if others and len(posts) > 1 and posts[-1].takes == "none" and posts[0].organization:
            # `ý kiến của Chủ tịch Tập đoàn Mẫu, Thủ tướng |Name|`: the first office is someone else's.
            continue
        # `công tác cán bộ, ông |Name|`: a common noun and a comma are no position.
        mixed = not TRADES.issuperset(post.takes for post in posts)
        starts = person.honorific and person.honorific[0].isupper()
        apart = gap.group().strip() not in ("", *word_forms("people", "called")) and not heads_row(
            positions, posts[0], person
        )
        # `. |Chuyên gia giao thông|, TS Name`
        titled = person.rank and gap.group().strip() == "," and positions.text[at].isupper() and not mixed
        if posts[0].takes in TRADES and (mixed or starts or apart) and not titled:
            continue
        used.update(_covered(offices, posts))
        posts = [_of_sentence(positions, positions.beside(post, person.end)) for post in posts]
        confidence = 0.92 if person.rule.startswith("honorific") else 0.88
        return [as_found(person, post, post.start, person.end, "before", confidence) for post in posts]
    return []


def _loose(
    positions: Positions, person: Person, others: re.Match[str] | None, gap: str, before: tuple[int, int]
) -> bool:
    """Whether what stands between the post and the name leaves them apart; `before` reaches up to the post."""
    if person.rule == "called" and not gaps().bearing.search(positions.settled, *before):
        # Not `Trong thời gian giữ cương vị Giám đốc sở, |ông Mẫu|`.
        return True
    # `… đưa cho |điều dưỡng là bà Name|`, not `bạn gái của |ca sĩ là Name|`
    told = gap.endswith(word_forms("people", "called")) and not positions.settled.endswith("của ", *before)
    return others is not None and not told and not _source(positions, others, person)
