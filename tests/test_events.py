"""Dated or named happenings, sentence by sentence."""

import pytest

from extractor.facts.events.build import build_events
from extractor.pipeline import read
from extractor.records import Article, Event
from tests.reading_facts import setting_of


def events(text: str, published: str | None = "2024-08-20", title: str | None = None) -> tuple[Event, ...]:
    reading = read(Article(id="x", text=text, published=published, title=title))
    return build_events(reading, *setting_of(reading))


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
            "Ngày 9/8, Trường ĐH Mẫu tổ chức lễ tưởng nhớ PGS.TS Lê Văn Mẫu tại hội trường.",
            "lễ tưởng nhớ",
            "lễ tưởng nhớ PGS.TS Lê Văn Mẫu",
        ),
        (
            "Ngày 9/8, thầy trò dự lễ khai giảng năm học 2024 - 2025.",
            "lễ khai giảng",
            "lễ khai giảng năm học 2024 - 2025",
        ),
        (
            "Chiều 9/8, UBND huyện Ba Vì tổng kết công tác thi đua, khen thưởng năm 2024.",
            "tổng kết",
            "tổng kết công tác thi đua, khen thưởng năm 2024",
        ),
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
        ("Tại lễ giao nhận quân ngày 9/8, huyện tặng quà.", "lễ giao nhận quân", "lễ giao nhận quân ngày 9/8"),
        (
            "Tại lễ khai giảng ở xã Tản Lĩnh ngày 9/8, thầy trò hát.",
            "lễ khai giảng",
            "lễ khai giảng ở xã Tản Lĩnh ngày 9/8",
        ),
        (
            "Tại lễ biểu dương người tốt, việc tốt ngày 9/8, ông Bảy nói.",
            "lễ biểu dương",
            "lễ biểu dương người tốt, việc tốt",
        ),
        ("Ngày 9/8, xã tổ chức cuộc bầu cử đại biểu HĐND các cấp.", "bầu cử", "cuộc bầu cử đại biểu HĐND các cấp"),
        ("Đội nhà thắng ở trận lượt đi ngày 5/8.", "trận đấu", "trận lượt đi ngày 5/8"),
        ("Trước buổi tập chiều 9/8, hai người đau chân.", "buổi tập", "buổi tập chiều 9/8"),
        ("Ngày 9/8, huyện tổ chức Giải bóng chuyền nông dân.", "giải", "Giải bóng chuyền nông dân"),
        ("Ngày 9/8, huyện tổ chức hội nghị gặp mặt già làng.", "gặp mặt", "hội nghị gặp mặt già làng"),
        ("Tại cuộc họp báo về mùa sen ngày 9/8, huyện trả lời.", "họp báo", "cuộc họp báo về mùa sen"),
        ("Ngày 9/8, hai hội tổ chức buổi hội thảo về sen và quế.", "hội thảo", "buổi hội thảo về sen và quế"),
        ("Tại buổi làm việc với huyện Ba Vì, đoàn ghi nhận.", "buổi làm việc", "buổi làm việc với huyện Ba Vì"),
        ("Bà Mẫu cho biết tại hội thảo về cây quế.", "hội thảo", "hội thảo về cây quế"),
        ('Ngày 9/8, xã tổ chức Diễn đàn "Gốm Việt" tại chợ.', "diễn đàn", 'Diễn đàn "Gốm Việt"'),
        ("Ngày 9/8, xã tổ chức hội thi nấu ăn và có phần vui chơi.", "hội thi", "hội thi nấu ăn"),
        ("Đoàn xã tổ chức chương trình ‘Áo ấm’ vào ngày 9/8.", "chương trình", "chương trình ‘Áo ấm’"),
        ("Chiều 9/8, HĐND huyện khai mạc Kỳ họp thứ 12.", "kỳ họp", "Kỳ họp thứ 12"),
        ("Ngày 9/8, Hội thi “Bếp ấm” cấp huyện diễn ra tại nhà văn hóa.", "hội thi", "Hội thi “Bếp ấm” cấp huyện"),
        ("Trong hai ngày 8 và 9/8, xã mở hội thi nấu ăn.", "hội thi", "hội thi nấu ăn"),
        ("SEA Games 31 diễn ra ngày 12/8.", "giải", "SEA Games 31"),
        ("Đêm chung kết hội diễn diễn ra tối 9/8.", "đêm chung kết", "Đêm chung kết hội diễn"),
        ("Sáng 9/8, bà Mẫu chủ trì cuộc họp với các sở.", "cuộc họp", "cuộc họp với các sở"),
        ("Ngày 9/8, tòa mở phiên xét xử vụ trộm trâu.", "phiên tòa", "phiên xét xử vụ trộm trâu"),
        ("Bán kết hội thi nấu ăn diễn ra ngày 9/8.", "hội thi", "hội thi nấu ăn"),
        ("Lễ hội Gò Mẫu khai mạc ngày 9/8.", "lễ hội", "Lễ hội Gò Mẫu"),
        ("Cuộc gặp giữa hai huyện diễn ra ngày 9/8.", "cuộc gặp", "Cuộc gặp giữa hai huyện"),
        ("Ngày 9/8, UBND huyện họp báo.", "họp báo", "họp báo"),
        ("Bà Mẫu chủ trì hội nghị về nước sạch, sáng 9/8.", "hội nghị", "hội nghị về nước sạch"),
        ("Ngày 9/8, tòa mở phiên tòa sơ thẩm.", "phiên tòa", "phiên tòa sơ thẩm"),
        ("Ngày 9/8, hai hội có buổi giao lưu với xã Đông.", "buổi giao lưu", "buổi giao lưu với xã Đông"),
        (
            "Ngày 9/8, huyện tổ chức lễ tổng kết và trao giải hội thi nấu ăn.",
            "tổng kết",
            "lễ tổng kết và trao giải hội thi nấu ăn",
        ),
        ("Em đạt giải Nhất cuộc thi “Tay khéo” cấp tỉnh.", "cuộc thi", "cuộc thi “Tay khéo” cấp tỉnh"),
        ("Ngày 9/8, Ban Chỉ đạo xã đã sơ kết đợt thi đua mùa hè.", "sơ kết", "sơ kết đợt thi đua mùa hè"),
        ("Đoàn xã tổ chức chương trình “Áo ấm” vào ngày 9/8.", "chương trình", "chương trình “Áo ấm”"),
        (
            "Ngày 9/8, huyện tổ chức hội nghị tổng kết năm học 2023 - 2024, triển khai nhiệm vụ năm học mới.",
            "tổng kết",
            "hội nghị tổng kết năm học 2023 - 2024, triển khai nhiệm vụ năm học mới",
        ),
        (
            "Trong cuộc họp Ban Chỉ đạo phòng, chống thiên tai huyện ngày 9/8, các xã nhận bao cát.",
            "cuộc họp",
            "cuộc họp Ban Chỉ đạo phòng, chống thiên tai huyện",
        ),
        ("Ngày 9/8, chiến dịch “Hè xanh” được triển khai ở 5 xã.", "chiến dịch", "chiến dịch “Hè xanh”"),
        ("Chiến dịch Hè xanh được phát động ngày 9/8.", "chiến dịch", "Chiến dịch Hè xanh"),
        ("Sơ kết một tháng cao điểm vào chiều 9/8, xã biểu dương 2 tổ.", "sơ kết", "Sơ kết một tháng cao điểm"),
        ("Hội Nông dân huyện vừa sơ kết 5 năm xây dựng quỹ.", "sơ kết", "sơ kết 5 năm xây dựng quỹ"),
        (
            "Trong quý IV/2024, tỉnh sẽ chỉ đạo tổng kết 3 năm thực hiện đề án.",
            "tổng kết",
            "tổng kết 3 năm thực hiện đề án",
        ),
        (
            "Chiều 9/8, đoàn công tác đã làm việc với Huyện ủy Ba Vì về dự án hồ chứa.",
            "buổi làm việc",
            "làm việc với Huyện ủy Ba Vì về dự án hồ chứa",
        ),
        ("Chiều 9/8, UBND huyện họp báo công bố lễ hội.", "họp báo", "họp báo công bố lễ hội"),
        (
            "Chiều 9/8, đại biểu tỉnh đã tiếp xúc cử tri xã Tản Lĩnh.",
            "tiếp xúc cử tri",
            "tiếp xúc cử tri xã Tản Lĩnh",
        ),
        ("Tối 9/8 diễn ra Lễ khai mạc Lễ hội cam năm 2024.", "lễ khai mạc", "Lễ khai mạc Lễ hội cam năm 2024"),
        ("Điểm nhấn là chương trình “Sắc ban” vào tối 9/8.", "chương trình", "chương trình “Sắc ban”"),
        ("Chuỗi hoạt động khép lại bằng lễ bế mạc tối 9/8.", "lễ bế mạc", "lễ bế mạc tối 9/8"),
        ("Xã tổ chức điểm Ngày hội “Non sông” ngày 9/8.", "ngày hội", "Ngày hội “Non sông”"),
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
        "Năm 2024, tỉnh tổ chức đại hội Đảng bộ các cấp.",
        "Ngày 5/2/2012, Hội nghị lần thứ tư bàn về đất đai.",
        "Chiều 9/8, hai người được mời làm việc với cơ quan chức năng.",
        "Chiến dịch Điện Biên Phủ mở đầu ngày 13/3/1954.",
        "Sáng 9/8, ông Mẫu kể về chương trình “Áo ấm”.",
        "Xã lo chi phí tổ chức hội thảo giới thiệu sách.",
        "Xã sẽ xin ý kiến tại kỳ họp thứ 9 sắp tới.",
        "Đội bóng dự vòng loại World Cup 2022.",
        "Hội chợ âm thanh Gốm Việt được tổ chức thường niên.",
        "Tuần lễ Phục sinh năm nay, khách tăng 20%.",
        "Xã lo sân bãi để tổ chức hội thi nấu ăn.",
        "Trước khi diễn ra cuộc họp của huyện, xã đã biết.",
        "Lễ hội cam Đông Các bị hoãn vì bão.",
        "Tại cuộc họp định kỳ, tổ dân phố bàn việc đổ rác.",
        "Em ôn bài để bước vào kỳ thi tuyển sinh lớp 10.",
        "Hai bên bàn thời gian tổ chức cuộc thi năm 2025.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert events(text) == ()


