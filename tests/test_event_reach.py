"""How far a happening reaches: to the day behind its place, to the end of its name; and what is none."""

import pytest

from extractor.facts.events.build import build_events
from extractor.pipeline import read
from extractor.records import Article, Event
from tests.reading_facts import setting_of


def events(text: str) -> tuple[Event, ...]:
    reading = read(Article(id="x", text=text, published=None))
    return build_events(reading, *setting_of(reading))


@pytest.mark.parametrize(
    "text",
    [
        "Ông Mẫu nói điều đó trong cuộc họp ở Geneva, Thụy Sĩ, hôm 22/3.",
        "Bà con vui sau trận đấu ở sân Mẫu Sơn tối 12/5.",
        "Lễ động quan vào lúc 9h ngày 22/8.",
        "Ông Mẫu xem trận Suối Mẫu - Mẫu Sơn hôm 1/3.",
        "Cô Mẫu hát hay trong chung kết tối 3/6.",
        "Hãng giới thiệu máy mới trong sự kiện diễn ra ngày 12/4.",
    ],
)
def test_a_day_makes_a_happening(text: str) -> None:
    assert len(events(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Cô Mẫu vắng ở trận thắng Suối Mẫu 4-1, nhưng sẽ dự trận đấu chính hôm sau.",
        "Chỉ gần một tuần lễ nữa cửa hàng mở bán, song nhiều người đã xếp hàng.",
        "Tổ chức cuộc thi “Sáng tạo trẻ” cho giáo viên của các trường.",
        "Chiều 19/4, phóng viên đã liên hệ làm việc với Công an xã Hạ.",
        "Trận lũ hôm 5/3 cuốn trôi một cây cầu.",
    ],
)
def test_what_is_no_happening(text: str) -> None:
    assert events(text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ngày 9/3, huyện tổ chức hội nghị kêu gọi đầu tư vào vùng cao.",
            "hội nghị kêu gọi đầu tư vào vùng cao",
        ),
        (
            "Sáng 9/3, xã tổ chức cuộc thi “Sáng tạo trẻ” - tiền thân của hội thi tay nghề.",
            "cuộc thi “Sáng tạo trẻ”",
        ),
        ("Huyện tổ chức diễn đàn nông dân giữa kỳ 2018 mới tổ chức hôm 5/3.", "diễn đàn nông dân giữa kỳ 2018"),
    ],
)
def test_where_a_name_ends(text: str, name: str) -> None:
    assert events(text)[0].name == name


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ngày 9/11, xã tổ chức hội nghị góp ý phương án trồng rừng giai đoạn 2019-2021.", None),
        ("Trong trận đấu Siêu cúp Mẫu Sơn 2019 diễn ra chiều 1/3, đội nhà thắng.", None),
        ("Diễn đàn nông dân (Mẫu Sơn Summit 2019) do Hội Nông dân tỉnh tổ chức thu hút bà con.", "2019"),
        ("Cuối năm 2018, chợ mở cửa. Trong cuộc họp của Sở Công Thương mới đây, ông Mẫu nói về giá.", None),
        ("Huyện tổ chức cuộc thi vẽ tranh về cụ Lê Mẫu (19/5/1890 - 19/5/2020) cho học sinh.", None),
    ],
)
def test_the_years_of_others_are_not_its_own(text: str, date: str | None) -> None:
    assert [event.date for event in events(text)] == [date]


@pytest.mark.parametrize(
    ("text", "name", "date"),
    [
        ("Tại sự kiện Mẫu Sơn Day 2018 cuối tuần qua, hãng ký thỏa thuận.", "sự kiện Mẫu Sơn Day 2018", "2018"),
        ("Xe mới sẽ ra mắt tại Triển lãm Ô tô Mẫu Sơn 2024.", "Triển lãm Ô tô Mẫu Sơn 2024", "2024"),
        ("Giải được trao trong khuôn khổ chương trình Mẫu Award 2018.", "chương trình Mẫu Award 2018", "2018"),
        ("Cô Mẫu đoạt hai huy chương tại SEA Games 2019.", "SEA Games 2019", "2019"),
        (
            "Em Mẫu sẽ dự Kỳ thi thợ giỏi lần thứ 4 diễn ra vào tháng 3/2020.",
            "Kỳ thi thợ giỏi lần thứ 4",
            "2020-03",
        ),
    ],
)
def test_a_name_of_its_own_makes_a_happening(text: str, name: str, date: str | None) -> None:
    assert [(event.name, event.date) for event in events(text)] == [(name, date)]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        (
            "Tại cuộc họp trực tuyến với các hợp tác xã chiều 7/4, xã bàn giá cam.",
            "cuộc họp",
            "cuộc họp trực tuyến với các hợp tác xã",
        ),
        ("Tại kỳ họp 41, UB Kiểm tra TƯ đã nêu sai phạm.", "kỳ họp", "kỳ họp 41"),
        ("Tháng 7/2018, hai nhà tổ chức lễ vu quy.", "lễ vu quy", "lễ vu quy"),
        (
            "Ban Chấp hành đã tiến hành hội nghị thông qua đề án trồng cam.",
            "hội nghị",
            "hội nghị thông qua đề án trồng cam",
        ),
        (
            "Chiều 6/9, ông Mẫu dự lễ trao Huân chương Độc lập hạng nhất, nhì, ba cho mười hộ.",
            "lễ trao",
            "lễ trao Huân chương Độc lập hạng nhất, nhì, ba cho mười hộ",
        ),
        ("Về học phí, tại cuộc họp phụ huynh lớp, thầy Mẫu giải thích.", "cuộc họp", "cuộc họp phụ huynh lớp"),
    ],
)
def test_the_name_holds_what_belongs_to_it(text: str, kind: str, name: str) -> None:
    assert [(event.event, event.name) for event in events(text)] == [(kind, name)]


@pytest.mark.parametrize(
    "text",
    [
        "Sự kiện đó làm nhiều người lo.",
        "Chị Mẫu trực ở quầy lễ tân hôm 5/3.",
        "Xã đề nghị huyện hỗ trợ giống và tổ chức hội thảo về cây cam.",
        "Điều kiện tổ chức đại hội cổ đông được nới ra.",
        "Anh từng dự SEA Games 2003, nay là thầy của đội năm 2019.",
    ],
)
def test_what_is_not_reported(text: str) -> None:
    assert events(text) == ()
