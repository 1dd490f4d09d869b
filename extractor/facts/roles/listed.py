"""Posts that are said once for all who hold them: `các Phó Chủ tịch UBND huyện: Name, |Name| và |Name|`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.facts.roles.elision import Post, shared_office
from extractor.facts.roles.found import Found
from extractor.facts.roles.gaps import gaps
from extractor.facts.roles.positions import Positions
from extractor.facts.roles.vocabulary import TRADES
from extractor.reading.numbers.scan import parse_number
from extractor.reading.spans import Person

PLURAL_ROW = " gồm"  # the one word of a row that no single holder follows
_CLOSED = re.compile(r"[ ]?(?:[.;:)]|$)|\n")
_JOINTS = frozenset({",", "và", ";", "hay", "hoặc", ", và", "; và"})


def several(positions: Positions, at: int) -> bool:
    """Whether the office at `at` is told of several people: `các |Phó Chủ tịch|`, `2 |hiệu phó|`."""
    return gaps().plural.search(positions.settled, max(0, at - 30), at) is not None


def listed(positions: Positions, people: Sequence[Person], found: Sequence[Found]) -> list[Found]:
    """What was found with the further holders of each post, and the body that is told behind the last of them."""
    ends: dict[int, int] = {}
    for one in found:
        ends[one.person.start] = max(one.end, ends.get(one.person.start, 0))
    placed = {one.person.start for one in found}
    rows: dict[int, tuple[Found, list[Found]]] = {}
    for at, person in enumerate(people):
        heads = [one for one in found if one.person.start == person.start and one.rule == "before"]
        if heads and (_plural(positions, heads) or _bare_row(positions, people[at:], heads[-1], placed)):
            holders = list(_further(positions, people[at:], heads[0], ends, placed))
            placed |= {holder.start for holder in holders}
            last = holders[-1] if holders else person
            for head in heads:
                post = positions.beside(head.post, last.end)
                rows[id(head)] = replace(head, post=post), [_also(head, post, holder) for holder in holders]
    kept = [rows[id(one)][0] if id(one) in rows else one for one in found]
    return [*kept, *(one for _, more in rows.values() for one in more)]


def _plural(positions: Positions, heads: Sequence[Found]) -> bool:
    """Whether one of the posts of a person is told of several."""
    return any(several(positions, head.start) or _counted(positions, head) for head in heads)


def _bare_row(positions: Positions, people: Sequence[Person], head: Found, placed: set[int]) -> bool:
    """Whether names follow with nothing said of them, and several hold the post: `Kiểm sát viên Name, |Name|.`"""
    first, row = people[0], [people[0]]
    for last, person in pairwise(people):
        alike = bool(person.honorific or person.rank) == bool(first.honorific or first.rank)
        if person.start in placed or not alike or positions.text[last.end : person.start].strip() not in _JOINTS:
            break
        row.append(person)
    shared = head.post.takes in TRADES or shared_office(head.post.position)
    return shared and len(row) > 1 and _CLOSED.match(positions.text, row[-1].end) is not None


def _further(
    positions: Positions, people: Sequence[Person], head: Found, ends: Mapping[int, int], placed: set[int]
) -> Iterator[Person]:
    """Those told behind the first holder; where they are counted, one with a post of the own is one of them, too:
    `hai Ủy viên UBND tỉnh là ông Name, Giám đốc Sở Mẫu và |bà Name, Chánh Thanh tra|`."""
    number = _number(positions, head.start)
    for count, (last, person) in enumerate(pairwise(people), start=1):
        own = person.start in placed
        if count == number or (own and number is None) or not _joined(positions, last, person, ends):
            return
        yield person


def _joined(positions: Positions, last: Person, person: Person, ends: Mapping[int, int]) -> bool:
    """Whether one name follows the other in a row: `Name (SN 1959), |Name|`, `Name, Giám đốc Mẫu và |Name|`."""
    begin = max(last.end, ends.get(last.start, 0))
    aside = gaps().aside.match(positions.settled, begin)
    begin = aside.end() if aside else begin
    return positions.text[begin : person.start].strip(" )\n") in _JOINTS


def _counted(positions: Positions, head: Found) -> bool:
    """`Phó Bí thư Đảng ủy xã |gồm: Name|, Name`: a row of names without a word for several."""
    plural = PLURAL_ROW in positions.settled[head.post.end : head.person.start]
    return plural or heads_row(positions, head.post, head.person)


def heads_row(positions: Positions, post: Post, person: Person) -> bool:
    """Whether a trade opens its row: `. |Thủ môn|: Name, Name.`"""
    opens = positions.text[: post.start].rstrip(" \u00a0-–")[-1:] in ("", ".", ":", ";", "\n")
    return opens and post.takes == "player" and positions.text[post.end : person.start].strip() == ":"


def _number(positions: Positions, at: int) -> int | None:
    """How many the office at `at` is told of, if a number tells."""
    plural = gaps().plural.search(positions.settled, max(0, at - 30), at)
    told = parse_number(plural["number"]) if plural and plural["number"] else None
    return int(told) if told else None


def _also(head: Found, post: Post, person: Person) -> Found:
    return Found(person, post, head.start, person.end, "listed", 0.8)
