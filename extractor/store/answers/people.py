"""People in office: which positions a name held where, and who says so."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.records import Role
from extractor.store.answers.facts import STANDS, Answer, answers
from extractor.store.search.indexing import exact_form

MOST = 500
"""So many mentions of one name are looked at, the latest first."""


@dataclass(frozen=True, slots=True)
class Office:
    """One person's position in one organization, with everyone who says so, the latest first.

    `first` and `last` are the days of the first and last article; it may have been held before and after.
    """

    person: str
    rank: str | None
    position: str
    organization: str | None
    first: str | None
    last: str | None
    sources: tuple[Answer, ...]


def offices(db: sqlite3.Connection, person: str) -> list[Office]:
    """The positions of everyone of this name, in the order of their last articles, the latest first."""
    rows = db.execute(
        f"SELECT f.key FROM roles AS f WHERE f.person = ? AND {STANDS} ORDER BY f.key DESC LIMIT ?", (person, MOST)
    )
    return _offices(db, [row["key"] for row in rows])


def offices_at(db: sqlite3.Connection, unit: str, paths: Sequence[str], limit: int = 30) -> list[Office]:
    """Who holds office in organizations that bear the unit's name, in articles that speak of these paths.

    The name alone would mix units of the same name: `UBND xã Tân Tiến` is in many provinces.
    """
    named = db.execute("SELECT label FROM labels WHERE instr(exact, ?)", (f" {exact_form(unit)} ",))
    rows = db.execute(
        f"SELECT f.key FROM roles AS f WHERE f.organization IN (SELECT value FROM json_each(?)) AND {STANDS} "
        "AND EXISTS (SELECT 1 FROM localities AS l WHERE l.article = f.article "
        "AND l.path IN (SELECT value FROM json_each(?))) ORDER BY f.key DESC LIMIT ?",
        (json.dumps([row["label"] for row in named]), json.dumps(list(paths)), MOST),
    )
    return _offices(db, [row["key"] for row in rows])[:limit]


def _offices(db: sqlite3.Connection, keys: list[int]) -> list[Office]:
    groups: dict[tuple[str, ...], list[tuple[Role, Answer]]] = defaultdict(list)
    for answer in answers(db, "roles", keys):
        role = answer.record
        if isinstance(role, Role):
            told = (role.person, role.position, role.organization or "")
            groups[tuple(exact_form(text) for text in told)].append((role, answer))
    return sorted(map(_office, groups.values()), key=lambda office: office.last or "", reverse=True)


def _office(told: list[tuple[Role, Answer]]) -> Office:
    """One office; its rank is the one last told."""
    latest_first = sorted(told, key=lambda one: one[1].published or "", reverse=True)
    days = [answer.published for _, answer in latest_first if answer.published]
    role = latest_first[0][0]
    return Office(
        person=role.person,
        rank=next((role.rank for role, _ in latest_first if role.rank), None),
        position=role.position,
        organization=role.organization,
        first=min(days, default=None),
        last=max(days, default=None),
        sources=tuple(answer for _, answer in latest_first),
    )
