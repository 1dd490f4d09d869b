"""Which unit each mention means: all mentions of an article weighed together."""

import math
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from extractor.reading.places.spans import Link, Mention
from extractor.reading.places.words import district_kinds, province_kinds
from extractor.vietnamese.gazetteer import REFORM, Gazetteer, Unit, bounds, name_key

_ROUNDS = 4
_DAYS = 365.25
_TIE = 0.7
_RUNNERS_UP = 3
_NEGLIGIBLE = 0.005
_HOME = 3.0
_BEFORE_REFORM = 0.3
MERGED = "merged"
_FIRST_YEAR, _REFORM_YEAR, _LATEST = 2017, 2025, 2026
_LAST_DISTRICT_DAY = "2025-06-30"
_EVER = 100.0
_AHEAD = 2.6
"""Years by which a unit may be named before the gazetteer has it: a merger of 2018 shows in a snapshot of 2020."""
Lineage = tuple[tuple[str, str], ...]
"""(level, key of the name) from the province down."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit that a mention may mean, its lineage and what speaks for it before the context is known."""

    line: tuple[Unit, ...]
    lineage: Lineage
    prior: float
    misspelt: bool = False

    @property
    def unit(self) -> Unit:
        """The unit itself."""
        return self.line[-1]

    @property
    def path(self) -> tuple[str, ...]:
        """The names from the province down."""
        return tuple(unit.name for unit in self.line)


