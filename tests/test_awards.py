"""Awards: forms, givers, recipients, reasons, places and dates, told in many ways."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.facts.awards.build import award_quantities, build_awards
from extractor.pipeline import read
from extractor.records import Article, Award
from tests.reading_facts import setting_of

Told = tuple[str, str | None, str, int | None, tuple[str, ...]]


def awards(text: str, title: str | None = None) -> tuple[Award, ...]:
    reading = read(Article(id="x", text=text, title=title, published="2024-09-20"))
    return build_awards(reading, *setting_of(reading))


def told(text: str, title: str | None = None) -> list[Told]:
    return [(a.form, a.giver, a.recipient, a.count, a.names) for a in awards(text, title)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kết thúc hội thi, hai giải nhì được trao cho đội huyện Yên Thành và thị xã Cửa Lò.",
            [("giải nhì", None, "collective", 2, ("đội huyện Yên Thành", "thị xã Cửa Lò"))],
        ),
        (
            "Đội thôn Đoài vô địch, đội thôn Đông đoạt giải nhì.",
            [("giải nhì", None, "collective", None, ("đội thôn Đông",))],
        ),
        (
            "Thừa ủy quyền của Bộ trưởng Bộ Công an, ông Mẫu trao Bằng khen của Bộ trưởng cho 2 cá nhân.",
            [("Bằng khen", "Bộ trưởng Bộ Công an", "individual", 2, ())],
        ),
        (
            "Ghi nhận những cống hiến của bà Lê Thị Lụa, Hội Phụ nữ tỉnh đã 3 lần tặng Bằng khen.",
            [("Bằng khen", "Hội Phụ nữ tỉnh", "individual", None, ("Lê Thị Lụa",))],
        ),
        (
            "Ban tổ chức trao giải nhất cho ca khúc “Gió” của nhạc sĩ Lê Văn Hòa, 2 giải nhì.",
            [("giải nhất", "Ban tổ chức", "work", None, ("Gió",)), ("giải nhì", "Ban tổ chức", "work", 2, ())],
        ),
        (
            "Xã có HTX Rau Sạch và HTX đón khách. Năm 2019, HTX được Bộ Công an tặng Bằng khen.",
            [("Bằng khen", "Bộ Công an", "organization", None, ("HTX Rau Sạch",))],
        ),
        (
            "Bà Lê Thị Lụa góp nhiều công. Với công lao đó, năm 2021 bà được Chủ tịch UBND tỉnh tặng Bằng khen.",
            [("Bằng khen", "Chủ tịch UBND tỉnh", "individual", None, ("Lê Thị Lụa",))],
        ),
        (
            "Thầy trò Trường Tiểu học Đô Thành dự lễ. Năm trước, trường được Bộ Công an tặng Cờ thi đua.",
            [("Cờ thi đua", "Bộ Công an", "organization", None, ("Trường Tiểu học Đô Thành",))],
        ),
        (
            "Dịp này, UBND xã tặng Giấy khen cho 06 tập thể, 14 cá nhân và 3 hộ gia đình.",
            [
                ("Giấy khen", "UBND xã", "collective", 6, ()),
                ("Giấy khen", "UBND xã", "individual", 14, ()),
                ("Giấy khen", "UBND xã", "household", 3, ()),
            ],
        ),
        (
            "Chủ tịch UBND tỉnh tặng Bằng khen cho 2 tập thể; Giám đốc Công an tỉnh tặng Giấy khen cho 5 cá nhân.",
            [
                ("Bằng khen", "Chủ tịch UBND tỉnh", "collective", 2, ()),
                ("Giấy khen", "Giám đốc Công an tỉnh", "individual", 5, ()),
            ],
        ),
        (
            "Chủ tịch UBND tỉnh tặng Bằng khen, Giám đốc Công an tỉnh tặng Giấy khen cho 5 tập thể.",
            [
                ("Bằng khen", "Chủ tịch UBND tỉnh", "collective", 5, ()),
                ("Giấy khen", "Giám đốc Công an tỉnh", "collective", 5, ()),
            ],
        ),
        (
            "Trường Tiểu học Đoài mới xây. Nhà trường vinh dự được Bộ tặng Bằng khen; UBND tỉnh tặng Cờ thi đua.",
            [
                ("Bằng khen", "Bộ", "organization", None, ("Trường Tiểu học Đoài",)),
                ("Cờ thi đua", "UBND tỉnh", "organization", None, ("Trường Tiểu học Đoài",)),
            ],
        ),
        (
            "Đội tuyên truyền phường Đông đoạt giải Nhất; giải Nhì thuộc về Đội văn nghệ xã Hạ.",
            [
                ("giải Nhất", None, "collective", None, ("Đội tuyên truyền phường Đông",)),
                ("giải Nhì", None, "collective", None, ("Đội văn nghệ xã Hạ",)),
            ],
        ),
        (
            "UBND huyện tặng giấy khen cho Đội Cứu hộ kèm tiền thưởng 5 triệu và tặng giấy khen cho anh Lê Mẫu.",
            [
                ("giấy khen", "UBND huyện", "collective", None, ("Đội Cứu hộ",)),
                ("giấy khen", "UBND huyện", "individual", None, ("Lê Mẫu",)),
            ],
        ),
        (
            "Giám đốc Công an tỉnh tặng Giấy khen 2 tập thể gồm: Phòng Kỹ thuật hình sự; Công an xã Hạ.",
            [
                (
                    "Giấy khen",
                    "Giám đốc Công an tỉnh",
                    "collective",
                    2,
                    ("Phòng Kỹ thuật hình sự", "Công an xã Hạ"),
                ),
            ],
        ),
        (
            "Bộ Lao động - Thương binh và Xã hội tặng bằng khen cho 3 tập thể.",
            [("bằng khen", "Bộ Lao động - Thương binh và Xã hội", "collective", 3, ())],
        ),
        (
            "Cuộc thi có 26 thí sinh tham gia, trong đó thí sinh Lê Thị Lụa đoạt danh hiệu “Tay khéo”.",
            [("danh hiệu “Tay khéo”", None, "individual", None, ("Lê Thị Lụa",))],
        ),
        (
            "Thừa ủy quyền của Bộ trưởng Bộ Công an, Giám đốc Sở trao Cờ thi đua năm 2018 tặng Công an huyện.",
            [("Cờ thi đua", "Bộ trưởng Bộ Công an", "collective", None, ("Công an huyện",))],
        ),
        (
            "Tổ số 7, ấp Đoài và Thượng úy Lê Văn Mẫu được UBND xã tặng giấy khen.",
            [
                ("giấy khen", "UBND xã", "collective", None, ("Tổ số 7, ấp Đoài",)),
                ("giấy khen", "UBND xã", "individual", None, ("Lê Văn Mẫu",)),
            ],
        ),
        (
            "Dòng họ Hoàng và thôn Đoài được UBND tỉnh tặng Bằng khen.",
            [("Bằng khen", "UBND tỉnh", "collective", None, ("Dòng họ Hoàng", "thôn Đoài"))],
        ),
        (
            "UBND tỉnh tặng Bằng khen cho Nhân dân và cán bộ xã Hạ cùng 3 cá nhân.",
            [
                ("Bằng khen", "UBND tỉnh", "collective", None, ("Nhân dân và cán bộ xã Hạ",)),
                ("Bằng khen", "UBND tỉnh", "individual", 3, ()),
            ],
        ),
        (
            "Mô hình “Cổng sáng” được Chủ tịch UBND tỉnh tặng bằng khen.",
            [("bằng khen", "Chủ tịch UBND tỉnh", "collective", None, ("Mô hình “Cổng sáng”",))],
        ),
        (
            "Chủ tịch UBND huyện đã có thư khen gửi Công an xã Hạ.",
            [("thư khen", "Chủ tịch UBND huyện", "collective", None, ("Công an xã Hạ",))],
        ),
        (
            "Sở Y tế và UBND thành phố tặng bằng khen cho 4 bác sĩ.",
            [
                ("bằng khen", "Sở Y tế", "individual", 4, ()),
                ("bằng khen", "UBND thành phố", "individual", 4, ()),
            ],
        ),
        (
            "Tại hội nghị, nhiều tập thể, cá nhân được Ban Chỉ đạo huyện tặng giấy khen.",
            [
                ("giấy khen", "Ban Chỉ đạo huyện", "collective", None, ()),
                ("giấy khen", "Ban Chỉ đạo huyện", "individual", None, ()),
            ],
        ),
        (
            "Có 3 tập thể đạt thành tích cao được biểu dương, khen thưởng.",
            [("biểu dương, khen thưởng", None, "collective", 3, ())],
        ),
        (
            "Hội nghị đã tặng Giấy khen của Ban Chỉ đạo huyện cho 8 tập thể.",
            [("Giấy khen", "Ban Chỉ đạo huyện", "collective", 8, ())],
        ),
        (
            "Công an xã biểu dương ông Lê Văn Hòa và bà Trần Thị Lụa đã giúp bắt trộm.",
            [("biểu dương", "Công an xã", "individual", None, ("Lê Văn Hòa", "Trần Thị Lụa"))],
        ),
        (
            "Thừa ủy quyền của Chủ tịch nước, bà Lê Thị Lụa trao Huân chương Lao động hạng Ba cho xã Hòa Mẫu.",
            [("Huân chương Lao động hạng Ba", "Chủ tịch nước", "collective", None, ("xã Hòa Mẫu",))],
        ),
        (
            "Ông Lê Văn Hòa, Chủ tịch UBND huyện trao giấy khen cho 5 tập thể.",
            [("giấy khen", None, "collective", 5, ())],
        ),
        (
            "Dịp này, 6 cá nhân nhận Bằng khen của UBND tỉnh.",
            [("Bằng khen", "UBND tỉnh", "individual", 6, ())],
        ),
        (
            "Công ty TNHH Hoa Lụa được UBND tỉnh tặng Cờ thi đua.",
            [("Cờ thi đua", "UBND tỉnh", "organization", None, ("Công ty TNHH Hoa Lụa",))],
        ),
        (
            "Ban Tổ chức trao 1 giải nhất, 2 giải nhì cho các thí sinh.",
            [
                ("giải nhất", "Ban Tổ chức", "individual", 1, ()),
                ("giải nhì", "Ban Tổ chức", "individual", 2, ()),
            ],
        ),
        (
            "Ban Tổ chức trao giải A cho tác phẩm “Giữ rừng”.",
            [("giải A", "Ban Tổ chức", "work", None, ("Giữ rừng",))],
        ),
        (
            "Cuộc thi nhận được 90 tác phẩm. Ban Tổ chức đã trao 3 giải khuyến khích.",
            [("giải khuyến khích", "Ban Tổ chức", "work", 3, ())],
        ),
        (
            "UBND huyện tặng giấy khen cho 30 tập thể, cá nhân.",
            [
                ("giấy khen", "UBND huyện", "collective", None, ()),
                ("giấy khen", "UBND huyện", "individual", None, ()),
            ],
        ),
        (
            "UBND huyện tặng giấy khen cho 2 cá nhân. Hai cá nhân này là ông Lê Văn Hòa và bà Trần Thị Lụa.",
            [("giấy khen", "UBND huyện", "individual", 2, ("Lê Văn Hòa", "Trần Thị Lụa"))],
        ),
        (
            "UBND xã trao giấy khen kèm tiền thưởng 2 triệu đồng cho em Lê Văn Hòa.",
            [("giấy khen", "UBND xã", "individual", None, ("Lê Văn Hòa",))],
        ),
        (
            "UBND xã biểu dương hộ ông Lê Văn Hòa đã hiến đất.",
            [("biểu dương", "UBND xã", "household", None, ("Lê Văn Hòa",))],
        ),
        (
            "Ông Lê Văn Hòa (thôn Đoài) và bà Trần Thị Lụa là hai cá nhân được UBND tỉnh tặng Bằng khen.",
            [("Bằng khen", "UBND tỉnh", "individual", 2, ("Lê Văn Hòa", "Trần Thị Lụa"))],
        ),
        (
            "Ông Lê Văn Hòa là thợ giỏi. Năm 2019, ông được Chủ tịch nước phong tặng danh hiệu Nghệ nhân Ưu tú.",
            [("danh hiệu Nghệ nhân Ưu tú", "Chủ tịch nước", "individual", None, ("Lê Văn Hòa",))],
        ),
        (
            "UBND huyện tặng Giấy khen cho các cá nhân sau:\n1. Ông Lê Văn Hòa, thôn Đoài;\n2. Bà Trần Thị Lụa.",
            [("Giấy khen", "UBND huyện", "individual", None, ("Lê Văn Hòa", "Trần Thị Lụa"))],
        ),
        (
            "UBND huyện tặng giấy khen cho: 5 tập thể; 6 cá nhân.",
            [
                ("giấy khen", "UBND huyện", "collective", 5, ()),
                ("giấy khen", "UBND huyện", "individual", 6, ()),
            ],
        ),
        (
            "UBND xã tặng giấy khen cho 6 đoàn viên, dân quân.",
            [("giấy khen", "UBND xã", "individual", 6, ())],
        ),
        (
            "Kết quả, 2 giải nhì, 3 giải ba được trao cho các thí sinh.",
            [("giải nhì", None, "individual", 2, ()), ("giải ba", None, "individual", 3, ())],
        ),
        (
            "Ban Giám khảo trao 1 giải A, 2 giải B cho 3 tác phẩm.",
            [("giải A", "Ban Giám khảo", "work", 1, ()), ("giải B", "Ban Giám khảo", "work", 2, ())],
        ),
        (
            "Bà Trần Thị Lụa chúc mừng ông Lê Văn Hòa được trao tặng Huân chương Hữu nghị.",
            [("Huân chương Hữu nghị", None, "individual", None, ("Lê Văn Hòa",))],
        ),
        ("Hội nghị khen thưởng 22 tập thể.", [("khen thưởng", None, "collective", 22, ())]),
        (
            "Ghi nhận kết quả đạt được, UBND huyện tặng giấy khen cho Trường Tiểu học Hoa Lụa và 3 giáo viên.",
            [
                ("giấy khen", "UBND huyện", "organization", None, ("Trường Tiểu học Hoa Lụa",)),
                ("giấy khen", "UBND huyện", "individual", 3, ()),
            ],
        ),
    ],
)
def test_awards(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Thời gian tới, xã sẽ khen thưởng 5 tập thể.",
        "Hồ sơ đề nghị Chủ tịch nước tặng Huân chương Lao động cho 1 tập thể đã xong.",
        "Xã tiếp tục tuyên dương các tập thể, cá nhân tiêu biểu.",
        "Các ngành cần kịp thời khen thưởng các tập thể, cá nhân.",
        "Hội nghị biểu dương gương người tốt, việc tốt diễn ra sáng nay.",
        "Đoàn trao 20 suất quà và 2 ngôi nhà cho các hộ nghèo.",
        "UBND tỉnh công nhận 12 xã đạt chuẩn nông thôn mới.",
        "Bà Lụa biểu dương nỗ lực của các doanh nghiệp.",
        "Hội đồng Thi đua - Khen thưởng tỉnh gồm 9 cá nhân.",
        "Nhiều học sinh đạt giải nhất.",
        "Đội tuyển đặt mục tiêu giành 5 huy chương vàng.",
        "Công an tỉnh thưởng nóng 10 triệu đồng cho Ban chuyên án.",
    ],
)
def test_what_is_no_award(text: str) -> None:
    assert told(text) == []


def test_captions_titles_and_leads_repeat() -> None:
    text = (
        "Xã khen thưởng nhiều tập thể, cá nhân\n\n"
        "Bà Lụa trao giấy khen cho các cá nhân.\n"
        "Dịp này, UBND xã tặng giấy khen cho 2 tập thể và 3 cá nhân."
    )
    assert [(t[2], t[3]) for t in told(text, "Xã khen thưởng nhiều tập thể, cá nhân")] == [
        ("collective", 2),
        ("individual", 3),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "UBND xã tặng giấy khen cho 2 hộ có thành tích xuất sắc trong hiến đất.",
            "thành tích xuất sắc trong hiến đất",
        ),
        ("UBND xã tặng giấy khen cho em Lê Văn Hòa vì đã dũng cảm cứu bạn.", "dũng cảm cứu bạn"),
        (
            "Với thành tích giữ rừng nhiều năm, 2 tập thể được UBND tỉnh tặng bằng khen.",
            "thành tích giữ rừng nhiều năm",
        ),
        ("Với những thành tích đó, 2 tập thể được UBND tỉnh tặng bằng khen.", None),
        ("UBND xã tặng giấy khen cho 2 hộ.", None),
        ("UBND huyện tặng giấy khen cho 3 hộ dân của xã vì đã nhường đất.", "nhường đất"),
        ("Ông Lê Văn Mẫu đoạt giải nhất cuộc thi do xã tổ chức.", None),
        ("UBND xã tặng giấy khen cho 3 tập thể. Trong giai đoạn 2011 - 2018, xã làm 9 km đường.", None),
        ("Công an huyện tặng giấy khen cho ông Mẫu với lý do nhặt được ví và trả lại.", "nhặt được ví và trả lại"),
        ("Bà Lê Thị Lụa đã hai lần được UBND xã tặng giấy khen.", None),
        ("Sau 6 năm, 286 lái xe đạt giải thưởng trong hàng trăm nghìn lái xe.", None),
        ("UBND tỉnh tặng bằng khen cho 2 tập thể vì 10 năm giữ rừng.", "10 năm giữ rừng"),
        ("3 tập thể đã vinh dự được UBND xã tặng giấy khen.", None),
    ],
)
def test_reasons(text: str, reason: str | None) -> None:
    assert {award.reason for award in awards(text)} == {reason}


def test_a_last_reason_holds_for_the_row() -> None:
    text = "Sở Y tế tặng giấy khen cho 2 hộ; UBND xã tặng giấy khen cho 3 hộ có nhiều đóng góp cho trạm y tế."
    assert {award.reason for award in awards(text)} == {"nhiều đóng góp cho trạm y tế"}


def test_award_quantities_are_the_numbers_of_recipients() -> None:
    text = "UBND xã duy trì 12 mô hình, tặng giấy khen cho 5 tập thể và 6 cá nhân."
    reading = read(Article(id="x", text=text))
    assert award_quantities(reading) == {text.index("5 tập"), text.index("6 cá")}


def test_confidence_follows_the_evidence() -> None:
    sure, vague = (
        awards(f"UBND xã tặng giấy khen cho {who}.")[0].confidence for who in ("5 tập thể", "nhiều tập thể")
    )
    assert sure > vague


WORDS = [
    "UBND xã ",
    "tặng ",
    "giấy khen ",
    "cho ",
    "5 ",
    "tập thể",
    ", ",
    "được ",
    "khen thưởng ",
    "ông Lê Văn Hòa ",
    "; ",
    "“",
    "của ",
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=20))
def test_odd_text_never_raises_and_quotes_are_verbatim(pieces: list[str]) -> None:
    text = "".join(pieces)
    for award in awards(text):
        assert text[award.start : award.end] == award.quote


@pytest.mark.parametrize(
    ("giver", "above"),
    [
        ("UBND huyện Yên Thành", "tỉnh Nghệ An"),
        ("Công an huyện Lục Nam", "tỉnh Bắc Giang"),
        ("Hội Nông dân xã Lăng Thành", "huyện Yên Thành"),
        ("UBND phường Hồng Sơn", "thành phố Vinh"),
    ],
)
def test_the_unit_above_the_giver_gives_nothing(giver: str, above: str) -> None:
    found = told(f"{giver}, {above} tặng Giấy khen cho 5 tập thể.")
    assert found == [("Giấy khen", giver, "collective", 5, ())]


def test_a_unit_below_the_giver_gives_too() -> None:
    found = told("UBND tỉnh Nghệ An, huyện Yên Thành tặng Giấy khen cho 3 tập thể.")
    assert [giver for _, giver, *_ in found] == ["UBND tỉnh Nghệ An", "huyện Yên Thành"]