def test_what_closes_is_what_began() -> None:
    (event,) = events("Ngày 6/8, xã tổ chức Lễ hội đình Đoài năm 2024. Lễ hội bế mạc chiều 9/8.")
    assert (event.name, event.date) == ("Lễ hội đình Đoài năm 2024", "2024-08-06")


def test_a_meeting_lies_where_the_sentence_opens() -> None:
    (event,) = events("Chiều 9/8, tại TP. Cao Lãnh, UBND tỉnh Đồng Tháp tổ chức họp báo về Lễ hội Sen.")
    assert event.locality == ("Đồng Tháp", "Cao Lãnh")


def test_title_and_body_tell_of_one_event() -> None:
    title = "Huyện Ba Vì tổ chức hội nghị tổng kết phong trào văn nghệ"
    text = f"{title}\n\nSáng 9/8, Ban Chỉ đạo huyện Ba Vì tổ chức hội nghị tổng kết phong trào văn nghệ năm 2024."
    (event,) = events(text, title=title)
    assert event.organizer == "Ban Chỉ đạo huyện Ba Vì"


@pytest.mark.parametrize(
    ("sentence", "path"),
    [
        ("UBND huyện Ba Vì tổ chức Ngày hội Tư vấn, giới thiệu việc làm năm 2024 tại xã Tản Lĩnh.", "Tản Lĩnh"),
        ("Huyện Ba Vì tổ chức lễ giao, nhận quân năm 2024 tại nhà văn hóa xã Tản Lĩnh.", "Tản Lĩnh"),
        ("Công đoàn tổ chức Ngày hội “Áo xanh” tại Khu công nghiệp Đông Mẫu, xã Tản Lĩnh.", "Tản Lĩnh"),
        ("Xã Tản Lĩnh dự hội thi làng nghề do Sở Công Thương tổ chức.", ""),
    ],
)
def test_where_a_happening_is_held(sentence: str, path: str) -> None:
    (event,) = events(f"Ngày 9/8, huyện Ba Vì (Hà Nội) họp.\nNgày 15/8, {sentence}")
    assert event.locality == (("Hà Nội", "Ba Vì", path) if path else ("Hà Nội",))


