"""Where a counted noun phrase ends, and which numbers count nothing: sentences of our own."""

import pytest

from tests.reading_facts import count_of, counts_of


@pytest.mark.parametrize(
    ("text", "value", "what"),
    [
        ("Xưởng lắp hai dây chuyền sơ chế.", 2, "dây chuyền sơ chế"),
        ("Ở thị trấn, 9 tổ tự quản vận động được 46 triệu đồng.", 9, "tổ tự quản"),
        ("Có 12 câu lạc bộ huy động được 40 người.", 12, "câu lạc bộ"),
        ("Hội có 9 tổ vay vốn.", 9, "tổ vay vốn"),
        ("Bệnh viện khánh thành 50 phòng mổ.", 50, "phòng mổ"),
        ("Đoàn trồng 1.500 cây thông tại công viên.", 1500, "cây thông"),
        ("Hãng công bố 3 chương trình ưu đãi trong hè.", 3, "chương trình ưu đãi"),
        ("Đội có 65 trận bất bại.", 65, "trận bất bại"),
        ("Tỉnh mở hai tuyến nối bốn xã.", 2, "tuyến"),
        ("Đại sứ bàn với hai nước hợp tác lâu dài.", 2, "nước"),
        ("Trường có 3 phòng học tạm.", 3, "phòng học tạm"),
        ("Đội có 11 cầu thủ trẻ tuổi.", 11, "cầu thủ trẻ tuổi"),
        ("Huyện có 2 dự án chậm tiến độ.", 2, "dự án"),
        ("Tòa xử 3 đồng phạm lĩnh án treo.", 3, "đồng phạm"),
        ("Công ty trả cho 514 cổ đông số tiền lớn.", 514, "cổ đông"),
        ("Số người chết giảm 4 người và số người bị thương giảm mạnh.", 4, "người"),
        ("Thuốc được thử ở 16 bệnh viện nước này.", 16, "bệnh viện"),
        ("Trường có 37 khoa, phòng.", 37, "khoa, phòng"),
        ("Ban quản lý chợ thuê 3 tổ vệ sinh, 8 bảo vệ.", 8, "bảo vệ"),
        ("Hai xe chẳng giống nhau.", 2, "xe"),
        ("Trong tháng xảy ra 11 vụ tai nạn làm 5 người chết.", 11, "vụ tai nạn"),
        ("Hội có 3 tổ hợp tác nuôi ong.", 3, "tổ hợp tác nuôi ong"),
        ("Xã có 8 tổ tự quản đường biên, mốc giới.", 8, "tổ tự quản đường biên, mốc giới"),
        ("Xã mời 620 lượt cán bộ, đoàn viên, học sinh.", 620, "lượt cán bộ, đoàn viên, học sinh"),
        ("Ủy viên có 3 ông, phó chủ tịch có 2 ông.", 3, "ông"),
        ("Xưởng cần 90 lao động trình độ cao.", 90, "lao động trình độ cao"),
        ("Khoa chữa cho 9 bệnh nhân nặng.", 9, "bệnh nhân nặng"),
        ("Thôn có 1 câu lạc bộ 4+1.", 1, "câu lạc bộ 4+1"),
        ("Bão làm 157 nhà tốc mái.", 157, "nhà"),
        ("Bão làm 14 trạm biến áp ngừng hoạt động.", 14, "trạm biến áp"),
        ("Xưởng in 12 bức tranh bên ngoài bìa.", 12, "bức tranh"),
        ("Lịch của ba đội trùng nhau nên ông chọn.", 3, "đội"),
        ("Hội thảo mời 43 trường đại học, đại diện sở.", 43, "trường đại học"),
        ("Kênh có 7 con cá rô phi.", 7, "con cá rô phi"),
        ("Bốn làn xe chính thức thông xe.", 4, "làn xe"),
        ("Trường tưởng nhớ 6 học trò lớp 9/1 bị đuối nước.", 6, "học trò lớp 9/1"),
    ],
)
def test_a_verb_behind_a_thing_names_its_kind_and_others_end_the_phrase(text: str, value: float, what: str) -> None:
    assert count_of(text, value).what == what


