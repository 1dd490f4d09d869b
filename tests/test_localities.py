"""Records of named units: one each, grounded, former ones apart, names of schools left out."""

from extractor.facts.scene.localities import build_localities
from extractor.pipeline import read
from extractor.records import Article, Locality
from tests.reading_facts import setting_of


def localities(text: str, published: str = "2024-06-01") -> tuple[Locality, ...]:
    reading = read(Article(id="a", text=text, published=published))
    return build_localities(reading, *setting_of(reading))


def shown(text: str, published: str = "2024-06-01") -> list[tuple[str, str]]:
    return [(record.level, "/".join(record.path)) for record in localities(text, published)]


def test_a_unit_named_often_is_one_record_with_a_unique_quote() -> None:
    text = "Huyện Lục Ngạn, Bắc Giang thu hoạch vải. Công an huyện Lục Ngạn phân luồng. Lục Ngạn có 29 xã."
    records = localities(text)
    assert [record.name for record in records] == ["Lục Ngạn", "Bắc Giang"]
    assert all(text[r.start : r.end] == r.quote and text.count(r.quote) == 1 for r in records)
    assert records[0].code == "219"


def test_a_town_and_its_district_of_one_name_are_two() -> None:
    assert (
        shown("Huyện Cao Lãnh và TP. Cao Lãnh, tỉnh Đồng Tháp họp.").count(("district", "Đồng Tháp/Cao Lãnh")) == 2
    )


def test_the_new_commune_and_the_old_district_are_two() -> None:
    found = shown("Xã Khánh Vĩnh (huyện Khánh Vĩnh cũ), tỉnh Khánh Hòa ra quân.", "2025-12-01")
    assert found[:2] == [("commune", "Khánh Hòa/Khánh Vĩnh"), ("district", "Khánh Hòa/Khánh Vĩnh")]


def test_former_units_are_marked() -> None:
    (record, *_) = localities("Bà con huyện Hữu Lũng cũ giữ chợ phiên.", "2025-12-01")
    assert record.former and record.path == ("Lạng Sơn", "Hữu Lũng")


def test_names_of_schools_and_papers_are_no_localities() -> None:
    assert shown("Theo Báo Hà Giang, Trường THPT Hàm Thuận Nam và Công ty Xi măng Bỉm Sơn tặng quà.") == []


def test_a_unit_inside_a_body_is_one() -> None:
    assert shown("Bệnh viện Đa khoa thành phố Vinh và Huyện đoàn Diễn Châu ở Nghệ An.") == [
        ("district", "Nghệ An/Vinh"),
        ("district", "Nghệ An/Diễn Châu"),
        ("province", "Nghệ An"),
    ]


def test_a_tie_keeps_its_candidates() -> None:
    (record,) = localities("Xã Tân Thành có điện.")
    assert record.code is None and len(record.candidates) > 1 and record.confidence < 0.5
