"""Posts told further on in the sentence of a name: `|Ông Lê Mẫu| về Sở Mẫu, giữ chức |Phó Giám đốc Sở|`."""

import re
from collections.abc import Iterator

from extractor.facts.roles.elision import Post, of_clause, sentence_end
from extractor.facts.roles.found import Found, as_found
from extractor.facts.roles.gaps import gaps
from extractor.facts.roles.positions import Positions
from extractor.reading.spans import Person
from extractor.vietnamese.lexicon import word_pattern

REACH = 160
# In brackets, which may have begun before: `|tỉnh Mẫu)| vừa được bầu làm`.
_BRACKETED = re.compile(r"(?:\(|\A)[^()]*\)")


def held_further(
    positions: Positions, person: Person, following: tuple[Person, ...], used: set[int], begin: int
) -> Iterator[Found]:
    """`|Ông Lê Văn Mẫu| về trường với vai trò |Phó Hiệu trưởng|`, `… bị bắt khi đang là |Giám đốc Sở Mẫu|`.

    What comes next may be told from `begin` on, behind the posts that are known.
    """
    stop = min([_told_until(positions, begin), *(other.start for other in following[:1])])
    while held := gaps().held.search(positions.settled, begin, stop):
        before = positions.settled[begin : held.start()]
        if _told(before) or _BRACKETED.sub("", before).count(",") > 2:
            return
        posts = positions.career(held.end(), following[0].start if following else len(positions.text))
        begin = max((held.end(), *(post.end for post in posts)))
        stop = min([_told_until(positions, begin), *(other.start for other in following[:1])])
        for post in posts:
            own = not any(runs_into(positions.settled, post, other) for other in following[:1])
            if own and post.start not in used and (post.organization or post.takes in ("body", "minister", "unit")):
                used.add(post.start)
                post = of_clause(post, positions.organizations, person.end, held.start())
                yield as_found(person, post, person.start, post.end, "held", 0.8)


def _told_until(positions: Positions, begin: int) -> int:
    """Where the sentence ends; a post behind a semicolon is the same one's: `…; |phân công giữ chức| Bí thư`."""
    stop = sentence_end(positions.text, begin, REACH)
    while gaps().resumed.match(positions.text, stop):
        stop = sentence_end(positions.text, stop + 1, REACH)
    return stop


def _told(between: str) -> bool:
    """Whether somebody else is told of: `Bà Lê Thị Mẫu |kể con bà| đang là …`, not `… |nhớ lại| lúc còn làm …`."""
    said = list(word_pattern("speech", "telling").finditer(between))
    return bool(said) and bool(between[said[-1].end() :].strip())


def runs_into(settled: str, post: Post, other: Person) -> bool:
    """Whether the name comes right behind the post, with no mark between, or a `là`."""
    between = settled[post.end : max(post.end, other.start)]
    if settled.endswith(".", 0, post.end):
        # `Giám đốc Sở Y tế TP.| Ông Lê Mẫu …`
        return False
    return post.start < other.name_start and between.strip() in ("", "là") and "\n" not in between