@pytest.mark.parametrize(
    "text", ["Để có ngày hội ấy, xã lo từ sớm.", "Tôi lo trước trận đấu nhưng hôm nay khán giả đông."]
)
def test_what_only_looks_like_a_happening(text: str) -> None:
    assert events(text) == ()


def test_a_title_tells_of_what_the_body_dates() -> None:
    title = "Đại hội Chữ thập đỏ xã Tản Lĩnh"
    (event,) = events(f"{title}\nNgày 9/8, Hội tổ chức Đại hội đại biểu nhiệm kỳ 2024 - 2029.", title=title)
    assert (event.name, event.date) == ("Đại hội đại biểu nhiệm kỳ 2024 - 2029", "2024-08-09")


def test_a_feast_lends_a_ceremony_no_year() -> None:
    (event,) = events("Sáng 9/8, UBND huyện Ba Vì tổ chức Lễ ra quân phục vụ Tết Nguyên đán Ất Tỵ 2025.")
    assert event.date == "2024-08-09"


def test_a_title_tells_the_theme_of_what_the_body_dates() -> None:
    title = "Lễ hội Trung thu cho trẻ em vùng lũ"
    text = f"{title}\nTối 9/8, Huyện đoàn Ba Vì tổ chức chương trình “Trung thu yêu thương”."
    assert [event.event for event in events(text, title=title)] == ["chương trình"]


