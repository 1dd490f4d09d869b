"""What is kept of contradictions stays true while people decide, and in databases that are merged."""

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stored import write_database
from towns import HOI_AN, namesake, town

from extractor.errors import InputError
from extractor.records import Extraction
from extractor.store.answers.contradictions import kept_conflicts
from extractor.store.database import open_database
from extractor.store.merge import merge_databases
from extractor.store.review.decisions import Decision, decide, undo
from extractor.store.upkeep import tidy

TOWNS = [town(number, value) for number, value in enumerate((12, 15, 16, 90), 1)]
CHANGES: tuple[dict[str, Any], ...] = ({"what": "tổ"}, {"locality": ["Quảng Nam"]}, {"value": 17}, {"value": 400})
ACTIONS = st.sampled_from(("reject", "accept", "undo", *CHANGES))


def database(path: Path) -> Path:
    write_database(path, (*TOWNS, namesake()))
    with open_database(path, write=True) as db:
        tidy(db)
    return path


def kept(db: sqlite3.Connection) -> list[list[tuple[object, ...]]]:
    tables = ("conflicts", "contradicted")
    return [sorted(map(tuple, db.execute(f"SELECT * FROM {table}")), key=str) for table in tables]


def act(db: sqlite3.Connection, found: Extraction, step: int, action: Any) -> None:
    """Decide about the town's number. No two values are equal: of equal ones any may stand for all."""
    if action == "undo":
        undo(db, "An")
        return
    changes = dict(action) if action in CHANGES else None
    if changes and "value" in changes:
        changes["value"] += step
    decision = Decision(
        article=found.article.id, fact=found.counts[0].id, kind="counts", reviewer="An", at=f"2025-01-0{step}",
        action="correct" if changes else action, changes=changes,
    )  # fmt: skip
    with suppress(InputError):  # nothing was changed
        decide(db, decision)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(TOWNS), ACTIONS), max_size=5))
def test_it_is_as_if_all_were_compared_anew(tmp_path_factory: pytest.TempPathFactory, steps: list[Any]) -> None:
    with open_database(database(tmp_path_factory.mktemp("towns") / "facts.db"), write=True) as db:
        for step, (found, action) in enumerate(steps, 1):
            act(db, found, step, action)
            followed = kept(db)
            tidy(db)
            assert followed == kept(db)


def test_a_merged_database_has_its_contradictions(tmp_path: Path) -> None:
    for name, found in (("a", TOWNS[:2]), ("b", TOWNS[2:])):
        write_database(tmp_path / f"{name}.db", tuple(found))
    merge_databases([tmp_path / "a.db", tmp_path / "b.db"], tmp_path / "all.db")
    with open_database(tmp_path / "all.db") as db:
        assert {conflict.first.record.locality for conflict in kept_conflicts(db)} == {HOI_AN}
