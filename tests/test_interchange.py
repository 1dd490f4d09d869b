"""The exchange format: every slot of the gold files, under its name there, as JSON has it."""

import json
from decimal import Decimal
from typing import Any

import pytest

from extractor.evaluation.gold import SHIPPED, load_gold
from extractor.interchange import to_json
from extractor.records import KINDS, Article, Award, CountFact, Event, Extraction, Locality, NamedModel, Role

EVIDENCE: dict[str, Any] = {"article_id": "a", "start": 0, "end": 2, "quote": "12", "rule": "r"}
TOTAL = CountFact(value=Decimal("1.2e9"), what="đồng", period=("2024-01-01", None), **EVIDENCE)
PART = CountFact(value=Decimal("36.6"), what="đồng", part_of=TOTAL.id, locality=("Mẫu",), **EVIDENCE)
FOUND = Extraction(
    article=Article(id="a", text="12 tổ", title="Tin", published="2024-09"),
    counts=(TOTAL, PART),
    awards=(Award(form="giấy khen", recipient="collective", names=("Tổ Một",), **EVIDENCE),),
    models=(NamedModel(name="Tổ Một", **EVIDENCE),),
    localities=(Locality(name="Mẫu", level="province", path=("Mẫu",), **EVIDENCE),),
    roles=(Role(person="Nguyễn Văn Mẫu", position="Chủ tịch", **EVIDENCE),),
    events=(Event(event="hội nghị", name="Hội nghị sơ kết", **EVIDENCE),),
)


def test_an_article_survives_json() -> None:
    written = json.loads(json.dumps(to_json(FOUND), ensure_ascii=False))
    assert [written[slot] for slot in ("article", "title", "published", "text")] == ["a", "Tin", "2024-09", "12 tổ"]
    assert [len(written[kind]) for kind in KINDS] == [2, 1, 1, 1, 1, 1]


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_has_the_slots_of_gold_and_its_provenance(kind: str) -> None:
    written: Any = to_json(FOUND)[kind]
    gold = next(article[kind][0] for article in load_gold(SHIPPED / "authored" / "gold").values() if article[kind])
    assert set(gold) <= set(written[0])
    assert {"id", "start", "end", "quote", "rule", "confidence"} <= set(written[0])


def test_numbers_are_json_numbers_and_places_lists() -> None:
    total, part = to_json(FOUND)["counts"]  # type: ignore[misc]
    assert (total["value"], type(total["value"])) == (1_200_000_000, int)
    assert part["value"] == 36.6
    assert (part["locality"], total["period"]) == (["Mẫu"], ["2024-01-01", None])


def test_part_of_is_an_index_and_an_event_has_its_kind() -> None:
    written: Any = to_json(FOUND)
    assert [count["part_of"] for count in written["counts"]] == [None, 0]
    assert written["events"][0]["kind"] == "hội nghị" and "event" not in written["events"][0]
