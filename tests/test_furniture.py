"""Every row of the boilerplate table is read as what it says, by its example and by each of its forms."""

import pytest

from extractor.intake.furniture import TABLE, FurnitureRow, kind_of
from extractor.vietnamese.lexicon import rows

ROWS = rows(TABLE, "line", FurnitureRow)
AROUND = {"whole": "{}", "start": "{} xã Mẫu", "label": "{}: 5", "end": "12 {}", "inside": "Xã Mẫu {}"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.word)
def test_a_row_is_read_by_its_example(row: FurnitureRow) -> None:
    assert kind_of(row.example) == row.kind


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.word)
def test_a_row_is_read_by_each_of_its_forms(row: FurnitureRow) -> None:
    missed = [form for form in row.forms if kind_of(AROUND[row.place].format(form)) is None]
    assert missed == []
    assert [form for form in row.forms if kind_of(AROUND[row.place].format(form.upper())) is None] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.word)
def test_a_paragraph_is_never_furniture(row: FurnitureRow) -> None:
    sentence = (
        "Theo báo cáo, xã Suối Mẫu hiện duy trì 12 mô hình tự quản với 340 hộ tham gia ở các thôn, cơ quan và "
        "trường học trên địa bàn, trong đó 7 mô hình ở khu dân cư và 5 mô hình ở trường học."
    )
    assert [form for form in row.forms if kind_of(f"{form} {sentence}") is not None] == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [("Phóng to  Thu nhỏ", "share"), ("In bài | Gửi mail", "share"), ("Xã Mẫu  Thu nhỏ", None), ("Chợ  Quê", None)],
)
def test_buttons_stand_side_by_side(line: str, kind: str | None) -> None:
    assert kind_of(line) == kind


def test_a_ballot_is_no_counter() -> None:
    assert kind_of("Sáng 15/3, cử tri xã Mẫu đi bỏ phiếu bầu đại biểu Quốc hội.") is None