def test_one_counts_before_another_number() -> None:
    found = counts_of("Lũ cuốn trôi một cầu treo và hai cống.")
    assert [(fact.value, fact.what) for fact in found] == [(1, "cầu treo"), (2, "cống")]


@pytest.mark.parametrize(
    "text",
    [
        "Năm cô 17 tuổi, bố mất.",
        "Năm đất nước thống nhất, cụ ra quân.",
        "Phim Hai Phượng ra rạp. Hai Phượng kể về một người mẹ.",
        "Từ iOS 13, máy chạy êm hơn.",
        "Chủ xe môtô 2 bánh bị nhắc nhở.",
        "Xe dẫn động hai cầu vượt dốc.",
    ],
)
def test_years_names_versions_and_kinds_of_vehicles_are_no_counts(text: str) -> None:
    assert not counts_of(text)


def test_two_offices_are_counted() -> None:
    assert count_of("Hai Phó chủ tịch xã cùng dự.", 2).category == "person"


@pytest.mark.parametrize(
    ("text", "value", "what"),
    [
        ("Cuối năm, tổng đàn bò của xã là 4.300 con.", 4300, "bò"),
        ("Đàn lợn còn 214 con, đàn gia cầm hiện có khoảng 6.300 con.", 6300, "gia cầm"),
        ("Đội ngũ cán bộ, giáo viên có 86 người.", 86, "cán bộ, giáo viên"),
        ("Ban giám đốc có 4 người.", 4, "người"),
        ("Tổ của anh có 10 người.", 10, "người"),
        ("Ông cho mượn 12 con dê giống.", 12, "con dê giống"),
        ("Xã điều 7 xe chữa cháy.", 7, "xe chữa cháy"),
        ("Đội đứng thứ hai sau 18 vòng. Hai bàn thắng đến sớm.", 2, "bàn thắng"),
        ("Xưởng có 5 lò sấy công suất lớn.", 5, "lò sấy"),
    ],
)
def test_what_a_bare_classifier_takes_up_and_what_ends(text: str, value: float, what: str) -> None:
    assert count_of(text, value).what == what


@pytest.mark.parametrize(
    "text",
    [
        "Có 3 hợp đồng. Bà nhắc đến hợp đồng 315. Ai cũng rõ.",
        "Có 9 bệnh nhân. Độ tuổi của bệnh nhân là 34.",
        "Có 9 người trẻ. Anh Bảy là 1 trong 9 người được học nghề.",
    ],
)
def test_a_number_behind_a_noun_may_be_its_label_or_tell_of_another(text: str) -> None:
    assert not [fact for fact in counts_of(text) if fact.reasons["what"] == "elliptic"]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Huyện Mẫu giải quyết việc làm cho gần 1.900 lao động",
            "Sáu tháng qua, huyện tìm việc cho 1.874 lao động.",
        ),
        ("Nhà máy Mẫu tuyển thêm 600 lao động", "Năm nay, nhà máy cần tuyển thêm 600 lao động phổ thông."),
    ],
)
def test_a_headline_tells_what_the_body_tells(title: str, body: str) -> None:
    found = [fact for fact in counts_of(f"{title}\n\n{body}") if fact.category == "person"]
    assert [fact.quote in body for fact in found] == [True]


def test_names_listed_behind_a_colon_are_of_one_each() -> None:
    text = "Phường duy trì 3 mô hình: “Tiếng kẻng vui”, “Cổng rào sáng”, “Dòng họ hiếu học”."
    assert count_of(text, 3).name is None
    assert count_of("Phường duy trì 3 mô hình “Tiếng kẻng vui”.", 3).name == "Tiếng kẻng vui"


@pytest.mark.parametrize(
    ("text", "value", "category"),
    [
        ("Huyện có 14 loại mô hình với 186 điểm.", 186, "model"),
        ("Mô hình được đặt tại 12 điểm.", 12, "facility"),
        ("Đội nhà có 12 điểm.", 12, "other"),
    ],
)
def test_a_point_is_of_what_the_sentence_tells(text: str, value: float, category: str) -> None:
    assert count_of(text, value).category == category


