"""Posts told of people at a distance: `bầu chức vụ |Chủ tịch UBND tỉnh| đối với |ông Lê Mẫu|`, `|ông Lê Mẫu| và bà
Hà Mẫu được bầu làm |Phó Chủ tịch|`."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from extractor.facts.roles.elision import Post, sentence_end
from extractor.facts.roles.positions import Positions
from extractor.facts.roles.vocabulary import station
from extractor.reading.spans import Person
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation

_REACH = 60  # characters before an office, and the longest sentence behind it that is looked at
_NEXT = 300
_SEVERAL_REACH = 60  # characters before the first of several names
_JOINTS = frozenset({",", "và", ";", ", và", "; và", "hay", "hoặc"})


@cache
def _lead() -> re.Pattern[str]:
    """`miễn nhiệm `, `chức vụ `, `bầu bổ sung chức danh `, before an office."""
    verb = alternation(word_forms("positions", "conferring"))
    return re.compile(rf"(?<!\w)(?:{verb}|(?:{verb}[ ])?{station()})[ ](?:\d+[ ])?$")


@cache
def _bearer() -> re.Pattern[str]:
    """` nhiệm kỳ 2021-2026 đối với `, `, khóa XVII cho: `, behind an office."""
    bearer, term = (alternation(word_forms("positions", table)) for table in ("bearer", "term"))
    return re.compile(rf"(?:,?[ ]\(?{term}[^,;:.()\n]{{0,30}}?\)?)*[ ]{bearer}[ ]?:?[ ]")


@cache
def _several() -> re.Pattern[str]:
    """`các bị cáo `, before the first name."""
    several, accused = (alternation(word_forms("people", table)) for table in ("several", "accused"))
    return re.compile(rf"(?<!\w){several}[ ]{accused}[ ]$")


def conferred(
    positions: Positions, people: Sequence[Person], offices: Sequence[int], ends: Mapping[int, int]
) -> Iterator[tuple[Person, Post]]:
    """People and the posts that are given to them or taken from them; `ends` is where a person's own posts end."""
    starts = [person.start for person in people]
    for at in offices:
        if not _lead().search(positions.settled, max(0, at - _REACH), at):
            continue
        posts = positions.chain(at, sentence_end(positions.text, at, _NEXT))
        bearer = _bearer().match(positions.settled, posts[-1].end) if posts else None
        index = bisect_right(starts, bearer.end() - 1) if bearer else len(people)
        if bearer is None or index == len(people) or people[index].start != bearer.end():
            continue
        last = index
        while last + 1 < len(people) and _joint(positions, people, ends, last) in _JOINTS:
            last += 1
        yield from ((person, post) for person in people[index : last + 1] for post in posts)


def together(
    positions: Positions,
    people: Sequence[Person],
    held: Mapping[int, Post],
    ends: Mapping[int, int],
    known: set[str],
) -> Iterator[tuple[Person, Post]]:
    """Those told before the one who holds a post, too: `|các ông Lê Mẫu|, |Vũ Mẫu| và bà Hà Mẫu được bầu làm …`.

    `held` are the posts by where the last one's name starts. Without a word for several an `và` has to join them,
    and a verb has to tell the post; a post in brackets is not theirs who are `known` in posts of their own.
    """
    for at, person in enumerate(people):
        if person.start not in held:
            continue
        bracketed = _bracketed(positions, person, held[person.start])
        first = at
        while first and people[first].rule != "honorific-list":
            other = people[first - 1]
            own = other.start in held and (bracketed or not _bracketed(positions, other, held[other.start]))
            if own or _joint(positions, people, ends, first - 1) not in _JOINTS:
                break
            first -= 1
        begin = people[first].start
        accused = _several().search(positions.settled, max(0, begin - _SEVERAL_REACH), begin)
        several = people[first].rule == "honorific-list" or accused
        if several or (first < at and not bracketed and _joint(positions, people, ends, at - 1).endswith("và")):
            before = (one for one in people[first:at] if not (bracketed and one.name in known))
            yield from ((one, held[person.start]) for one in before)


def _bracketed(positions: Positions, person: Person, post: Post) -> bool:
    """Whether the post stands in brackets behind the name: `Lê Mẫu |(Phó Chánh Văn phòng)|`."""
    return positions.text[person.end : post.start].strip() == "("


def _joint(positions: Positions, people: Sequence[Person], ends: Mapping[int, int], at: int) -> str:
    """What stands between a person's own posts, or the name, and the next person."""
    begin = max(people[at].end, ends.get(people[at].start, 0))
    return positions.text[begin : people[at + 1].start].strip(" \n)")
