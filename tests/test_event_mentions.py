"""Event nouns, how far their names reach and how the text speaks of them."""

import pytest

from extractor.facts.events.mentions import Mention, find_mentions
from extractor.facts.layout import Layout
from extractor.pipeline import read
from extractor.records import Article
from extractor.vietnamese.phrases import settle


def mentions(text: str) -> tuple[Mention, ...]:
    reading = read(Article(id="x", text=text, published="2024-08-20"))
    return find_mentions(reading, settle(text), Layout.of(reading))


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Xã tổ chức thành công đại hội điểm.", "held"),
        ("Đông đảo bà con về dự lễ khởi công cầu Đông.", "attended"),
        ("Thi đua chào mừng đại hội Đảng.", "reference"),
        ("Tuyên truyền tại 12 hội nghị.", "several"),
        ("Nhiều cuộc họp đã bàn việc này.", "several"),
        ("Lễ hội Đông Các thu hút du khách.", "plain"),
    ],
)
def test_standing(text: str, standing: str) -> None:
    assert mentions(text)[0].standing == standing


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Xã tổ chức hội nghị tổng kết năm học (2023 - 2024) nhằm rút kinh nghiệm.",
            "hội nghị tổng kết năm học (2023 - 2024)",
        ),
        ("Quang cảnh hội nghị khuyến nông Theo kế hoạch, xã có 3 tổ.", "hội nghị khuyến nông"),
        ("Sau phiên họp 2 ngày, hội đồng chọn ba đề tài.", "phiên họp"),
        ("Xã có giải đua thuyền và tôi thấy vui.", "giải đua thuyền"),
        ("Tại lễ ra mắt mô hình, công an xã phát tờ rơi.", "lễ ra mắt mô hình"),
        ("Xã tổ chức hội thi “Bếp ấm: tình thân” năm 2024 với 12 đội.", "hội thi “Bếp ấm: tình thân” năm 2024"),
        ("Huyện Ba Vì tổ chức giải chạy Ba Vì xanh ngày 5/8.", "giải chạy Ba Vì xanh"),
        (
            "Xã tổ chức lễ phát động và ra quân tháng thanh niên và trao 30 suất quà.",
            "lễ phát động và ra quân tháng thanh niên",
        ),
        (
            "Kỳ họp thứ 9, HĐND xã khóa II, nhiệm kỳ 2021-2026 bế mạc.",
            "Kỳ họp thứ 9, HĐND xã khóa II, nhiệm kỳ 2021-2026",
        ),
        ("Ngày 9/8, bộ tổ chức lễ công bố, trao quyết định bổ nhiệm.", "lễ công bố, trao quyết định bổ nhiệm"),
        (
            "Xã mở hội thi làm đồ chơi thân thiện với môi trường với 12 đội.",
            "hội thi làm đồ chơi thân thiện với môi trường",
        ),
        ("“Tôi nhận lại xe sau phiên tòa” - anh kể.", "phiên tòa"),
        ("“Hội thi giúp tôi thêm bạn. Tôi rất vui và còn muốn đi nữa, đi mãi”, anh kể.", "Hội thi"),
        ("Thống đốc nói tại phiên họp đánh giá giá cả cách đây hai ngày.", "phiên họp đánh giá giá cả"),
    ],
)
def test_the_name_ends_where_something_is_said_of_it(text: str, name: str) -> None:
    mention = mentions(text)[0]
    assert text[mention.start : mention.end] == name


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Dự hội nghị trực tuyến tổng kết năm học.", "tổng kết"),
        ("Dự buổi tọa đàm về sách.", "tọa đàm"),
        ("Dự buổi lễ ký kết quy chế.", "lễ ký"),
        ("Dự cuộc họp giao ban tháng.", "cuộc họp"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert mentions(text)[0].kind == kind


def test_a_wedding_celebrates_nothing_named() -> None:
    assert mentions("Hai nhà tổ chức lễ cưới.")[0].aimless


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Xã tổ chức lễ ra mắt mô hình chợ không rác thải nhựa ở bản.",
            "lễ ra mắt mô hình chợ không rác thải nhựa",
        ),
        ("Trường mở hội thi thiết kế xe không người lái vào thứ Bảy.", "hội thi thiết kế xe không người lái"),
        ("Tại hội nghị Chính phủ với các địa phương, ông Mẫu nói.", "hội nghị Chính phủ với các địa phương"),
        (
            "Tại buổi làm việc giữa Sở Y tế, UBND tỉnh Hưng Yên và Trường Đông, ba bên thống nhất.",
            "buổi làm việc giữa Sở Y tế, UBND tỉnh Hưng Yên và Trường Đông",
        ),
        ("Lễ ra mắt Hội Nông dân với 30 hội viên.", "Lễ ra mắt Hội Nông dân"),
        ("Lễ khai mạc không diễn ra.", "Lễ khai mạc"),
    ],
)
def test_the_name_goes_on(text: str, name: str) -> None:
    mention = mentions(text)[0]
    assert text[mention.start : mention.end] == name


@pytest.mark.parametrize(
    "text",
    [
        "Nhà vô địch SEA Games 28 đến dự.",
        "Đài mua bản quyền World Cup 2022.",
        "Em đoạt huy chương vàng Olympic 2016.",
    ],
)
def test_what_somebody_won_or_owns_is_not_told(text: str) -> None:
    assert mentions(text)[0].standing == "several"


def test_a_quoted_sentence_is_no_name() -> None:
    assert not mentions("Ông Mẫu nói “kỳ thi là phù hợp” với học sinh.")[0].quoted
    assert mentions("Xã mở “hội thi tay nghề” ở bản.")[0].quoted
