"""People and their positions."""

import re
from dataclasses import dataclass

from extractor.facts.grounding import ground
from extractor.facts.positions import Positions, Post, sentence_start
from extractor.facts.scene import Scene
from extractor.facts.times import Times
from extractor.reading.spans import Person, Reading
from extractor.records import Role
from extractor.vietnamese.phrases import BLANK, settle

REACH = 160
_G = f"(?:{BLANK})?"
_ASIDE = re.compile(
    rf"(?:{_G}\([^()\n]{{0,60}}\))?(?:{_G},[ ]*(?:\d{{1,3}} tuổi|sinh (?:năm|ngày) [\d/.-]+|sn:? ?\d{{4}}|dân tộc \w+))*"
)
_NOW = (
    r"(?:(?:hiện|hiện đang|nay|hiện nay)[ ])?(?:được (?:bầu|bổ nhiệm)[ ])?"
    r"(?:là|làm|giữ chức|giữ chức vụ|giữ cương vị)[ ]"
)
# `(sinh năm 1970, Giám đốc …)`: what stands between the bracket and the position.
_BORN = r"(?:\((?:sn|sinh năm|sinh ngày|\d{1,3} tuổi)[^(),\n]{0,20}[,-][ ](?:(?:ở|trú|ngụ|quê)[^(),\n]{0,40},[ ])?)"
_AFTER_NAME = re.compile(rf"{_G}{_BORN}|{_G}(?:,|:|\(|-|–|—|,[ ]*-){_G}(?:{_NOW})?(?:tân[ ]|một[ ])?|[ ]{_NOW}|[ ]")
_BEFORE_NAME = re.compile(rf"{_G}(?:,|:|-|–|—|là|\b){_G}")
# `thừa ủy quyền của Thủ tướng, đồng chí …`: someone else's office.
_OTHERS = re.compile(r"(?:của|quyền|bởi|với|cho|từ|theo|gửi|do)[ ]$")
_MADE = re.compile(
    r"(?:[ ]\([^()\n]{0,60}\))?[ ]*[,–—-]?[ ]*\b(?:được (?:bầu|bổ nhiệm|phân công|chỉ định)[ ])?(?:làm|giữ chức vụ|giữ chức)[ ]"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A person in a post, where it was read and how sure that is."""

    person: Person
    post: Post
    start: int
    end: int
    rule: str
    confidence: float


def build_roles(reading: Reading, scene: Scene, times: Times) -> tuple[Role, ...]:
    """One record for each person and position; repeated mentions merge to the fullest."""
    positions = Positions.of(reading)
    used: set[int] = set()
    found: list[_Found] = []
    for person in reading.people:
        found.extend(_after(positions, person, used))
    offices = positions.offices()
    for person in reading.people:
        found.extend(_before(positions, person, offices, used))
    return _records(reading, [f for f in found if f.post.takes != "passing"])


def _after(positions: Positions, person: Person, used: set[int]) -> list[_Found]:
    """`Name - position organization, position organization`, `do Name - … làm Trưởng ban`."""
    text, settled = positions.text, positions.settled
    aside = _ASIDE.match(settled, person.end)
    begin = _AFTER_NAME.match(settled, person.end)
    posts: list[Post] = []
    for at in (begin.end() if begin else -1, _joined(settled, aside)):
        if at >= 0 and not posts:
            posts = positions.chain(at, len(text))
    end = posts[-1].end if posts else (aside.end() if aside else person.end)
    if made := _MADE.match(settled, end):
        posts = [*posts, *positions.chain(made.end(), len(text))]
    posts = [positions.elided(post) if _MADE.search(settled, person.end, post.start) else post for post in posts]
    used.update(post.start for post in posts)
    confidence = 0.9 if person.rule.startswith("honorific") else 0.8
    return [_Found(person, post, person.start, post.end, "after", confidence) for post in posts]


def _joined(settled: str, aside: re.Match[str] | None) -> int:
    begin = _AFTER_NAME.match(settled, aside.end()) if aside else None
    return begin.end() if begin else -1


def _before(positions: Positions, person: Person, offices: list[int], used: set[int]) -> list[_Found]:
    """`Bí thư Đảng ủy, Giám đốc Công ty |Name|`, `Bộ trưởng Bộ Công an, |Đại tướng Name|`."""
    floor = sentence_start(positions.text, person.start, REACH)
    for at in (office for office in offices if floor <= office < person.start and office not in used):
        posts = positions.chain(at, person.start)
        gap = _BEFORE_NAME.match(positions.settled, posts[-1].end) if posts else None
        others = _OTHERS.search(positions.settled, floor, at) and "," in (gap.group() if gap else "")
        ended = gap and positions.text[gap.start() - 1] == "."
        if gap and gap.end() == person.start and not others and not ended:
            used.update(post.start for post in posts)
            confidence = 0.9 if person.rule.startswith("honorific") else 0.85
            return [_Found(person, post, post.start, person.end, "before", confidence) for post in posts]
    return []


def _records(reading: Reading, found: list[_Found]) -> tuple[Role, ...]:
    ranks = {p.name: p.rank for p in reversed(reading.people) if p.rank}
    best: dict[tuple[str, str], _Found] = {}
    for one in found:
        key = (settle(one.person.name), settle(one.post.position))
        kept = best.get(key)
        if kept is None or len(one.post.organization or "") > len(kept.post.organization or ""):
            best[key] = one
    return tuple(_record(reading, one, ranks.get(one.person.name)) for one in best.values())


def _record(reading: Reading, one: _Found, rank: str | None) -> Role:
    start, end = ground(reading.text, one.start, one.end)
    return Role(
        article_id=reading.article_id,
        start=start,
        end=end,
        quote=reading.text[start:end],
        rule=f"role-{one.rule}",
        reasons={"person": one.person.rule, "position": one.post.takes},
        confidence=one.confidence,
        person=one.person.name,
        rank=rank,
        position=one.post.position,
        organization=one.post.organization,
    )
