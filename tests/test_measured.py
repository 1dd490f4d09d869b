"""What a figure measures: the noun that is said to reach it, its extent, a thing behind it, the figure before."""

from itertools import combinations

import pytest

from extractor.facts.counts.measured.nouns import HEADS
from extractor.vietnamese.lexicon import word_set
from tests.reading_facts import count_of


def test_a_measured_noun_stands_in_one_table() -> None:
    tables = [word_set("cues", table) for table in HEADS]
    assert [one & other for one, other in combinations(tables, 2) if one & other] == []


@pytest.mark.parametrize("joint", ["nhưng", "trong khi", "nên"])
def test_a_weak_noun_does_not_reach_over_a_conjunction(joint: str) -> None:
    assert count_of(f"Nhu cầu vốn thấp {joint} người dân trả 6% mỗi năm.", 6).measured is None
    assert count_of("Nhu cầu vốn của người dân tăng 6%.", 6).measured == "Nhu cầu vốn"


@pytest.mark.parametrize(
    ("text", "value", "measured"),
    [
        ("Sau phiên họp, ngân hàng giữ lãi suất tham chiếu ở mức 6,5%.", 6.5, "lãi suất tham chiếu"),
        ("Lợi nhuận sau thuế của hãng đạt 29 tỷ đồng.", 29e9, "Lợi nhuận sau thuế"),
        ("Năm 2023, GDP của cả nước tăng 5,5%.", 5.5, "GDP"),
        ("Tỷ giá trung tâm sáng nay tăng 4 đồng.", 4, "Tỷ giá trung tâm"),
        ("Chốt phiên, VN-Index mất 1,5%.", 1.5, "VN-Index"),
    ],
)
def test_a_measured_noun_keeps_what_belongs_to_it(text: str, value: float, measured: str) -> None:
    assert count_of(text, value).measured == measured


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ông Hoàng Văn Lương bị phạt 9 triệu đồng.", 9e6),
        ("Nếu tính với giá này, vụ tết năm nay gia đình bán 350 cặp dưa sẽ thu về 1 tỷ đồng.", 1e9),
        ("Trạm y tế cách sân vận động 8 km.", 8),
    ],
)
def test_a_name_another_clause_and_a_distance_measure_nothing(text: str, value: float) -> None:
    assert count_of(text, value).measured is None


@pytest.mark.parametrize(
    ("text", "value", "measured"),
    [
        ("Loại khẩu trang này lọc được 95% các hạt bụi.", 95, "hạt bụi"),
        ("Hiệp hội đề nghị giảm 30% lãi suất vay.", 30, "lãi suất vay"),
        ("Hãng xe giữ 100% vốn điều lệ của công ty.", 100, "vốn điều lệ"),
    ],
)
def test_a_percent_is_of_the_noun_behind_it(text: str, value: float, measured: str) -> None:
    assert count_of(text, value).measured == measured


@pytest.mark.parametrize(
    ("text", "value", "measured"),
    [
        ("Năm qua, GDP quý I tăng 3,8%; quý II tăng 6,5%.", 6.5, "GDP"),
        ("Đất ngõ được chào bán ở mức 16 triệu đồng/m2, tăng 1 triệu đồng/m2 so với đầu năm.", 1e6, "Đất ngõ"),
    ],
)
def test_a_figure_that_goes_on_measures_the_same(text: str, value: float, measured: str) -> None:
    assert count_of(text, value).measured == measured
