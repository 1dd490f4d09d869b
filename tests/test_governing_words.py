"""Which word governs a number: no name, no noun, nothing of the sentence's opening, but what the counted did."""

import pytest

from tests.reading_facts import count_of


@pytest.mark.parametrize(
    ("text", "value", "predicate"),
    [
        # A name or number that the tagger takes for a verb is part of the thing's name.
        ("Hãng nói 900 chiếc Hải Vân Grand i10 được triệu hồi.", 900, "triệu hồi"),
        ("Hai dòng dầu ăn Hải Vân được bán ở chợ huyện.", 2, "bán"),
        ("Ba công ty châu Âu đã ký cam kết.", 3, "ký"),
        ("Hai kẻ lừa Ngọc lấy hết tiền.", 2, "lừa Ngọc lấy hết"),
        # What is seen or believed of them is told behind them.
        ("Ảnh chụp cho thấy 12 người đang trèo rào.", 12, "trèo"),
        ("Dân làng tin tưởng 2 ông tiếp tục giúp đỡ bà con.", 2, "giúp đỡ"),
        ("Ông thấy 3 người bỏ chạy.", 3, "bỏ chạy"),
        # Those by whom something was done.
        ("Họ đã được 12 hộ dân cứu sống.", 12, "cứu sống"),
        ("Anh bị 2 thanh niên chặn xe ở đầu làng.", 2, "chặn"),
        ("Đội bán được 5 trâu.", 5, "bán"),
        # The opening of a sentence governs nothing behind its comma.
        ("Kể từ khi ra mắt, 30 hộ đã hiến đất.", 30, "hiến"),
        ("Đáng chú ý, 9 hộ đã hiến đất.", 9, "hiến"),
        ("Tính đến đầu năm nay, 9 hộ đã hiến đất.", 9, "hiến"),
        ("Hãng triệu hồi 900 xe.", 900, "triệu hồi"),
    ],
)
def test_governing_words(text: str, value: float, predicate: str) -> None:
    assert (count_of(text, value).predicate or "").startswith(predicate)


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        ("Khoảng 3 triệu người bị tiểu đường ở nước này.", 3e6, "stock"),
        ("Theo hiệp hội, 200.000 người mắc chứng tự kỷ.", 200_000, "stock"),
        ("Trường có 20 em bị suy dinh dưỡng.", 20, "stock"),
        ("Trong năm 2018, 300 người bị ung thư.", 300, "flow"),
        ("Tuần qua, 40 người bị ngộ độc.", 40, "flow"),
        ("Kế hoạch được 5 thành viên đồng ý thông qua.", 5, "flow"),
        ("Quà đến tay bà con thông qua 2 hình thức.", 2, "stock"),
    ],
)
def test_what_they_are_and_did(text: str, value: float, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect
