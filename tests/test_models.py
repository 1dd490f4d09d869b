"""Named models: one record for each name, with place, state, year and members."""

import pytest

from extractor.facts.models.build import build_models, common_unit, name_key
from extractor.pipeline import read
from extractor.records import Article, NamedModel
from tests.reading_facts import setting_of


def models(text: str, title: str | None = None) -> tuple[NamedModel, ...]:
    reading = read(Article(id="x", text=text, title=title, published="2024-09-20", home_province="Nghệ An"))
    return build_models(reading, *setting_of(reading))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Huyện Yên Thành có mô hình “Đèn sáng ngõ quê”.", ("active", None)),
        ("Tháng 3/2023, huyện Yên Thành ra mắt mô hình “Đèn sáng ngõ quê”.", ("launched", 2023)),
        ("Mô hình “Đèn sáng ngõ quê” được xã xây dựng từ năm 2019.", ("launched", 2019)),
        ("Mô hình “Đèn sáng ngõ quê” có 40 người, ra mắt tháng 10/2022.", ("launched", 2022)),
        ("Quý IV/2024, xã sẽ ra mắt mô hình “Đèn sáng ngõ quê”.", ("planned", 2024)),
        ("Mô hình “Đèn sáng ngõ quê” không còn phù hợp nên đã dừng hoạt động.", ("ended", None)),
        ("Xã tổng kết 10 năm mô hình “Đèn sáng ngõ quê” (giai đoạn 2012 - 2022).", ("active", 2012)),
        ("Năm 2023, huyện xây dựng 12 mô hình “Đèn sáng ngõ quê”.", ("active", None)),
        ("Ngày 5/3/2022, xã họp. Xã ra mắt mô hình “Đèn sáng ngõ quê”.", ("launched", 2022)),
        ("Xã có mô hình “Đèn sáng ngõ quê”. Mô hình được thành lập từ năm 2020.", ("launched", 2020)),
        ("Xã có câu lạc bộ “Đèn sáng ngõ quê”. Ra mắt tháng 3/2021, câu lạc bộ họp đều.", ("launched", 2021)),
        ("Mô hình “Đèn sáng ngõ quê” dự kiến mở ở xã Đô Thành.", ("planned", None)),
        ("Tháng 11/2024, xã Đô Thành ra mắt mô hình “Đèn sáng ngõ quê”.", ("planned", 2024)),
        ("Đến tháng 8/2021, xã Đô Thành ra mắt mô hình “Đèn sáng ngõ quê”.", ("launched", 2021)),
        ("Đến tháng 8/2021, có 9 xã xây dựng mô hình “Đèn sáng ngõ quê”.", ("active", None)),
        ("Mô hình “Đèn sáng ngõ quê” phải tạm dừng vì thiếu kinh phí.", ("ended", None)),
        ("Năm 2021, xã lắp camera. Sắp tới, xã sẽ ra mắt mô hình “Đèn sáng ngõ quê”.", ("planned", None)),
        (
            "Huyện có mô hình “Đèn sáng ngõ quê”. Thời gian tới sẽ nhân rộng mô hình “Đèn sáng ngõ quê”.",
            ("active", None),
        ),
    ],
)
def test_state(text: str, state: tuple[str, int | None]) -> None:
    (model,) = models(text)
    assert (model.status, model.year) == state


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Huyện Yên Thành có mô hình “Đèn sáng” ở xã Đô Thành.", ("Nghệ An", "Yên Thành", "Đô Thành")),
        ("Huyện Yên Thành có mô hình “Đèn sáng” (xã Đô Thành).", ("Nghệ An", "Yên Thành", "Đô Thành")),
        ("Huyện Yên Thành có mô hình “Đèn sáng” ở các xã Đô Thành, Lăng Thành.", ("Nghệ An", "Yên Thành")),
        ("Huyện Yên Thành có mô hình “Đèn sáng”.", ("Nghệ An", "Yên Thành")),
        (
            "Huyện Yên Thành có mô hình “Đèn sáng” ở thôn Đoài (xã Đô Thành).",
            ("Nghệ An", "Yên Thành", "Đô Thành", "Đoài"),
        ),
        (
            "Huyện Yên Thành mở mô hình “Đèn sáng” ở thôn Đoài, xã Đô Thành. Nay tổ có mặt ở 12 thôn của 3 xã.",
            ("Nghệ An", "Yên Thành"),
        ),
        (
            "Huyện Yên Thành mở hội. Mô hình “Đèn sáng” mở ở thôn Đoài, xã Đô Thành, nay có 6/9 thôn theo.",
            ("Nghệ An", "Yên Thành", "Đô Thành"),
        ),
        (
            "Huyện Yên Thành\n\n“Đèn sáng” của chị em\n\nHội xã Đô Thành ra mắt mô hình “Đèn sáng”.",
            ("Nghệ An", "Yên Thành", "Đô Thành"),
        ),
        (
            "Huyện Yên Thành có điểm mới. Ra đời ở thôn Đoài, xã Đô Thành, mô hình “Đèn sáng” đã nhân rộng.",
            ("Nghệ An", "Yên Thành", "Đô Thành"),
        ),
        (
            "UBND xã Đô Thành (Yên Thành) phối hợp với Công an huyện ra mắt mô hình “Đèn sáng”.",
            ("Nghệ An", "Yên Thành", "Đô Thành"),
        ),
        (
            "Thôn Đoài, xã Đô Thành (Yên Thành) có mô hình “Đèn sáng” tại 3/9 xóm.",
            ("Nghệ An", "Yên Thành", "Đô Thành"),
        ),
        (
            "Huyện Yên Thành mở hội. Mô hình “Đèn sáng” ra mắt từ tháng 3/2023 tại thôn Đoài, xã Đô Thành.",
            ("Nghệ An", "Yên Thành", "Đô Thành", "Đoài"),
        ),
        (
            "Huyện Yên Thành họp. Xã Đô Thành mở mô hình “Đèn sáng”, nay có mặt ở cả xã Lăng Thành.",
            ("Nghệ An", "Yên Thành"),
        ),
        (
            "Xã Đô Thành (Yên Thành) có thôn Đoài. Mô hình “Đèn sáng” của xã có 30 người.",
            ("Nghệ An", "Yên Thành", "Đô Thành"),
        ),
    ],
)
def test_place(text: str, path: tuple[str, ...]) -> None:
    (model,) = models(text)
    assert model.locality == path


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Xã ra mắt mô hình “Đèn sáng” với 50 hội viên tham gia.", 50),
        ("Mô hình “Đèn sáng” hiện quy tụ 22 chủ nhà trọ.", 22),
        ("Duy trì 4 câu lạc bộ “Đèn sáng” với 126 hội viên.", 126),
        ("Mô hình “Đèn sáng” có 34 hộ tham gia.", None),
        ("Câu lạc bộ “Đèn sáng” lập với 12 thành viên, đến nay đã phát triển lên 60 thành viên.", 60),
        ("Xã có câu lạc bộ “Đèn sáng”. Hiện nay, câu lạc bộ có 30 hội viên.", 30),
        ("Xã có câu lạc bộ “Đèn sáng”. Hội Nông dân xã có 300 hội viên.", None),
        ("Mô hình “Đèn sáng” ra mắt với 5 tổ/60 thành viên.", 60),
        ("Mô hình “Đèn sáng” ra mắt với 5 tổ, 60 thành viên.", 60),
        ("Mô hình “Đèn sáng” ra mắt năm 2019 với 10 hội viên; nay mô hình có 25 hội viên.", 25),
        ("Xã có mô hình “Đèn sáng”, giúp 5 học sinh đến trường.", None),
        ("Xã có mô hình “Đèn sáng” và câu lạc bộ “Kẻng vang” với 30 hội viên.", None),
    ],
)
def test_members(text: str, members: int | None) -> None:
    assert models(text)[0].members == members


