"""Which facts a queue asks for, as SQL: through few articles or places, or by a test of each fact in its order."""

import json
import sqlite3
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.records import Kind
from extractor.store.answers.facts import PLACE
from extractor.store.search.vocabulary import outlets_like, paths_within

if TYPE_CHECKING:
    from extractor.store.review.queue import Queue

FEW = 1000
"""So many articles are sought out; of more, the facts are tested in the order of the queue until enough fit."""
FEW_FACTS = 5000


@dataclass(slots=True)
class Conditions:
    """SQL conditions on a fact `f` of an article `a` with their values; `few`: they lead to few facts."""

    parts: list[str] = field(default_factory=list)
    values: dict[str, object] = field(default_factory=dict)
    few: bool = False


def filters(db: sqlite3.Connection, queue: "Queue", kind: Kind) -> Conditions | None:
    """What the queue asks of the facts of a kind; None where none can fit."""
    where = Conditions()
    _by_article(db, queue, where)
    if queue.place is not None:
        if kind not in PLACE:
            return None
        _by_place(db, queue.place, kind, where)
    return where


def _by_article(db: sqlite3.Connection, queue: "Queue", where: Conditions) -> None:
    parts = []
    if queue.article is not None:
        parts.append("a.id = :article")
        where.values["article"] = queue.article
    if queue.outlet is not None:
        parts.append("a.outlet IN (SELECT value FROM json_each(:outlets))")
        where.values["outlets"] = outlets_like(db, queue.outlet)
    if queue.since is not None:
        # An end as coarse as `2024` reaches to the end of that year: `~` sorts after every digit.
        parts.append("a.published || '~' >= :since")
        where.values["since"] = queue.since
    if queue.until is not None:
        parts.append("a.published <= :until || '~'")
        where.values["until"] = queue.until
    if not parts:
        return
    asked = f"SELECT a.key FROM articles AS a WHERE a.latest AND {' AND '.join(parts)} LIMIT {FEW + 1}"
    keys = [row["key"] for row in db.execute(asked, where.values)]
    where.few = len(keys) <= FEW
    if where.few:
        where.parts.append("f.article IN (SELECT value FROM json_each(:articles))")
        where.values = {"articles": json.dumps(keys)}
    else:
        where.parts.extend(parts)


def _by_place(db: sqlite3.Connection, place: str, kind: Kind, where: Conditions) -> None:
    column = f"f.{PLACE[kind]}"
    values = {"paths": paths_within(db, place)}
    within = "IN (SELECT value FROM json_each(:paths))"
    if not where.few:
        counted = f"SELECT count(*) FROM (SELECT 1 FROM {kind} AS f WHERE {column} {within} LIMIT {FEW_FACTS + 1})"
        where.few = db.execute(counted, values).fetchone()[0] <= FEW_FACTS
        column = column if where.few else f"+{column}"
    else:
        column = f"+{column}"
    where.parts.append(f"{column} {within}")
    where.values.update(values)