def test_what_is_put_off_is_not_held() -> None:
    assert not events("Lễ trao giải Sen vàng dự kiến diễn ra tại Huế ngày 19/9 tới, nhưng đã bị tạm hoãn do bão.")
    assert events("Lễ trao giải Sen vàng diễn ra tại Huế ngày 19/8, sớm hơn dự kiến.")


def test_a_day_without_a_year_takes_none_from_elsewhere() -> None:
    text = "Hội thi mở năm 2019. Chiều 13/1, Huyện ủy Ba Vì triệu tập cuộc họp."
    assert [event.date for event in events(text, published=None) if event.event == "cuộc họp"] == [None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sáng 15/8, Bộ trưởng chủ trì cuộc họp về phòng, chống dịch.", "cuộc họp về phòng, chống dịch"),
        ("Sáng 15/8, huyện mở lễ phát động phòng, chống ma túy.", "lễ phát động phòng, chống ma túy"),
        ("Tại hội thảo phòng, chống lũ ngày 15/8, xã báo cáo.", "hội thảo phòng, chống lũ"),
        ("Sáng 15/8, xã họp sơ kết công tác phòng cháy, chữa cháy.", "sơ kết công tác phòng cháy, chữa cháy"),
        ("Ngày 15/8, tại cuộc họp về phòng dịch, Công an xã chống chế.", "cuộc họp về phòng dịch"),
    ],
)
def test_a_comma_within_a_word_goes_on(text: str, name: str) -> None:
    assert [event.name for event in events(text)] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chị dự cuộc thi “Nét Mẫu Sơn” nhận bài từ ngày 9/8.", "cuộc thi “Nét Mẫu Sơn”"),
        ("Ngày 9/8, xã tổ chức chương trình “Tết Mẫu Sơn” triển khai ở ba thôn.", "chương trình “Tết Mẫu Sơn”"),
        ("Ngày 9/8, xã tổ chức hội thi “Nét Mẫu Sơn” năm 2024.", "hội thi “Nét Mẫu Sơn” năm 2024"),
        ("Ngày 9/8, đại hội cổ đông Tập đoàn Mẫu Xanh nóng lên.", "đại hội cổ đông Tập đoàn Mẫu Xanh"),
    ],
)
def test_a_title_in_quotation_marks_ends_a_name(text: str, name: str) -> None:
    assert [event.name for event in events(text)] == [name]


@pytest.mark.parametrize(
    ("place", "path"),
    [
        ("thành phố Kyoto, Nhật Bản", None),
        ("Bangkok (Thái Lan)", None),
        ("thủ đô Paris, Pháp", None),
        ("Nhà hát Lớn, Hà Nội", ("Hà Nội",)),
    ],
)
def test_a_place_abroad_is_no_locality(place: str, path: tuple[str, ...] | None) -> None:
    text = f"Trường ở huyện Ba Vì, Hà Nội vừa đón đoàn về. Ngày 9/8, các em dự hội thi Toán quốc tế tại {place}."
    assert [event.locality for event in events(text)] == [path]