def test_the_place_of_one_model_is_not_the_next_ones() -> None:
    text = "Huyện Yên Thành có các mô hình như “Đèn sáng” ở xã Đô Thành, “Bếp ấm” (xã Lăng Thành), “Cổng mở”."
    places = {model.name: model.locality for model in models(text)}
    assert places == {
        "Đèn sáng": ("Nghệ An", "Yên Thành", "Đô Thành"),
        "Bếp ấm": ("Nghệ An", "Yên Thành", "Lăng Thành"),
        "Cổng mở": ("Nghệ An", "Yên Thành"),
    }


def test_one_record_for_a_name() -> None:
    text = (
        "Ra mắt mô hình “Tổ tự quản về ANTT”\n\n"
        "Xã ra mắt mô hình “Tổ tự quản về an ninh, trật tự”. Mô hình “tổ tự quản về ANTT” hoạt động tốt. "
        "Nhờ mô hình “Tổ tự quản”, thôn yên hơn. Phong trào “Ngày thứ bảy xanh” phát triển."
    )
    (model,) = models(text, "Ra mắt mô hình “Tổ tự quản về ANTT”")
    assert model.name == "Tổ tự quản về an ninh, trật tự"
    assert model.quote in text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Camera An ninh", "camera an ninh"),
        ("Tổ tự quản về ANTT", "Tổ tự quản về an ninh, trật tự"),
        ("Tổ hoà giải", "Tổ hòa giải"),
    ],
)
def test_spellings_of_a_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_common_unit() -> None:
    assert common_unit([("A", "B", "C"), ("A", "B", "D")]) == ("A", "B")
    assert common_unit([("A", "B"), ("C", "D")]) is None


