"""Happenings as the press tells of them: sessions, trials, broadcasts, what a noun with its day means."""

import pytest

from extractor.facts.events.build import build_events
from extractor.pipeline import read
from extractor.records import Article, Event
from tests.reading_facts import setting_of


def events(text: str, published: str | None = "2019-11-18") -> tuple[Event, ...]:
    reading = read(Article(id="x", text=text, published=published))
    return build_events(reading, *setting_of(reading))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ngày 6/10, kỳ họp thứ 16 HĐND xã Hạ đã thông qua nghị quyết.", "kỳ họp thứ 16 HĐND xã Hạ"),
        ("Sáng 8/5, Đại hội Công đoàn tỉnh lần thứ 12 đã bầu 31 người.", "Đại hội Công đoàn tỉnh lần thứ 12"),
        ("Sáng 5/3, tại xã Hạ, Hội nghị Mặt trận xã khóa 9 đã bầu 5 người.", "Hội nghị Mặt trận xã khóa 9"),
    ],
)
def test_a_day_without_a_year_opens_a_happening_too(text: str, name: str) -> None:
    assert [(event.name, event.date) for event in events(text, None)] == [(name, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 24/4, TAND TP Đồng Hới mở phiên tòa xét xử bị cáo Lê Văn Mẫu trú tại xã Hòa Trạch, huyện Bố Trạch.",
        "Ngày 24/4, TAND TP Đồng Hới mở phiên xét xử bị cáo Lê Văn Mẫu ngụ ở xã Hòa Trạch, huyện Bố Trạch.",
    ],
)
def test_where_one_lives_is_not_where_it_is_held(text: str) -> None:
    (event,) = events(text)
    assert event.locality is not None
    assert event.locality[-1] == "Đồng Hới"
    assert event.name.endswith("Lê Văn Mẫu")


def test_a_noun_with_its_day_means_what_was_told() -> None:
    text = "Sáng nay, phiên tòa xét xử vụ án bệnh viện tiếp tục. Tại phiên tòa sáng nay, tòa hỏi thêm nhân chứng."
    assert len(events(text, None)) == 1
    text = "Ông Mẫu nhớ cuộc họp ngày 3/3/2018. Tại cuộc họp ngày 5/5/2018, ông im lặng."
    assert [event.date for event in events(text)] == ["2018-03-03", "2018-05-05"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Hôm nay, TAND tỉnh mở phiên tòa xét xử vụ gian lận trong kỳ thi THPT quốc gia năm 2018.", None),
        ("Trong cuộc họp cuối năm 2015, khoa chỉ bình xét thi đua.", "2015"),
        ("Trong cuộc họp đầu tháng 4/2015, khoa chỉ bình xét thi đua.", "2015-04"),
    ],
)
def test_a_date_is_as_precise_as_it_is_told(text: str, date: str | None) -> None:
    assert [event.date for event in events(text, None)] == [date]


@pytest.mark.parametrize(
    ("text", "organizer"),
    [
        ("Tại kỳ họp lần thứ 42 ngày 8/11, UB Kiểm tra TƯ đã xem xét kết luận.", "UB Kiểm tra TƯ"),
        ("Chiều 1/4, tại trụ sở UBND xã Hạ (tỉnh Đông), Sở Y tế tổ chức lễ ra mắt trạm y tế.", "Sở Y tế"),
        ("Công ty Đông Á khởi động chương trình “Nước sạch cho em” từ ngày 10/11.", "Công ty Đông Á"),
        ("Chiều 12/11, UBND tỉnh Đông họp khẩn với các sở, ngành về chống dịch.", "UBND tỉnh Đông"),
    ],
)
def test_who_holds_it(text: str, organizer: str) -> None:
    assert [event.organizer for event in events(text)] == [organizer]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hãng tổ chức sự kiện ra mắt xe mới tại Hà Nội hôm 12/11.", "sự kiện ra mắt"),
        ("Tang lễ của nghệ sĩ được tổ chức ngày 15/11.", "tang lễ"),
        ("Cuộc bình chọn cầu thủ được yêu thích diễn ra chiều 10/11.", "cuộc bình chọn"),
        ("Tại buổi ra mắt phim chiều 15/11, đạo diễn kể nhiều kỷ niệm.", "buổi ra mắt"),
        ("Giải quần vợt Mẫu Xanh mở rộng 2019 khởi tranh ngày 14/1.", "giải"),
    ],
)
def test_what_it_is(text: str, kind: str) -> None:
    assert [event.event for event in events(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Chương trình “Chuyện chiều nay” phát sóng tối 15/11 kể về anh.",
        "Anh dự nhiều sự kiện trong năm.",
        "Khách nhớ giữ vệ sinh khi tham gia lễ hội và các hoạt động ở đền.",
    ],
)
def test_what_is_no_happening(text: str) -> None:
    assert events(text) == ()