def test_what_there_was_at_first_is_no_attribute() -> None:
    counts = counts_of("Từ 5 con bò ban đầu, nay gia đình anh có 6 con.")
    assert [(int(one.value or 0), one.what) for one in counts] == [(5, "con bò"), (6, "con bò")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sản lượng tăng từ 2 triệu lên 4 triệu tấn.", ["tấn", "tấn"]),
        ("Số lượng người dùng là 2,2 tỷ.", ["người dùng"]),
        ("Vốn của hội tăng từ 3 tỷ lên 5 tỷ đồng.", ["đồng", "đồng"]),
        ("Giá nhà tăng từ 3 tỷ lên 5 tỷ.", ["đồng", "đồng"]),
    ],
)
def test_a_scale_without_a_noun_is_money_only_where_it_can_be(text: str, found: list[str]) -> None:
    assert [one.what for one in counts_of(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "Bị cáo bị xử theo khoản 2 Điều 201 Bộ luật Hình sự.",
        "Năm anh học lớp 8, bố mất.",
        "Anh lái xe tải 3,5 tấn.",
        "Xe biển tứ quý 8 đời 2007 được rao.",
        "Xe đổi sang biển năm số.",
        "Phòng học có màn hình 4 in 1.",
        "Ông mừng khi cả hai bình phục chấn thương.",
        "Đáp án mã đề 304 đã công bố.",
        "Quán bỏ cốc nhựa dùng 1 lần.",
        "Trong tập 6 chương trình có khách lạ.",
        "Con chỉ biết nói một điều đơn giản với mẹ.",
    ],
)
def test_articles_of_law_years_of_life_and_sizes_of_vehicles_are_no_counts(text: str) -> None:
    assert not counts_of(text)


@pytest.mark.parametrize(
    ("text", "value", "what"),
    [
        ("Bị cáo lĩnh 4 năm 6 tháng tù.", 4.5, "năm tù"),
        ("Bị cáo lĩnh 5 năm 2 tháng tù.", 62, "tháng tù"),
        ("Công nhân được thưởng 2 tháng lương.", 2, "tháng lương"),
        ("Mỗi bữa ăn hai bát rưỡi rau.", 2.5, "bát"),
    ],
)
def test_terms_wages_and_halves(text: str, value: float, what: str) -> None:
    assert count_of(text, value).what == what


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Xã có 5 mô hình Dòng họ tự quản.", "Dòng họ tự quản"),
        ("Xã có 3 mô hình: Tiếng kẻng bình yên.", "Tiếng kẻng bình yên"),
        ("Xã có 3 mô hình - Tiếng kẻng bình yên.", "Tiếng kẻng bình yên"),
        ("Xã có 4 mô hình 5 không 3 sạch.", "5 không 3 sạch"),
        ("Quận có 9 mô hình 1 phường 1 trường.", "1 phường 1 trường"),
        ("Xã có 2 mô hình: Tiếng kẻng bình yên, Camera an ninh.", None),
    ],
)
def test_names_without_quotation_marks(text: str, name: str | None) -> None:
    found = counts_of(text)
    assert [fact.name for fact in found] == [name]


def test_what_one_leads_by_is_exact() -> None:
    assert count_of("Đội xã có 18 điểm, hơn bốn điểm so với đội bạn.", 4).modifier == "exact"


@pytest.mark.parametrize(
    ("text", "value", "what", "category"),
    [
        ("Doanh số bán nhà mới trong tháng tăng lên mức 685.000 căn.", 685000, "nhà mới", "facility"),
        ("Với xe tải, cả tháng chỉ bán được 90 chiếc.", 90, "xe tải", "product"),
        ("Album ấy bán được bốn triệu bản ở châu Âu.", 4e6, "bản", "product"),
        ("Thợ đeo hai lớp găng cho ấm.", 2, "lớp găng", "other"),
        ("Thủ tướng phải nghe hai bộ báo cáo lại.", 2, "bộ", "organization"),
        ("Thanh khoản đạt 200 triệu đơn vị.", 2e8, "đơn vị", "other"),
    ],
)
def test_things_told_before_and_senses_of_the_press(text: str, value: float, what: str, category: str) -> None:
    fact = count_of(text, value)
    assert (fact.what, fact.category) == (what, category)