@dataclass(frozen=True, slots=True)
class Resolved:
    """The choice for a mention: the best candidate (None if unknown), its probability, and those that tie."""

    best: Candidate | None
    probability: float
    ties: tuple[Candidate, ...] = ()
    runners_up: tuple[tuple[Candidate, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known before the mentions: the days of publication, the home, the kinds of district in play."""

    first: str
    last: str
    home: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()

    @property
    def date(self) -> str | None:
        """A day in the middle of the possible ones, as of which paths are given; None if nothing is known."""
        if self.last.startswith("9999"):
            return None
        days = _years(self.first, self.last) * _DAYS
        return (_day(self.last) - timedelta(days=days / 2)).isoformat()


def setting(published: str | None, homes: tuple[str, ...], spoken_of: Counter[str], years: list[int]) -> Setting:
    """The setting of an article. Without a date, the years in the text and the districts that it speaks of decide.

    Districts ended on 2025-07-01: an article that speaks of a huyện, quận or thị xã is older, even if it plans for
    later years; one that speaks of a thành phố or of past years only is so unless it speaks of later ones.
    """
    first, last = bounds(published)
    if published is None:
        past = max((year for year in years if year < _REFORM_YEAR), default=0)
        later = any(_REFORM_YEAR <= year <= _LATEST for year in years)
        surely = any(spoken_of[kind] for kind in district_kinds() - province_kinds())
        if surely or (not later and (past or any(spoken_of[kind] for kind in district_kinds()))):
            first, last = f"{max(past, _FIRST_YEAR)}-01-01", _LAST_DISTRICT_DAY
            if past > _FIRST_YEAR - 2 and not later:
                last = min(last, f"{past + 1}-12-31")
        elif later and spoken_of[MERGED]:
            first, last = REFORM, f"{_LATEST}-12-31"
    kinds = frozenset(kind for kind in district_kinds() if spoken_of[kind] > 0)
    return Setting(first, last, tuple(map(name_key, homes)), kinds if len(kinds) == 1 else frozenset())


def candidates(mention: Mention, places: Gazetteer, when: Setting) -> tuple[Candidate, ...]:
    """The units that a mention may mean, one for each path, the likeliest row of it."""
    best: dict[tuple[str, Lineage], Candidate] = {}
    for unit in places.named(mention.key):
        if unit.level not in mention.levels or _foreign_kind(unit, mention) or not may_be_named(unit, when):
            continue
        line = places.lineage(unit, when.date)
        keyed = lineage_of(line)
        prior = _time(unit, mention, when) + _kind(unit, mention) + _home(keyed, when, line)
        fresh = Candidate(line, keyed, prior)
        rival = best.get((unit.level, keyed))
        if rival is None or prior > rival.prior:
            best[unit.level, keyed] = fresh
    return _living(tuple(best.values()), mention, when)


def may_be_named(unit: Unit, when: Setting) -> bool:
    """Whether the unit existed at publication or soon after: edges are soft but for the day of the reform."""
    return _years(when.last, unit.valid_from) <= (_BEFORE_REFORM if unit.valid_from == REFORM else _AHEAD)


def lineage_of(line: tuple[Unit, ...]) -> Lineage:
    """Levels and name keys of a line of units."""
    return tuple((each.level, each.key) for each in line)


def _foreign_kind(unit: Unit, mention: Mention) -> bool:
    """Whether `TP. Quảng Ngãi` would be the province: a word for two levels has to fit the kind."""
    both = mention.explicit and len(mention.levels) > 1 and bool(mention.kinds)
    return both and unit.level == "province" and unit.kind not in mention.kinds


def _living(found: tuple[Candidate, ...], mention: Mention, when: Setting) -> tuple[Candidate, ...]:
    """Without the ended units whose name a living one bears: of the same level and province, or a successor."""
    if mention.former or mention.merged:
        return found
    living = [c for c in found if c.unit.valid(when.first, when.last)]
    kin = {(c.unit.level, c.lineage[0]) for c in living if not mention.kinds or c.unit.kind in mention.kinds}
    codes = {(c.unit.level, c.unit.code) for c in living}

    def outlived(c: Candidate) -> bool:
        heirs = {(c.unit.level, code) for code in c.unit.successors.split()}
        return (c.unit.level, c.lineage[0]) in kin or not heirs.isdisjoint(codes)

    return tuple(c for c in found if c in living or not outlived(c))


def _time(unit: Unit, mention: Mention, when: Setting) -> float:
    """Edges are soft: a snapshot shows a change up to a year or two after the decree."""
    if unit.valid(when.first, when.last):
        return (-2.5 if mention.former else 0.0) - _absence(unit, when)
    if unit.valid_to and unit.valid_to <= when.first:
        if mention.former or mention.merged:
            return 0.5
        years = _years(unit.valid_to, when.first)
        return -1.0 - min(years, 4.0)
    return -2.0 - 2.0 * min(_years(when.last, unit.valid_from), 4.0)


def _absence(unit: Unit, when: Setting) -> float:
    """The share of the possible days of publication on which the unit did not exist."""
    whole = _years(when.first, when.last)
    if whole <= 0.0 or whole > _EVER:
        return 0.0
    return 1.0 - _years(max(unit.valid_from, when.first), min(unit.valid_to or when.last, when.last)) / whole


def _years(earlier: str, later: str) -> float:
    return (_day(later) - _day(earlier)).days / _DAYS


@cache
def _day(iso: str) -> date:
    """The day of a full ISO date, the nearest one for what is none (2024-02-31); an empty one is long ago."""
    year, month, day = map(int, (iso or "0001-01-01").split("-"))
    year, month = max(year, 1), min(max(month, 1), 12)
    return date(year, month, min(max(day, 1), monthrange(year, month)[1]))


def _kind(unit: Unit, mention: Mention) -> float:
    if not mention.kinds:
        return {"province": 2.0, "district": 0.0}.get(unit.level, -1.0)
    if mention.rule == "list" and unit.kind not in mention.kinds:
        return -0.5
    return 0.5 if unit.kind in mention.kinds else -2.0


def _home(line: Lineage, when: Setting, units: tuple[Unit, ...]) -> float:
    names = {key for _, key in line}
    score = _HOME * sum(key in names for key in when.home)
    if any(unit.level == "district" and unit.kind in when.kinds for unit in units):
        score += 1.0
    return score


def resolve(mentions: list[Mention], links: list[Link], options: list[tuple[Candidate, ...]]) -> list[Resolved]:
    """The likeliest candidate of every mention, by rounds of mutual support.

    In each round a candidate gains from the belief in other mentions of its province and district, and from the
    candidates that the mentions linked with it believe in. The work is linear in candidates times links.
    """
    beliefs = [_softmax([c.prior for c in each]) for each in options]
    groups = Counter((m.key, m.levels) for m in mentions)
    weights = [1.0 / groups[m.key, m.levels] + 0.2 for m in mentions]
    scores: list[list[float]] = [[] for _ in mentions]
    for _ in range(_ROUNDS):
        mass = _mass(options, beliefs, weights)
        same: dict[object, dict[Lineage, float]] = {}
        for m, each, belief in zip(mentions, options, beliefs, strict=True):
            if not (m.former or m.merged):
                counter = same.setdefault((m.key, m.levels, m.kinds), defaultdict(float))
                for c, p in zip(each, belief, strict=True):
                    counter[c.lineage] += p
        for i, each in enumerate(options):
            own = _mass([each], [beliefs[i]], [weights[i]])
            m = mentions[i]
            twins = same.get((m.key, m.levels, m.kinds), {})
            scores[i] = [
                c.prior + _support(c, mass, own) + min(2.0, 0.7 * (twins.get(c.lineage, p) - p))
                for c, p in zip(each, beliefs[i], strict=True)
            ]
        for link in links:
            _tie_up(link, options, beliefs, scores)
        beliefs = [_softmax(each) for each in scores]
    astray = {link.lower for link in links if _contradicts(link, options, beliefs)}
    return [
        _chosen(each, belief, score, astray=i in astray)
        for i, (each, belief, score) in enumerate(zip(options, beliefs, scores, strict=True))
    ]


def _contradicts(link: Link, options: list[tuple[Candidate, ...]], beliefs: list[list[float]]) -> bool:
    """Whether the lower unit is told to lie where none of its name does, with its namesake in another province."""
    if link.bond not in ("in", "either") or not (options[link.lower] and options[link.upper]):
        return False
    lower, upper = (
        max(zip(beliefs[i], options[i], strict=True), key=lambda pair: pair[0])[1] for i in (link.lower, link.upper)
    )
    elsewhere = lower.lineage[0] != upper.lineage[0]
    return elsewhere and all(_fit(c, upper, link.bond) < 0 for c in options[link.lower])


def likelihood(mention: Mention, places: Gazetteer, when: Setting) -> dict[Unit, float]:
    """The probability of each unit that a mention alone may mean, without other mentions around it."""
    found = candidates(mention, places, when)
    return dict(zip((each.unit for each in found), _softmax([each.prior for each in found]), strict=True))


def _mass(
    options: list[tuple[Candidate, ...]], beliefs: list[list[float]], weights: list[float]
) -> dict[Lineage, float]:
    """How much belief lies in each province and district."""
    mass: dict[Lineage, float] = defaultdict(float)
    for each, belief, weight in zip(options, beliefs, weights, strict=True):
        for c, p in zip(each, belief, strict=True):
            for depth in range(1, len(c.lineage) + 1):
                mass[c.lineage[:depth]] += p * weight
    return mass


def _support(c: Candidate, mass: Mapping[Lineage, float], own: Mapping[Lineage, float]) -> float:
    score = 0.0
    for depth, (level, _) in enumerate(c.lineage, 1):
        if level == "commune":
            break
        around = c.lineage[:depth]
        weight = 0.9 if level == "province" else 0.7
        # A province has no district of its own to gain from.
        weight += 0.7 if c.unit.level == "province" else 0.0
        score += weight * min(3.0, mass[around] - own[around])
    return score


def _tie_up(
    link: Link, options: list[tuple[Candidate, ...]], beliefs: list[list[float]], scores: list[list[float]]
) -> None:
    low, high = options[link.lower], options[link.upper]
    for i, c in enumerate(low):
        fits = (p * _fit(c, d, link.bond) for d, p in zip(high, beliefs[link.upper], strict=True))
        scores[link.lower][i] += sum(fits)
    for j, d in enumerate(high):
        scores[link.upper][j] += max(
            (p * _fit(c, d, link.bond) for c, p in zip(low, beliefs[link.lower], strict=True)), default=0.0
        )


def _fit(c: Candidate, d: Candidate, bond: str) -> float:
    inside = len(d.lineage) < len(c.lineage) and d.lineage[-1] in c.lineage
    sibling = c.unit.level == d.unit.level and c.lineage[:-1] == d.lineage[:-1]
    if bond == "in":
        return 6.0 if inside else -4.0
    if bond == "was":
        return 0.5 if inside else 0.0
    if bond == "list":
        return 3.0 if sibling else (0.5 if c.lineage[0] == d.lineage[0] else -1.0)
    if c.lineage == d.lineage:
        return -3.0  # a list does not repeat itself: TP. Quảng Ngãi, Quảng Ngãi
    return 4.0 if inside else (2.5 if sibling else -1.0)


def _softmax(scores: list[float]) -> list[float]:
    if not scores:
        return []
    top = max(scores)
    raw = [math.exp(score - top) for score in scores]
    total = sum(raw)
    return [each / total for each in raw]


def _chosen(each: tuple[Candidate, ...], belief: list[float], scores: list[float], *, astray: bool) -> Resolved:
    if not each:
        return Resolved(None, 0.0)
    order = sorted(range(len(each)), key=lambda i: -scores[i])
    best = order[0]
    ties = [each[i] for i in order if astray or scores[best] - scores[i] < _TIE]
    paths = {tuple(map(name_key, c.path)) for c in ties}
    others = tuple((each[i], belief[i]) for i in order[1 : _RUNNERS_UP + 1] if belief[i] >= _NEGLIGIBLE)
    return Resolved(each[best], belief[best], tuple(ties) if len(paths) > 1 else (), others)


def is_former(unit: Unit, when: Setting) -> bool:
    """Whether the unit had ended at publication."""
    return bool(unit.valid_to) and unit.valid_to <= when.first
