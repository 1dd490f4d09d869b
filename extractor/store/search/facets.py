"""Search page by page with facets: how many hits there are of each kind, province, year, outlet and so on."""

import json
import sqlite3
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from extractor.records import KINDS, Kind
from extractor.store.answers.facts import DATE, HOLDS, PLACE, Answer, Conditions, answers
from extractor.store.search.embedding import Embedder
from extractor.store.search.meaning import facts_near, fused
from extractor.store.search.query import highlights, parse, unwanted, wanted_words
from extractor.store.search.ranking import MANY, Chosen, ranked_facts

FACETS = ("kind", "province", "year", "outlet", "category", "aspect", "review")
REVIEWS = ("none", "accept", "correct", "create", "reject", "split")
"""What can be decided about a fact."""
_ONLY_COUNTS = ("category", "aspect")


@dataclass(frozen=True, slots=True)
class Filters:
    """What the hits are narrowed to, each a value that a facet showed; None asks nothing.

    `province` is of today; `year` that of the fact's day, or else of the article; `review` the last decision about
    the fact, or `none`.
    """

    kind: Kind | None = None
    province: str | None = None
    year: str | None = None
    outlet: str | None = None
    category: str | None = None
    aspect: str | None = None
    review: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A fact that was found; `words` are half-open offsets into its passage of what was searched for.

    What was found `by_meaning` alone does not hold the words.
    """

    key: int
    answer: Answer
    words: tuple[tuple[int, int], ...]
    by_meaning: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One page of hits with the facets of all.

    At most MANY hits are counted and can be paged through; `more`: there may be others. `following` is the `after`
    of the next page, None on the last one. `facets` maps each of FACETS to values with counts, the most frequent
    first.
    """

    hits: tuple[Hit, ...]
    total: int
    more: bool
    following: int | None
    facets: Mapping[str, list[tuple[str, int]]]


def search_page(
    db: sqlite3.Connection,
    words: str,
    filters: Filters | None = None,
    *,
    model: Embedder | None = None,
    after: int | None = None,
    limit: int = 20,
) -> Found:
    """Facts by words and filters: the best first, without words the last read first.

    With a model also those whose passage tells what the words mean; raises QueryError where no article has vectors.
    `after` is the key of the last hit seen: what was read since shifts no page.
    """
    filters = filters or Filters()
    worded = _matching(db, words, filters)
    keys = worded if model is None else _with_meaning(db, words, filters, model, worded)
    described = _described(db, keys, rejected=filters.review in ("reject", "all"))
    order = [key for key in keys if key in described]
    begin = order.index(after) + 1 if after in order else 0
    shown = order[begin : begin + limit]
    return Found(
        hits=tuple(_hits(db, shown, described, words, set(worded))),
        total=len(order),
        more=len(keys) >= MANY,
        following=shown[-1] if begin + limit < len(order) else None,
        facets=_counted(described.values()),
    )


def _matching(db: sqlite3.Connection, words: str, filters: Filters) -> list[int]:
    """Keys of the facts that fit, at most MANY."""
    chosen = _chosen(filters)
    if not words.strip():
        return sorted(_keys(db, chosen, f"ORDER BY f.key DESC LIMIT {MANY}"), reverse=True)[:MANY]
    if not chosen:
        return []
    terms = parse(words)
    return list(islice(ranked_facts(db, terms, None if filters == Filters() else chosen), MANY))


def _with_meaning(
    db: sqlite3.Connection, words: str, filters: Filters, model: Embedder, worded: list[int]
) -> list[int]:
    """The keys found by words, merged with those found by meaning."""
    terms = parse(words)
    chosen = None if filters == Filters() else _chosen(filters)
    if not (wanted := wanted_words(terms)) or chosen == {}:
        return worded
    return fused(worded, facts_near(db, model.query(wanted), chosen, unwanted(terms)))


def _chosen(filters: Filters) -> Chosen:
    return {kind: _conditions(kind, filters) for kind in KINDS if _possible(kind, filters)}


def _keys(db: sqlite3.Connection, chosen: Chosen, limit: str) -> list[int]:
    return [
        row["key"]
        for kind, where in chosen.items()
        for row in db.execute(f"SELECT f.key FROM {kind} AS f WHERE {where.sql} {limit}", where.values)
    ]


def _possible(kind: Kind, filters: Filters) -> bool:
    """Whether facts of the kind can have what is asked."""
    if filters.kind is not None and filters.kind != kind:
        return False
    if kind != "counts" and any(getattr(filters, slot) is not None for slot in _ONLY_COUNTS):
        return False
    return kind in PLACE or filters.province is None


def _conditions(kind: Kind, filters: Filters) -> Conditions:
    where = Conditions()
    if filters.province is not None:
        where.add(f"f.{PLACE[kind]} IN (SELECT path FROM present WHERE province = ?)", filters.province)
    if filters.year is not None:
        _of_year(where, kind, filters.year)
    if filters.outlet is not None:
        where.add("f.article IN (SELECT key FROM articles WHERE outlet = ?)", filters.outlet)
    for slot in _ONLY_COUNTS:
        if (value := getattr(filters, slot)) is not None:
            where.add(f"+f.{slot} = ?", value)  # without the index: so many would have to be sorted
    if filters.review is None:
        where.add(HOLDS)
    elif filters.review != "all":
        where.add("coalesce(f.review, 'none') = ?", filters.review)
    return where


def _of_year(where: Conditions, kind: Kind, year: str) -> None:
    """The fact's own year, else the article's: two questions, each of which has an index."""
    published = "f.article IN (SELECT key FROM articles WHERE published >= ? AND published < ?)"
    bounds = (year, f"{year}~")
    if kind in DATE:
        where.add(
            f"(({DATE[kind]} >= ? AND {DATE[kind]} < ?) OR ({DATE[kind]} IS NULL AND {published}))", *bounds * 2
        )
    else:
        where.add(published, *bounds)


def _described(db: sqlite3.Connection, keys: Sequence[int], *, rejected: bool) -> dict[int, sqlite3.Row]:
    """What the facets count, of each key of a latest article; `rejected`: of rejected facts, too."""
    chosen = json.dumps(keys)
    holding = "" if rejected else f" AND {HOLDS}"
    return {row["key"]: row for kind in KINDS for row in db.execute(_description(kind) + holding, (chosen,))}


def _description(kind: Kind) -> str:
    place = f"LEFT JOIN present AS p ON p.path = f.{PLACE[kind]}" if kind in PLACE else ""
    day = f"coalesce({DATE[kind]}, a.published)" if kind in DATE else "a.published"
    slots = ", ".join(f"{f'f.{slot}' if kind == 'counts' else 'NULL'} AS {slot}" for slot in _ONLY_COUNTS)
    province = "p.province" if place else "NULL"
    return (
        f"SELECT f.key, '{kind}' AS kind, {province} AS province, substr({day}, 1, 4) AS year, "
        f"a.outlet, {slots}, coalesce(f.review, 'none') AS review FROM json_each(?) AS chosen "
        f"JOIN {kind} AS f ON f.key = chosen.value JOIN articles AS a ON a.key = f.article {place} WHERE a.latest"
    )


def _counted(rows: Iterable[sqlite3.Row]) -> dict[str, list[tuple[str, int]]]:
    counters: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
    for row in rows:
        for facet, counter in counters.items():
            if row[facet] is not None:
                counter[row[facet]] += 1
    return {
        facet: sorted(counter.items(), key=lambda one: (-one[1], one[0])) for facet, counter in counters.items()
    }


def _hits(
    db: sqlite3.Connection,
    keys: Sequence[int],
    described: Mapping[int, sqlite3.Row],
    words: str,
    worded: Container[int],
) -> Iterator[Hit]:
    terms = parse(words)
    for key in keys:
        for answer in answers(db, described[key]["kind"], [key]):
            yield Hit(key, answer, tuple(highlights(answer.passage.text, terms)), key not in worded)