def test_the_base_of_a_ratio_is_its_denominator() -> None:
    (fact,) = counts_of("Cứ 4 người dùng thì có 1 người bị lừa.")
    assert (fact.value, fact.denominator) == (1, 4)


def test_a_round_headline_is_the_exact_figure_of_the_body() -> None:
    found = counts_of("Nửa đầu năm, hãng bán 18.240 xe.", title="Hãng bán 18.000 xe")
    assert [fact.value for fact in found] == [18240]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tổng số mô hình: 12.", [(12, "mô hình")]),
        ("Số đảng viên: 45. Số chi bộ: 6.", [(45, "đảng viên"), (6, "chi bộ")]),
        ("Số hộ nghèo: 45 hộ; số hộ cận nghèo: 60 hộ.", [(45, "hộ nghèo"), (60, "hộ cận nghèo")]),
        (
            "Xã có 12 tổ hòa giải; tổ tự quản: 9; câu lạc bộ: 4.",
            [(12, "tổ hòa giải"), (9, "tổ tự quản"), (4, "câu lạc bộ")],
        ),
        (
            "Trường có giáo sư (1), phó giáo sư (2), tiến sĩ (12).",
            [(1, "giáo sư"), (2, "phó giáo sư"), (12, "tiến sĩ")],
        ),
        ("Cơ cấu hội viên: nữ 45, nam 32.", [(45, "nữ"), (32, "nam")]),
        ("Đội thắng 3, hòa 2 và thua 5 trận.", [(3, "trận"), (2, "trận"), (5, "trận")]),
        ("Trạm đóng ở phòng 45, tầng 3.", []),
        ("Điện thoại: 45.", []),
    ],
)
def test_numbers_behind_their_label(text: str, found: list[tuple[float, str]]) -> None:
    assert [(fact.value, fact.what) for fact in counts_of(text)] == found


def test_places_in_a_list_have_their_part_in_brackets() -> None:
    found = counts_of("Hôm nay có 45 ca mắc tại Hà Nội (20), Bắc Ninh (15).")
    assert [(fact.value, fact.what, fact.locality) for fact in found[1:]] == [
        (20, "ca mắc", ("Hà Nội",)),
        (15, "ca mắc", ("Bắc Ninh",)),
    ]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("Anh nuôi bốn, năm trăm con vịt.", 400, 500), ("Có năm, sáu hộ làm nghề.", 5, 6)],
)
def test_spoken_ranges(text: str, low: int, high: int) -> None:
    (fact,) = counts_of(text)
    assert (fact.low, fact.high) == (low, high)


def test_thousands_go_on_in_hundreds() -> None:
    assert count_of("Huyện có 1 nghìn 250 hộ nghèo.", 1250).what == "hộ nghèo"


def test_how_much_more_is_no_happening() -> None:
    assert count_of("Họ dễ mắc bệnh nhiều hơn người vui vẻ khoảng 15 lần.", 15).category == "other"


def test_how_long_something_lasts_may_be_more() -> None:
    assert count_of("Khi ho kéo dài trên hai tuần thì nên đi khám.", 2).modifier == "over"


