"""Places as they are today."""

from pathlib import Path

import pytest
from examples import count

from extractor.records import Article, Extraction
from extractor.store.answers.facts import FactQuery, find_facts
from extractor.store.answers.present import today
from extractor.store.database import open_database
from extractor.store.write import save, start_run


@pytest.mark.parametrize(
    ("path", "now"),
    [
        (("Bình Thuận",), ("Lâm Đồng", None)),
        (("Bình Thuận", "Phan Thiết"), ("Lâm Đồng", None)),
        (("Bình Thuận", "Phan Thiết", "thôn 9"), ("Lâm Đồng", None)),
        (("Quảng Nam", "Hội An"), ("Đà Nẵng", None)),
        (("Hà Nội",), ("Hà Nội", None)),
        (("Hà Thử", "Sông Mơ"), (None, None)),
    ],
)
def test_a_path_lies_in_a_province_of_today(path: tuple[str, ...], now: tuple[str | None, str | None]) -> None:
    assert today(path) == now


def test_a_commune_lies_in_a_commune_of_today() -> None:
    province, commune = today(("Quảng Nam", "Hội An", "Cẩm Châu"))
    assert province == "Đà Nẵng"
    assert commune


def test_a_unit_is_known_under_the_name_that_its_province_had() -> None:
    assert today(("Thừa Thiên Huế", "Phú Lộc", "Lăng Cô"))[0] == today(("Huế", "Phú Lộc", "Lăng Cô"))[0] == "Huế"


def test_facts_are_found_by_the_units_of_today(tmp_path: Path) -> None:
    article = Article(id="a", text="Phan Thiết có 96 mô hình.", published="2024-09-06", source="a")
    fact = count(article, "96 mô hình", 96, "mô hình", locality=("Bình Thuận", "Phan Thiết"))
    with open_database(tmp_path / "facts.db", write=True) as db:
        extraction = Extraction(article=article, counts=(fact,))
        save(db, extraction, content_hash="a", extractor="1", run=start_run(db, "1", []))
        for place, now, found in (
            ("Lâm Đồng", True, 1), ("tỉnh lâm đồng", True, 1), ("Lâm Đồng", False, 0), ("Bình Thuận", False, 1),
            ("Bình Thuận", True, 0), ("Hà Nội", True, 0),
        ):  # fmt: skip
            assert len(find_facts(db, FactQuery(place=place, today=now))) == found, (place, now)
        row = db.execute("SELECT province, commune, locality FROM present_facts").fetchone()
        assert tuple(row) == ("Lâm Đồng", None, '["Bình Thuận", "Phan Thiết"]')
