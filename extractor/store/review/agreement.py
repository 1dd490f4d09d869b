"""How far reviewers agree on the facts that two of them decided about."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

Verdicts = Mapping[str, str]
"""What each reviewer decided about one fact: accept, reject, correct."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two reviewers: the facts that both decided about, those they agree on, and Cohen's kappa.

    Kappa is 1 for full agreement and 0 for as much as chance gives; None where chance alone would agree on all.
    """

    first: str
    second: str
    items: int
    agreed: int
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A fact that people decided differently about, with each reviewer's last decision."""

    fact: str
    article: str
    decisions: tuple[tuple[str, str], ...]


def agreement(db: sqlite3.Connection, article: str | None = None) -> list[Agreement]:
    """Each pair of reviewers who decided about the same facts (of the article), the pair with the most first."""
    pairs: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for (where, _), verdicts in _verdicts(db).items():
        if article not in (None, where):
            continue
        for first, second in combinations(sorted(verdicts), 2):
            pairs[(first, second)].append((verdicts[first], verdicts[second]))
    found = [
        Agreement(first, second, len(told), sum(one == other for one, other in told), cohen_kappa(told))
        for (first, second), told in pairs.items()
    ]
    return sorted(found, key=lambda one: (-one.items, one.first, one.second))


def disagreements(db: sqlite3.Connection) -> list[Disagreement]:
    """The facts whose reviewers' last decisions differ."""
    return [
        Disagreement(fact, article, tuple(sorted(verdicts.items())))
        for (article, fact), verdicts in sorted(_verdicts(db).items())
        if len(set(verdicts.values())) > 1
    ]


def cohen_kappa(pairs: list[tuple[str, str]]) -> float | None:
    """Cohen's kappa (1960): agreement beyond what the two raters' own shares of each category give by chance."""
    total = len(pairs)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(first[category] * second[category] for category in first) / total**2
    if chance == 1:
        return None
    return (sum(one == other for one, other in pairs) / total - chance) / (1 - chance)


def _verdicts(db: sqlite3.Connection) -> dict[tuple[str, str], dict[str, str]]:
    """The last decision of each reviewer about each fact; two corrections agree, whatever they correct."""
    rows = db.execute(
        "SELECT fact, article, reviewer, decision FROM reviews AS r "
        "WHERE decision IN ('accept', 'reject', 'correct', 'split') "
        "AND NOT EXISTS (SELECT 1 FROM reviews AS u WHERE u.undoes = r.key) ORDER BY at, key"
    )
    last: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for row in rows:
        last[(row["article"], row["fact"])][row["reviewer"]] = row["decision"]
    return dict(last)