@pytest.mark.parametrize(
    ("text", "value", "what"),
    [
        ("Kế hoạch có 5 cấp độ ứng phó được đưa ra cho mùa lũ.", 5, "cấp độ ứng phó"),
        ("Trường còn giữ 3 lá đơn kiến nghị của phụ huynh.", 3, "lá đơn kiến nghị"),
        ("Thành phố có 62 chốt, trạm kiểm dịch được lập ở các cửa ngõ.", 62, "chốt, trạm kiểm dịch"),
        ("Ứng dụng nhận 900 lượt mua sắm mỗi ngày.", 900, "lượt mua sắm"),
        ("Chị mang theo 3 bộ sạc dự phòng lên tàu.", 3, "bộ sạc dự phòng"),
        ("Bài tập có 16 loại câu hỏi như điền từ, nối chữ.", 16, "loại câu hỏi"),
        ("Nhóm thu 900 dữ liệu có được ở xã.", 900, "dữ liệu"),
        ("Trận ấy chỉ cần hai đội ghi thêm bàn.", 2, "đội"),
    ],
)
def test_a_verb_belongs_to_its_noun_where_the_clause_goes_on(text: str, value: float, what: str) -> None:
    assert count_of(text, value).what == what


@pytest.mark.parametrize(
    ("text", "value", "what"),
    [
        ("Hàng bán chạy ở hai thị trường lớn Anh và Mỹ.", 2, "thị trường lớn"),
        ("Trường tuyển 2 mã tổ hợp D01 (Toán, Văn, Anh) và A01 (Toán, Lý, Anh).", 2, "mã tổ hợp"),
        ("Xe có 3 góc quay và số túi khí nâng lên 6.", 3, "góc quay"),
        ("Bác sĩ đã chữa 5 ca bệnh như vậy.", 5, "ca bệnh"),
        ("Luật được bàn tại 3 kỳ họp thay vì 2 kỳ.", 3, "kỳ họp"),
        ("Bản Hạ có 3 cô giáo chồng làm thợ xây.", 3, "cô giáo"),
        ("Lớp có 9 em con nhà nghèo.", 9, "em con nhà nghèo"),
        ("Nhóm dẫn đầu có Sao Mai (2.780 chiếc) và Hoa Đào Z3 (2.135 chiếc).", 2780, "Sao Mai"),
    ],
)
def test_where_names_kin_and_the_next_clause_end_the_phrase(text: str, value: float, what: str) -> None:
    assert count_of(text, value).what == what


@pytest.mark.parametrize(
    ("text", "what", "category"),
    [
        ("Dịch lan ra 31 tỉnh của Trung Quốc.", "tỉnh", "other"),
        ("Hãng có mặt ở hơn 700 thành phố trên thế giới.", "thành phố", "other"),
        ("Đoàn đi qua 12 tỉnh giáp biên giới Lào.", "tỉnh", "admin_unit"),
        ("Hai dòng tủ lạnh này bán chạy.", "dòng tủ lạnh", "product"),
        ("Giá đất tăng thấp nhất 1,5-2 lần.", "lần", "other"),
    ],
)
def test_kinds_of_units_abroad_lines_and_multiples(text: str, what: str, category: str) -> None:
    fact = counts_of(text)[0]
    assert (fact.what.startswith(what), fact.category) == (True, category)


@pytest.mark.parametrize(
    ("text", "modifier", "low", "high"),
    [
        ("Máy có giá từ 1,5 triệu đến hàng chục triệu đồng.", "range", 1_500_000, 99_999_999),
        ("Giá nhà từ vài trăm triệu đến 2 tỷ đồng.", "range", 100_000_000, 2_000_000_000),
        ("Hãng nói 2 mét là khoảng cách tối thiểu.", "at_least", 2, None),
        ("Mức phạt 30 triệu đồng là mức tối đa theo luật.", "at_most", None, 30_000_000),
        ("Bản lớn có RAM lên tối đa mức 6 GB.", "at_most", None, 6),
    ],
)
def test_vague_ends_and_limits_behind(text: str, modifier: str, low: float | None, high: float | None) -> None:
    fact = counts_of(text)[0]
    assert (fact.modifier, fact.low, fact.high) == (modifier, low, high)


def test_further_bases_of_a_list() -> None:
    found = counts_of("Cứ 6 hộ thì có 2 hộ nghèo, 10 hộ thì có 7 hộ vay vốn.")
    assert [(fact.value, fact.denominator) for fact in found] == [(2, 6), (7, 10)]
