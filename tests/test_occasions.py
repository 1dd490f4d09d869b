"""Happenings named again: what is told of a feast, a campaign or a meeting was on its days."""

import pytest

from tests.reading_facts import count_of, counts_of

FEAST = "Ngày hội Văn hóa các dân tộc xã Hạ lần thứ IV tổ chức ngày 22/8 đã khép lại."
CAMPAIGN = "Đợt cao điểm xóa nhà tạm được huyện phát động từ ngày 10/2 đến 20/5/2024."
MEETING = "Sáng 5/9, huyện tổ chức hội nghị tổng kết phong trào."
DAY = ("2024-08-22", "2024-08-22")


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        (f"{FEAST} Tại Ngày hội, các xã cử 620 thành viên tham gia. Ban Tổ chức đón 9.000 lượt khách.", 9000, DAY),
        (f"{FEAST}\n\nKinh phí tổ chức Ngày hội là 485 triệu đồng.", 485e6, DAY),
        (f"{FEAST}\n\nỞ phần văn nghệ, khán giả xem 26 tiết mục.", 26, DAY),
        (f"{CAMPAIGN}\n\nTổng kinh phí trong đợt cao điểm là 26 tỷ đồng.", 26e9, ("2024-02-10", "2024-05-20")),
        (f"{CAMPAIGN}\n\nTrong đợt ấy, nhà tôi hiến 420 m2 đất.", 420, ("2024-02-10", "2024-05-20")),
        ("Ngày 23/5, dân đi bầu cử. Tại cuộc bầu cử ngày 23/5, xã có 9 tổ. Trong tháng 4, xã treo 60 băng rôn. "
         "Trong ngày bầu cử, xã huy động 41 người.", 41, ("2024-05-23", "2024-05-23")),
        (f"Ngày 12/5, bà An về nhà mới.\n\n{MEETING} Dịp này, huyện trao 40 suất quà.", 40, ("2024-09-05",) * 2),
        ("Ngày 6/8, xã tổ chức Đại hội.\n\nĐại hội đã bầu 27 đồng chí vào Đảng ủy.", 27, ("2024-08-06",) * 2),
        (f"{MEETING} Tại hội nghị, xã thưởng 5 triệu đồng cho tổ bắt trộm đêm 6/3.", 5e6, ("2024-09-05",) * 2),
    ],
)  # fmt: skip
def test_what_is_told_of_a_happening_was_on_its_days(text: str, value: float, period: tuple[str, str]) -> None:
    assert count_of(text, value).period == period


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ngày 6/8, xã tổ chức Đại hội.\n\nĐại hội đánh giá đã xây 27 nhà.", 27),
        (f"{FEAST}\n\nXã mở hội thi với 14 đội.", 14),
        (f"{FEAST}\n\nMỗi ngày hội thu hút 14 đội.", 14),
    ],
)
def test_what_is_told_of_another_has_no_days(text: str, value: float) -> None:
    (period,) = [fact.period for fact in counts_of(text) if fact.value == value]
    assert period in (None, ("2024-09-06", "2024-09-06"))
