"""Which facts a queue asks for, as SQL: through few articles or places, or by a test of each fact in its order."""

import json
import sqlite3
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.records import Kind
from extractor.store.answers.facts import PLACE
from extractor.store.rows import FACTS_PER_ARTICLE
from extractor.store.search.vocabulary import outlets_like, paths_within

if TYPE_CHECKING:
    from extractor.store.review.queue import Queue

_ARTICLE = f"f.key / {FACTS_PER_ARTICLE}"
"""A fact's article, which the index that a queue follows thus tells without the fact's row."""
_SUPERSEDED = "(SELECT key FROM articles WHERE NOT latest)"
_LATEST = f"a.key NOT IN {_SUPERSEDED}"
FEW_FACTS = 2000
"""So many facts are sought out and sorted; of more, they are tested in the order of the queue until enough fit."""
FEW_ARTICLES = 20_000
"""So many articles are listed; of more, each fact's article is looked up."""


@dataclass(slots=True)
class Conditions:
    """SQL conditions on a fact `f` with their values; `few`: they lead to few facts."""

    parts: list[str] = field(default_factory=list)
    values: dict[str, object] = field(default_factory=dict)
    few: bool = False


def filters(db: sqlite3.Connection, queue: "Queue", kind: Kind, articles: str | None) -> Conditions | None:
    """What the queue asks of the facts of a kind; None where none can fit. `articles` are the `listed_articles`."""
    where = Conditions()
    _by_article(db, queue, kind, articles, where)
    if queue.place is not None:
        if kind not in PLACE:
            return None
        _by_place(db, queue, queue.place, kind, where)
    return where


def listed_articles(db: sqlite3.Connection, queue: "Queue") -> str | None:
    """A JSON list of the keys of the articles that the queue asks for; None where it asks for all, or for many."""
    asked = of_articles(db, queue)
    if not asked.parts:
        return None
    told = f"SELECT a.key FROM articles AS a WHERE {' AND '.join([*asked.parts, _LATEST])} LIMIT {FEW_ARTICLES + 1}"
    keys = [row["key"] for row in db.execute(told, asked.values)]
    return json.dumps(keys) if len(keys) <= FEW_ARTICLES else None


def of_articles(db: sqlite3.Connection, queue: "Queue") -> Conditions:
    """What the queue asks of an article `a`."""
    where = Conditions()
    if queue.article is not None:
        where.parts.append("a.id = :article")
        where.values["article"] = queue.article
    if queue.outlet is not None:
        where.parts.append("a.outlet IN (SELECT value FROM json_each(:outlets))")
        where.values["outlets"] = outlets_like(db, queue.outlet)
    if queue.since is not None:
        # An end as coarse as `2024` reaches to the end of that year: `~` sorts after every digit.
        where.parts.append("a.published || '~' >= :since")
        where.values["since"] = queue.since
    if queue.until is not None:
        where.parts.append("a.published <= :until || '~'")
        where.values["until"] = queue.until
    return where


def _by_article(
    db: sqlite3.Connection, queue: "Queue", kind: Kind, articles: str | None, where: Conditions
) -> None:
    if articles is not None:
        values = {"articles": articles}
        listed = "IN (SELECT value FROM json_each(:articles))"
        where.values.update(values)
        where.few = _led(db, queue, kind, f"f.article {listed} AND f.review IS NULL", values)
        where.parts.append(f"{'f.article' if where.few else _ARTICLE} {listed}")
    elif parts := (asked := of_articles(db, queue)).parts:
        # No join: SQLite would read all articles for a filter of its own before the first of them is asked for.
        chosen = " AND ".join(["a.key = f.article", _LATEST, *parts])
        where.parts.append(f"EXISTS (SELECT 1 FROM articles AS a WHERE {chosen})")
        where.values.update(asked.values)
    else:
        where.parts.append(f"{_ARTICLE} NOT IN {_SUPERSEDED}")


def _by_place(db: sqlite3.Connection, queue: "Queue", place: str, kind: Kind, where: Conditions) -> None:
    values = {"paths": paths_within(db, place)}
    within = f"f.{PLACE[kind]} IN (SELECT value FROM json_each(:paths))"
    led = not where.few and _led(db, queue, kind, within, values)
    where.parts.append(within if led else f"+{within}")
    where.values.update(values)
    where.few = where.few or led


def _led(db: sqlite3.Connection, queue: "Queue", kind: Kind, condition: str, values: dict[str, str]) -> bool:
    """Whether the condition leads to few facts; contradictions are few themselves."""
    if queue.order == "contradiction":
        return False
    counted = f"SELECT count(*) FROM (SELECT 1 FROM {kind} AS f WHERE {condition} LIMIT {FEW_FACTS + 1})"
    return bool(db.execute(counted, values).fetchone()[0] <= FEW_FACTS)
