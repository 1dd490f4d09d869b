"""Dated or named happenings, sentence by sentence."""

import pytest

from extractor.facts.events.build import build_events
from extractor.facts.scene.scene import Scene
from extractor.facts.times import Times
from extractor.pipeline import read
from extractor.records import Article, Event


def events(text: str, published: str | None = "2024-08-20", title: str | None = None) -> tuple[Event, ...]:
    reading = read(Article(id="x", text=text, published=published, title=title))
    return build_events(reading, Scene.of(reading), Times.of(reading))


def test_a_meeting_with_all_its_slots() -> None:
    text = (
        "Sáng 15/8, UBND huyện Ba Vì tổ chức hội nghị tổng kết 5 năm phong trào (giai đoạn 2019 - 2024) tại trụ sở."
    )
    (event,) = events(text)
    assert (event.event, event.date, event.organizer) == ("tổng kết", "2024-08-15", "UBND huyện Ba Vì")
    assert event.name == "hội nghị tổng kết 5 năm phong trào (giai đoạn 2019 - 2024)"
    assert event.locality == ("Hà Nội", "Ba Vì")
    assert text[event.start : event.end] == event.quote


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        (
            "Ngày 9/8, xã tổ chức lễ ra mắt mô hình “Cổng sáng” (ANTT).",
            "lễ ra mắt",
            "lễ ra mắt mô hình “Cổng sáng”",
        ),
        ("Ngày 9/8, xã tổ chức Lễ ký kết quy chế với trường.", "lễ ký", "Lễ ký kết quy chế"),
        (
            "Ngày 9/8, tỉnh họp. Lãnh đạo dự lễ phát động Tết trồng cây ngày 10/8.",
            "phát động",
            "lễ phát động Tết trồng cây",
        ),
        ("Ngày 9/8, hai hội tổ chức buổi tọa đàm về chuyển đổi số.", "tọa đàm", "buổi tọa đàm về chuyển đổi số"),
        (
            "Sáng 9/8, xã tổ chức “Ngày hội Toàn dân đọc sách” năm 2024.",
            "ngày hội",
            "“Ngày hội Toàn dân đọc sách” năm 2024",
        ),
        ("Tại cuộc họp chiều 9/8, xã nghe báo cáo.", "cuộc họp", "cuộc họp chiều 9/8"),
        ("Chiều 9/8, HĐND huyện khai mạc Kỳ họp thứ 12.", "kỳ họp", "Kỳ họp thứ 12"),
        ("Ngày 9/8, Hội thi “Bếp ấm” cấp huyện diễn ra tại nhà văn hóa.", "hội thi", "Hội thi “Bếp ấm” cấp huyện"),
        ("Em đạt giải Nhất cuộc thi “Tay khéo” cấp tỉnh.", "cuộc thi", "cuộc thi “Tay khéo” cấp tỉnh"),
        ("Ngày 9/8, Ban Chỉ đạo xã đã sơ kết đợt thi đua mùa hè.", "sơ kết", "sơ kết đợt thi đua mùa hè"),
        ("Đoàn xã tổ chức chương trình “Áo ấm” vào ngày 9/8.", "chương trình", "chương trình “Áo ấm”"),
        (
            "Ngày 9/8, huyện tổ chức hội nghị tổng kết năm học 2023 - 2024, triển khai nhiệm vụ năm học mới.",
            "tổng kết",
            "hội nghị tổng kết năm học 2023 - 2024, triển khai nhiệm vụ năm học mới",
        ),
        ("Ngày 21/8, xã sẽ tổ chức lễ khánh thành cầu Đông.", "lễ khánh thành", "lễ khánh thành cầu Đông"),
    ],
)
def test_kind_and_name(text: str, kind: str, name: str) -> None:
    assert [(event.event, event.name) for event in events(text)] == [(kind, name)]


@pytest.mark.parametrize(
    "text",
    [
        "Xã đã tổ chức 5 hội nghị tuyên truyền pháp luật.",
        "Các thôn thường xuyên tổ chức hội thi nấu ăn.",
        "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV đề ra 20 chỉ tiêu.",
        "Ngày 9/8, xã tổ chức lớp tập huấn chăn nuôi.",
        "Huyện sẽ tổ chức hội nghị tổng kết phong trào.",
        "Tại hội nghị, nhiều tập thể được khen.",
        "Chương trình mục tiêu quốc gia giảm nghèo có kết quả.",
        "Hai nhà tổ chức lễ cưới cho con.",
        "Không tổ chức lễ hội đền Mẫu năm 2024.",
        "Nghe báo cáo tổng kết 10 năm thực hiện đề án.",
        "Ngày 9/8, xã ra mắt mô hình “Cổng sáng”.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert events(text) == ()


def test_title_and_body_tell_of_one_event() -> None:
    title = "Huyện Ba Vì tổ chức hội nghị tổng kết phong trào văn nghệ"
    text = f"{title}\n\nSáng 9/8, Ban Chỉ đạo huyện Ba Vì tổ chức hội nghị tổng kết phong trào văn nghệ năm 2024."
    (event,) = events(text, title=title)
    assert event.organizer == "Ban Chỉ đạo huyện Ba Vì"
