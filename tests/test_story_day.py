"""The one day that an article tells of holds until another time is told."""

import pytest

from extractor.records import CountFact
from tests.reading_facts import counts_of

FIRE = "Rạng sáng 3/9, xưởng gỗ ở thôn Đông bốc cháy.\n\n"
VOTE = "Ngày 1/9, cử tri xã Đông đi bầu cử.\n\n"
PICTURES = "Chùm ảnh xã Đông vào hội\n\nNgày 1/9, xã mở hội.\n\n"
DAY, ELECTION = ("2024-09-03", "2024-09-03"), ("2024-09-01", "2024-09-01")
TODAY = ("2024-09-06", "2024-09-06")


def _last(text: str) -> CountFact:
    return counts_of(text)[-1]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (FIRE + "Lửa thiêu rụi 90 tấn gỗ.", DAY),
        (FIRE + "Ông An, Chủ tịch xã, cho biết: “Chúng tôi đã sơ tán 14 hộ”.", DAY),
        (FIRE + "Lúc cháy có 52 công nhân trong xưởng.", DAY),
        (FIRE + "Đội điều 14 xe đến xưởng.", DAY),
        (FIRE + "Chỉ trong 2 giờ, dân quân đưa được 90 người lên đồi.", DAY),
        ("Ngày 3/9, thú y phát hiện ổ dịch ở xã Đông.\n\nXã tiêu hủy 47 con lợn.", DAY),
        (FIRE + "Xưởng có 52 công nhân.", TODAY),
        (FIRE + "Sáng 4/9, hội trao 9 suất quà.\n\nBà con góp 4 tấn gạo.", None),
        (FIRE + "Trước đây, xưởng bán 90 tấn gỗ.", None),
        ("Sáng 3/9, công an xã điều tra vụ cháy.\n\nLửa thiêu rụi 90 tấn gỗ.", None),
        (VOTE + "Đoàn xã huy động 20 đoàn viên đưa hòm phiếu đến nhà cử tri.", ELECTION),
        (VOTE + "Xã có 9 khu vực bỏ phiếu.", TODAY),
        (VOTE + "Xã làm 9 km đường.", None),
        (PICTURES + "Bà con gói 900 chiếc bánh.", ELECTION),
        (PICTURES + "Hội đông.\n\nTrẻ em chơi.\n\nNăm nay, 8 thuyền thi.\n\nBà con gói 900 chiếc bánh.", ELECTION),
        (PICTURES + "Thôn có 90 hộ.", TODAY),
    ],
)
def test_story_day(text: str, period: tuple[str, str] | None) -> None:
    assert _last(text).period == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Chợ mở từ ngày 1/7. Từ ngày đó đến 31/8, chợ đón 900 lượt khách.", ("2024-07-01", "2024-08-31")),
        (
            "Chợ mở từ ngày 1/7. Từ đó đến 31/8, chợ thu 9 tỷ đồng. Cũng trong thời gian này, chợ đón 9 đoàn.",
            ("2024-07-01", "2024-08-31"),
        ),
        (
            "Đợt rét từ ngày 2 đến 8/3 làm 4 con bò chết. Từ 20 đến 25/2, xã che 9 chuồng. Cũng trong đợt rét này,"
            " huyện mất 30 con trâu.",
            ("2024-03-02", "2024-03-08"),
        ),
        ("Đến năm 2016, tổ có 15 người. Năm đó, hội tặng tổ 2 máy.", ("2016-01-01", "2016-12-31")),
        ("Năm 2005, ông nghỉ hưu. Một năm sau, lớp học của ông đón 40 em.", ("2006-01-01", "2006-12-31")),
        (
            "6 tháng đầu năm 2024, xã vượt khó.\n\nĐến cuối tháng 6, xã còn 90 hộ nghèo. Xã trao 900 suất quà.",
            ("2024-01-01", "2024-06-30"),
        ),
        ("Năm 2009, ông lập tổ. Ngày ấy, cả tổ chỉ có 5 ha dứa.", ("2009-01-01", "2009-12-31")),
        (
            "Kết quả 6 tháng đầu năm 2024\n\nTại thời điểm 30/6, xã có 90 con bò. Trong kỳ, xã bắt 8 vụ trộm.",
            ("2024-01-01", "2024-06-30"),
        ),
    ],
)
def test_stretches_taken_up(text: str, period: tuple[str, str]) -> None:
    assert _last(text).period == period
