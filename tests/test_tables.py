"""What the cells of a table count: heading, the line above and the row's label say it."""

import pytest

from tests.reading_facts import count_of

TABLE = """Năm 2023, các xã của huyện Tân Hạ trồng rừng, thu gom rác và giúp dân dựng lại nhà sau bão.

{caption}
{rows}

Người dân các xã vui mừng đón nhận tin này và cảm ơn những ai đã giúp họ trong những ngày qua."""


@pytest.mark.parametrize(
    ("caption", "rows", "value", "what", "aspect", "predicate", "scope"),
    [
        (
            "Tiến độ trồng rừng đến ngày 3/4/2023 (đơn vị: ha)",
            "Xã | Đã phát dọn | Đã trồng\nHòa Bắc | 54,5 | 31",
            31, "ha", "flow", "trồng", None,
        ),
        (
            "Chỉ tiêu thu gom rác năm 2024 (đơn vị tính: hộ)",
            "Xã | Rác hữu cơ | Rác nhựa\nHòa Bắc | 540 | 310",
            310, "hộ", "target", None, "Rác nhựa",
        ),
        (
            "Bảng 2: Kết quả tiêm phòng đợt hai",
            "Xã | Bò đã tiêm (con) | Số hộ được cấp giống (hộ)\nHòa Bắc | 540 | 310",
            540, "con bò", "flow", "tiêm", None,
        ),
        (
            "Các lớp nghề, 9 tháng đầu năm 2023",
            "Nghề | Số lớp | Học viên\nChăn nuôi gà | 6 lớp | 203 học viên",
            203, "học viên", "flow", None, "Chăn nuôi gà",
        ),
        (
            "Kết quả rà soát hộ nghèo (đến ngày 30/11/2022)",
            "Xã | Số hộ | Hộ nghèo\nHòa Bắc | 1.540 | 31",
            1540, "hộ", "stock", None, None,
        ),
    ],
)  # fmt: skip
def test_a_cell_is_what_heading_caption_and_label_say(
    caption: str, rows: str, value: float, what: str, aspect: str, predicate: str | None, scope: str | None
) -> None:
    fact = count_of(TABLE.format(caption=caption, rows=rows), value)
    assert (fact.what, fact.aspect, fact.predicate, fact.scope) == (what, aspect, predicate, scope)
