"""An article without a date: months and quarters take the year that was told before them."""

import pytest

from tests.reading_facts import counts_of


@pytest.mark.parametrize(
    ("text", "what", "period"),
    [
        ("Năm 2020, sản lượng cả vùng tăng 6%, trong đó quý I thu 90 tấn cá.", "tấn", ("2020-01-01", "2020-03-31")),
        ("Doanh thu quý IV/2017 đạt 130 tỷ đồng. Quý IV, chợ đón 90 xe hàng.", "xe", ("2017-10-01", "2017-12-31")),
        (
            "Tháng 9/2019, hợp tác xã bán 12 máy. Cộng dồn 9 tháng đầu năm, dân mua 90 xe.",
            "xe",
            ("2019-01-01", "2019-09-30"),
        ),
        (
            "Hết tháng 4/2018, xã làm 9 cầu. Trước đó, trong tháng 3, xã trồng 300 cây.",
            "cây",
            ("2018-03-01", "2018-03-31"),
        ),
        ("Hãng bán 26 xe trong 2018.", "xe", ("2018-01-01", "2018-12-31")),
    ],
)
def test_the_year_told_before_holds(text: str, what: str, period: tuple[str, str]) -> None:
    """Of a date or quarter for the sentences behind it, of a whole year for its own."""
    assert next(count.period for count in counts_of(text, published=None) if count.what.startswith(what)) == period


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2018, xã làm 9 cầu. Tháng 9, xã trồng 300 cây.",
        "Số vụ giảm so với tháng 9/2016. Quý IV, xã trồng 300 cây.",
        "Tháng 9/2019, xã làm 9 cầu. Quý I năm ngoái, xã trồng 300 cây.",
        "Trước cuối năm 2021, xã sẽ làm 9 cầu. Xã trồng 300 cây trong năm đầu tiên.",
    ],
)
def test_another_year_is_not_guessed(text: str) -> None:
    """A year of another sentence, of a comparison or of another time says nothing."""
    assert next(count.period for count in counts_of(text, published=None) if count.what == "cây") is None
