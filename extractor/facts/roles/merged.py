"""Roles from what was found: one record for a person and position, however often the text tells it."""

import re

from extractor.facts.grounding import ground
from extractor.facts.roles.elision import Post, split_above
from extractor.facts.roles.found import Found
from extractor.reading.spans import Person, Reading
from extractor.records import Role
from extractor.vietnamese.lexicon import word_set
from extractor.vietnamese.phrases import settle

_WORD = re.compile(r"[^\W_]+(?:[&-]\w+)*")


def merged(reading: Reading, people: tuple[Person, ...], found: list[Found]) -> tuple[Role, ...]:
    """One record for a person and position, in the order of the text, with the fullest organisation."""
    names = {person.name for person in people}
    ranked = sorted((*people, *(one.person for one in found)), key=lambda person: -person.start)
    ranks: dict[str, str | None] = {_full(p.name, names): p.rank for p in ranked if p.rank}
    best: list[Found] = []
    for one in sorted(found, key=lambda f: f.start):
        same = next((kept for kept in best if _same(kept, one, names)), None)
        if same is None:
            best.append(one)
        elif _length(one.post) > _length(same.post):
            best[best.index(same)] = one
    return tuple(_record(reading, one, _full(one.person.name, names), ranks) for one in best)


def _length(post: Post) -> int:
    return len(post.position) + len(post.organization or "")


def _full(name: str, names: set[str]) -> str:
    """The longest name of the article that ends in this one: `Vân Mẫu` after `Lê Thị Vân Mẫu`."""
    tribal = len(name.split()[0]) == 1  # `Y Mẫu` of `Y Mẫu Niê`
    fuller = (n for n in names if n.endswith(f" {name}") or (tribal and n.startswith(f"{name} ")))
    return max((name, *fuller), key=len)


def _same(kept: Found, one: Found, names: set[str]) -> bool:
    if _full(kept.person.name, names) != _full(one.person.name, names):
        return False
    if _now(kept.post) != _now(one.post):
        return _shortens(one.post, kept.post) or _shortens(kept.post, one.post)
    if _differ(kept.post.organization or "", one.post.organization or ""):
        return False
    (mine, above), (other, others) = (split_above(settle(f.post.organization or "")) for f in (kept, one))
    one_seat = above == others != ""  # `Vụ A thuộc Bộ Mẫu` is not `Vụ B thuộc Bộ Mẫu`
    left, right = (set(words.split()) for words in ((mine, other) if one_seat else (mine + above, other + others)))
    return len(left & right) >= (0.5 if one_seat else 0.6) * min(len(left), len(right))


def _differ(left: str, right: str) -> bool:
    """Whether two bodies part at a word that the other lacks: `Tỉnh ủy Mẫu` and `Tỉnh đoàn Mẫu`; short forms
    (`Sở GD-ĐT`) tell nothing."""
    both = [_WORD.findall(body) for body in (left, right)]
    for mine, other in zip(*both, strict=False):
        if settle(mine) != settle(other):
            lacking = (
                settle(word) not in map(settle, words) for word, words in zip((other, mine), both, strict=True)
            )
            return not any(word.isupper() for word in (mine, other)) and all(lacking)
    return False


def _now(post: Post) -> str:
    """The position without what tells that it is past: `giám đốc` of `cựu Giám đốc`."""
    words = settle(post.position).split()
    return " ".join(words[words[0] in word_set("positions", "former") :])


def _shortens(short: Post, full: Post) -> bool:
    """`chuyên gia` after `chuyên gia tâm lý`: the same position in fewer words."""
    return not short.organization and settle(full.position).startswith(f"{settle(short.position)} ")


def _record(reading: Reading, one: Found, name: str, ranks: dict[str, str | None]) -> Role:
    start, end = ground(reading.text, one.start, one.end)
    return Role(
        article_id=reading.article_id,
        start=start,
        end=end,
        quote=reading.text[start:end],
        rule=f"role-{one.rule}",
        reasons={"person": one.person.rule, "position": one.post.takes},
        confidence=one.confidence,
        person=name,
        rank=ranks.get(name),
        position=one.post.position,
        organization=one.post.organization,
    )