def test_evidence_is_verbatim() -> None:
    text = "Huyện Yên Thành có mô hình “Đèn sáng” và câu lạc bộ “Kẻng vang”."
    assert [text[m.start : m.end] for m in models(text)] == ["mô hình “Đèn sáng”", "câu lạc bộ “Kẻng vang”"]
    assert all(0.5 < m.confidence <= 0.98 for m in models(text))


def test_an_end_is_told_of_the_scheme_before_it() -> None:
    text = "Mô hình “Đèn sáng” phát huy hiệu quả, mô hình “Kẻng làng” đã ngừng hoạt động."
    assert [model.status for model in models(text)] == ["active", "ended"]


def test_a_number_in_a_name_may_count() -> None:
    text = "Xã Đô Thành (Yên Thành) có mô hình “Tổ dân phố 5 không”, nhóm “Đèn” đang được nghiên cứu triển khai."
    first, second = models(text)
    assert (first.locality or ())[-1] == "Đô Thành"
    assert second.status == "planned"


@pytest.mark.parametrize("when", ["cuối năm 2018", "từ tháng 3/2018", "đầu năm 2018"])
def test_a_launch_told_in_the_next_sentence(when: str) -> None:
    found = models(f"Xã Hạ có mô hình “Chợ sạch”. Ra mắt {when}, mô hình thu hút 35 thành viên.")
    assert [(m.status, m.year, m.members) for m in found] == [("launched", 2018, 35)]
    (other,) = models(f"Xã Hạ có mô hình “Chợ sạch”. Đường làng mở {when}, dài 3 km.")
    assert other.status == "active"


@pytest.mark.parametrize(
    "text",
    [
        "Khẩu hiệu chung của CLB Hải An trong mùa này là “Chung tay vượt khó”.",
        "Phương châm của tổ tự quản là “Gần dân, hiểu dân”.",
        "Khẩu hiệu của đội “Vì bình yên thôn xóm” ai cũng thuộc.",
        "Huyện được vinh danh “Điểm đến xanh nhất vùng” tại lễ trao giải.",
        "Bà Na bảo “Ban đầu còn nhiều khó khăn”.",
        "Phó chủ nhiệm Uỷ ban Văn hoá, Giáo dục nhìn nhận" + '"' + " những điều đó.",
        "Công ty tối ưu mô hình ứng dụng công nghệ mới để giảm chi phí.",
        "Trường mở mô hình ấp ủ ý tưởng trẻ trong mùa hè.",
    ],
)
def test_mottos_of_clubs_compounds_and_small_letters_name_no_model(text: str) -> None:
    assert models(text) == ()


def test_a_scheme_is_somewhere() -> None:
    """What no place is told of is a way of doing business; a club is a group of people wherever it is."""
    told = "Hãng bán hàng theo mô hình “Một nơi mua đủ”. Câu lạc bộ “Đèn sáng” họp đều."
    reading = read(Article(id="x", text=told))
    assert [model.name for model in build_models(reading, *setting_of(reading))] == ["Đèn sáng"]
