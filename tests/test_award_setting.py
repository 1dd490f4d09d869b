"""Where, when and by whom an award was given."""

import pytest

from extractor.facts.awards.build import build_awards
from extractor.pipeline import read
from extractor.records import Article, Award
from tests.reading_facts import setting_of


def awards(text: str) -> tuple[Award, ...]:
    reading = read(Article(id="x", text=text, published="2024-09-20"))
    return build_awards(reading, *setting_of(reading))


def test_a_life_told_without_a_day_lends_its_honours_no_place() -> None:
    text = "Nghề gốm ở Hà Nội thịnh một thời. Nay đã khác. Ông Lê Văn Mẫu từng được tặng Huân chương Lao động."
    reading = read(Article(id="x", text=text))
    (award,) = build_awards(reading, *setting_of(reading))
    assert award.locality is None


def test_date_of_the_meeting_and_of_an_earlier_award() -> None:
    text = (
        "Sáng 18/9, UBND huyện tổ chức hội nghị tổng kết phong trào thi đua yêu nước của huyện.\n"
        "Tại hội nghị, UBND huyện tặng giấy khen cho 2 hộ. Trước đó, ngày 2/9, UBND huyện tặng giấy khen cho 3 hộ."
    )
    assert [(award.count, award.date) for award in awards(text)] == [(2, "2024-09-18"), (3, "2024-09-02")]


def test_date_of_the_meeting_behind_the_award_and_none_of_the_deed() -> None:
    text = "Ba cá nhân được UBND huyện tặng Giấy khen tại hội nghị sơ kết ngày 12/9."
    assert [award.date for award in awards(text)] == ["2024-09-12"]
    text = "Với chiến công bắt cướp ngày 6/9, UBND huyện tặng Giấy khen cho 2 tập thể."
    assert [award.date for award in awards(text)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 12/9, xã tổ chức hội nghị sơ kết. Tại hội nghị, UBND huyện tặng giấy khen cho 3 hộ.",
        "Tại hội nghị biểu dương các hộ hiến đất do xã tổ chức sáng 12/9, UBND huyện tặng giấy khen cho 3 hộ.",
        "Mới đây, tại lễ tuyên dương người tốt, việc tốt ngày 12/9, UBND huyện tặng giấy khen cho 3 hộ.",
        "Tại lễ kỷ niệm 9 năm ngày thành lập hội do xã tổ chức ngày 12/9, UBND huyện tặng giấy khen cho 3 hộ.",
        "Ngày 12/9, tại hội nghị tổng kết công tác năm 2023, UBND huyện tặng giấy khen cho 3 hộ.",
        "Chiều 12/9, huyện mở cuộc họp về mưa lũ.\nLúa mất trắng 30 ha.\nCũng tại cuộc họp, UBND huyện tặng giấy"
        " khen cho 3 hộ.",
    ],
)
def test_date_of_the_last_meeting_named_with_its_day(text: str) -> None:
    assert [award.date for award in awards(text) if award.form == "giấy khen"] == ["2024-09-12"]


def test_one_at_home_in_the_givers_unit_is_rewarded_there() -> None:
    text = "Bà Lê Thị Lụa ở xã Tản Lĩnh, huyện Ba Vì được Chủ tịch UBND huyện Ba Vì tặng giấy khen."
    assert awards(text)[0].locality == ("Hà Nội", "Ba Vì", "Tản Lĩnh")


@pytest.mark.parametrize(
    ("text", "giver"),
    [
        (
            "Ban tổ chức trao bằng khen của Bộ trưởng Bộ Lao động – Thương binh và Xã hội cho bà Lê Thị Lụa.",
            "Bộ trưởng Bộ Lao động – Thương binh và Xã hội",
        ),
        ("Ông Lê Văn Mẫu đã 2 lần được trao giải thưởng “Sen vàng” của Google.", "Google"),
    ],
)
def test_the_giver_behind_the_form(text: str, giver: str) -> None:
    assert [award.giver for award in awards(text)] == [giver]


def test_a_clause_with_a_giver_of_its_own_names_no_recipient() -> None:
    text = "UBND quận tặng giấy khen cho 10 tập thể; Công an quận trao 20 áo phao cho các hộ nghèo."
    assert [(award.giver, award.count, award.names) for award in awards(text)] == [("UBND quận", 10, ())]


@pytest.mark.parametrize(
    "text",
    [
        "Nhân dân xã Thiên Lộc được Bộ Công an tặng Bằng khen; Chủ tịch UBND tỉnh tặng Bằng khen cho 4 tập thể.",
        "Xã Thiên Lộc được tặng Cờ thi đua của Chính phủ, 4 cá nhân được tặng Bằng khen của UBND tỉnh.",
        "Còn xã Thiên Lộc được nhận Cờ thi đua của Bộ Công an; UBND tỉnh tặng Bằng khen cho 4 hộ.",
    ],
)
def test_one_recipients_place_is_not_that_of_others(text: str) -> None:
    lead = "Ngày 18/9, UBND huyện Can Lộc (Hà Tĩnh) tổng kết phong trào thi đua. Huyện Can Lộc có 5 mô hình. "
    places = [award.locality for award in awards(lead + text)]
    assert places == [("Hà Tĩnh", "Can Lộc", "Thiên Lộc"), ("Hà Tĩnh", "Can Lộc")]


def test_where_a_meeting_is_gives_nothing() -> None:
    text = "Tại lễ ra quân ở thị trấn Nghèn, UBND huyện tặng giấy khen cho 6 tập thể."
    assert [award.giver for award in awards(text)] == ["UBND huyện"]
