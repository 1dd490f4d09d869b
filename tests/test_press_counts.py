"""Counts of the general press: codes, sizes, pairs of nouns, what was taken, measures against people."""

import pytest

from tests.reading_facts import count_of, counts_of


@pytest.mark.parametrize(
    "text",
    [
        "Khách đi chuyến bay XY 1521 từ đảo về.",
        "Tàu KN 390 neo ở cảng.",
        "Lên cấp 3 em học thêm ở thị trấn.",
        "Trọng tài không thổi 11m ở phút 67.",
        "Chị đi khám 6 tháng/1 lần ở trạm.",
        "Tuyến cáp treo ba dây chạy qua núi.",
        "Bệnh viện Nhân dân 17 dẫn đầu cả nước.",
        "Tòa đã xem tài liệu của hai phía.",
        "Ông vẫn tin, dù cả hai chạy hệ thống riêng.",
        "Sau đó, đội phải chỉ định một người có đủ tiêu chuẩn.",
        "Không chỉ có một nghề vững vàng, ông còn vui với vườn cây.",
    ],
)
def test_codes_ranks_and_articles_count_nothing(text: str) -> None:
    assert not counts_of(text)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Xã tặng quà cho 9 anh, chị công nhân.", "anh, chị công nhân"),
        ("Luật bỏ 12 ngành, nghề kinh doanh có điều kiện.", "ngành, nghề kinh doanh có điều kiện"),
        ("Phần mềm chạy trên cả 2 hệ điều hành Android và iOS.", "hệ điều hành"),
        ("Huyện cách ly 5 trường hợp nguy cơ cao.", "trường hợp nguy cơ cao"),
        ("Hiện có 10 cầu thủ đá hạng dưới.", "cầu thủ"),
        ("Chị đã chuyển 3 phôi đông lạnh lần đầu tiên.", "phôi đông lạnh"),
        ("Y tá lập 2 đường truyền tĩnh mạch.", "đường truyền tĩnh mạch"),
    ],
)
def test_the_noun_keeps_its_pair_and_loses_what_is_done(text: str, what: str) -> None:
    assert counts_of(text)[-1].what == what


@pytest.mark.parametrize(
    ("text", "slot", "value"),
    [
        ("Quán treo màn hình cỡ 55 inch.", "modifier", "exact"),
        ("Quán bán sườn non 159.000 đồng/kg.", "modifier", "exact"),
        ("Giải có bốn hay năm đội mạnh.", "modifier", "range"),
        ("Công an thu giữ 9 bảng vị.", "category", "product"),
        ("Điện thoại này có 2 màn hình.", "category", "product"),
        ("Tòa nêu 3 căn cứ bắt buộc.", "category", "other"),
        ("Khóa học gồm 12 bài giảng.", "aspect", "stock"),
        ("Tại triển lãm có gần 300 tài liệu.", "aspect", "stock"),
        ("Khu nhà có thể cách ly được 2.000 người.", "aspect", "stock"),
        ("Thị trường chốt phiên tại 930,7 điểm.", "category", "other"),
        ("Thiếu nhi đi xe Mẫu Q8 hai người một ghế, tặng 90 suất quà.", "locality", None),
        ("Tỉnh thi hành kỷ luật đối với 5 cán bộ.", "aspect", "flow"),
        ("Khoa đi đầu, với 900 bệnh nhân được điều trị.", "aspect", "flow"),
        ("Với mỗi tấm hình, bà được 9.000 đồng.", "aspect", "rate"),
        ("Ông nhận định hai nước có nhiều nét tương đồng.", "aspect", "stock"),
    ],
)
def test_the_words_around_decide_the_slots(text: str, slot: str, value: str) -> None:
    assert getattr(counts_of(text)[-1], slot) == value


def test_years_gone_by_do_not_time_what_follows_in_an_undated_article() -> None:
    text = "Năm 2013, kỷ lục là 51.999 người chạy. Cung đường trải qua 5 quận. Năm 2019, giải có 900 người chạy."
    assert [fact.period for fact in counts_of(text, published=None) if fact.what == "quận"] == [None]


@pytest.mark.parametrize(
    ("text", "value", "modifier"),
    [
        ("Người dân chưa có kinh nghiệm nhưng trồng trên 1.000 ha cam.", 1000, "over"),
        ("Dân không có vốn song vẫn góp trên 20 tấn xi măng.", 20, "over"),
        ("Không xã nào đạt trên 3 tiêu chí.", 3, "at_most"),
    ],
)
def test_a_negation_ends_where_something_is_said_after_all(text: str, value: float, modifier: str) -> None:
    assert count_of(text, value).modifier == modifier


@pytest.mark.parametrize(
    ("text", "value", "what"),
    [
        ("Công an bắt tạm giam 4 tháng đối với tài xế.", 4, "tháng"),
        ("Ông Ba bị tạm giữ hình sự 9 ngày.", 9, "ngày"),
        ("Tòa phạt bị cáo 15 tháng cải tạo không giam giữ.", 15, "tháng cải tạo không giam giữ"),
        ("Tỉnh điều động ông Năm sang Sở, thời hạn bổ nhiệm 5 năm.", 5, "năm"),
        ("Thời gian giữ chức vụ là 3 năm.", 3, "năm"),
        ("Phần thi Toán có thời gian 120 phút, Ngoại ngữ 60 phút.", 60, "phút"),
        ("Mỗi hộ được giúp tối đa không quá 6 tháng.", 6, "tháng"),
        ("Đoạn clip dài gần 3 phút lan trên mạng.", 3, "phút"),
        ("Bệnh nhân nhẹ chỉ điều trị khoảng 8 ngày.", 8, "ngày"),
    ],
)
def test_how_long_is_the_fact_where_that_is_told(text: str, value: float, what: str) -> None:
    found = count_of(text, value)
    assert (found.what, found.category) == (what, "duration")


@pytest.mark.parametrize(
    "text",
    [
        "Trong thời hạn 5 ngày, xã trả lời đơn.",
        "Sau thời gian 3 năm, mô hình vẫn sống.",
        "Sau 2 ngày điều trị, ông qua đời.",
        "Chỉ sau 2 tiếng đồng hồ anh đã vượt lên.",
        "Thủ tướng nhắc đến thời gian qua theo Nghị định 107 năm 2018.",
        "Đoàn đua về đích với tổng thời gian là 5 giờ 12 phút.",
        "Xe hợp đồng dưới 9 chỗ ngồi được chạy lại.",
        "Chiếc xe khách 16 chỗ lao xuống ruộng.",
        "Bệnh nhân bị hở van 2 lá nặng.",
        "Hãng bán điện thoại có camera ba ống kính.",
        "Khách ghé nhà thờ (21 phố Hàng Tre, quận Ba Đình).",
        "Em đỗ kỳ thi quốc gia 2018 tỉnh Hà Giang.",
    ],
)
def test_set_times_seats_and_addresses_count_nothing(text: str) -> None:
    assert not [one for one in counts_of(text) if one.value not in (12, 21) or one.what != "phút"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Số lượng phòng thuộc sở là 24 tổ chức, giảm 3 tổ chức.", [(24, "phòng"), (3, "phòng")]),
        ("Tổng số hợp tác xã của tỉnh là 42 đơn vị (tăng 5).", [(42, "hợp tác xã"), (5, "hợp tác xã")]),
        ("Số cấp vụ của ngành là 94 tổ chức, tăng 6.", [(94, "cấp vụ"), (6, "cấp vụ")]),
        ("Trong tháng xảy ra 39 vụ cháy, giảm hơn 9.", [(39, "vụ cháy"), (9, "vụ cháy")]),
        ("Hội nghị có 24 tổ chức, 3 đơn vị tham gia.", [(24, "tổ chức"), (3, "đơn vị")]),
        ("Phí tăng từ 3 lên 4 triệu đồng.", [(3_000_000, "đồng"), (4_000_000, "đồng")]),
        ("Phí nâng từ 800.000 lên 1,2 triệu đồng.", [(800_000, "đồng"), (1_200_000, "đồng")]),
        ("Tỷ lệ hộ nghèo giảm từ 12 xuống còn 8%.", [(12, "%"), (8, "%")]),
        ("Trường mở rộng từ 12 lên 15 lớp học.", [(12, "lớp học"), (15, "lớp học")]),
        ("Phí mai táng là 1.170 bảng, lương 20 đô một giờ.", [(1170, "bảng"), (20, "USD")]),
    ],
)
def test_changes_and_general_nouns_take_what_they_speak_of(text: str, found: list[tuple[float, str]]) -> None:
    assert [(one.value, one.what) for one in counts_of(text)] == found


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Kẻ gian giật 2 sợi dây chuyền. Hắn cầm 2 sợi dây chuyền chạy đi.", 1),
        ("Có 3 thanh niên gọi xe. Trên đường, 3 thanh niên khống chế anh.", 1),
        ("Tổ bắt 2 nghi phạm. Hôm sau tổ bắt thêm 2 nghi phạm.", 2),
        ("Vụ đầu làm 2 người bị thương. Vụ sau khiến 2 người chết.", 2),
        ("Đoạn clip có 9 lượt thích và 9 lượt xem.", 2),
        ("Tỉnh bắt giữ 7 đối tượng. Công an bắt giữ 7 đối tượng ở xã.", 1),
    ],
)
def test_the_few_of_a_report_are_told_again(text: str, times: int) -> None:
    assert len(counts_of(text)) == times


@pytest.mark.parametrize(
    ("text", "value", "what"),
    [
        ("Bão làm sạt 6 cây gỗ lớn tiểu khu 692.", 6, "cây gỗ lớn"),
        ("Tổ phát hiện 2 trường hợp nghi sử dụng giấy tờ giả.", 2, "trường hợp"),
        ("Sau 2 ca phẫu thuật cuối cùng sức khỏe em đã ổn.", 2, "ca phẫu thuật cuối cùng"),
        ("Đội nhớ mãi 3 trận thua mùa trước.", 3, "trận thua"),
        ("Khói bụi gây 700 cái chết mỗi năm.", 700, "cái chết"),
    ],
)
def test_the_noun_ends_where_another_is_told_of(text: str, value: float, what: str) -> None:
    assert count_of(text, value).what == what


@pytest.mark.parametrize(
    ("text", "value", "what"),
    [
        ("Việc ba ứng dụng hẹn hò gồm Mai và Đào bị gỡ gây xôn xao.", 3, "ứng dụng hẹn hò"),
        ("Thành phố chỉ còn 2 điểm hiến máu ở chợ.", 2, "điểm hiến máu"),
        ("Trạm kiểm tra 75 ô tô chở khách, 8 xe tải.", 75, "ô tô chở khách"),
        ("Hãng dùng 18 máy bay thuê chuyến cho mùa hè.", 18, "máy bay thuê chuyến"),
        ("Hai doanh nghiệp xuất khẩu 900 tấn gạo.", 2, "doanh nghiệp"),
        ("Có khoảng 615 công ty blockchain tại vùng này.", 615, "công ty blockchain"),
        ("Kho mất 500 thùng nước tăng lực, sau đó tìm lại được.", 500, "thùng nước tăng lực"),
        ("Hàng chục nhân sự cấp cao của hãng nghỉ việc, 21 cán bộ cấp trung ở lại.", 21, "cán bộ cấp trung"),
        ("Sở công bố thêm 14 ca mắc mới tại xã.", 14, "ca mắc mới"),
        ("Tỉnh phá 3 đường dây đánh bạc ở chợ.", 3, "đường dây đánh bạc"),
    ],
)
def test_what_a_thing_is_for_belongs_to_its_noun(text: str, value: float, what: str) -> None:
    assert count_of(text, value).what == what


@pytest.mark.parametrize(
    ("text", "value", "what"),
    [
        ("Điện thoại có 6 màu tím, trắng, xanh và đỏ.", 6, "màu"),
        ("Bình gốm có hai màu xanh - trắng rất đẹp.", 2, "màu"),
        ("Em thi ba môn Toán, Lý, Hóa vào sáng mai.", 3, "môn"),
        ("Xưởng may 40 áo màu xanh.", 40, "áo màu xanh"),
        ("Sau đây là 13 điều bạn nên tránh.", 13, "điều"),
        ("Xã đón 38.000 khách du lịch hàng năm.", 38000, "khách du lịch"),
        ("Giải có 16 đội bóng chia làm 4 bảng.", 16, "đội bóng"),
    ],
)
def test_names_of_those_counted_and_their_clauses_end_the_noun(text: str, value: float, what: str) -> None:
    assert count_of(text, value).what == what


@pytest.mark.parametrize(
    ("text", "value", "what"),
    [
        ("Đến sáng nay, tổng số ca giám sát trên địa bàn là 81 ca.", 81, "ca giám sát"),
        ("Tổng số lượt tham vấn qua ứng dụng là hơn 900 lượt.", 900, "lượt tham vấn"),
        ("Đến trưa, con số bệnh nhân lên đến 48 người.", 48, "bệnh nhân"),
        ("Số doanh nghiệp chờ làm thủ tục giải thể là 9,4 nghìn, giảm mạnh.", 9400, "doanh nghiệp"),
        ("Câu lạc bộ trả 99 triệu USD, hơn mức 94 triệu của người cũ.", 94_000_000, "USD"),
        ("Chợ thu 99 triệu đồng, hơn mức 94 triệu của năm trước.", 94_000_000, "đồng"),
        ("Giải chia làm 2 bảng, tiền thưởng 94 triệu.", 94_000_000, "đồng"),
        ("Vàng tăng 20 USD. Tiệm bán ra 94 triệu.", 94_000_000, "đồng"),
        ("Số lượt khám hôm nay giảm, có 20 lượt ở xã bên.", 20, "lượt"),
    ],
)
def test_a_sum_names_what_its_number_counts(text: str, value: float, what: str) -> None:
    assert count_of(text, value).what == what


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Suất ăn giá 90.000 đồng/2 người, rượu giá 120.000 đồng/750ml.", [90_000, 120_000]),
        ("Nhà mạng thu 900 đồng cho mỗi 10Kb.", [900]),
        ("Trong 100 g khoai lang chứa 86 kcal.", [86]),
        ("Bà mua 100 g khoai lang ở chợ.", [100]),
        ("Cô ngủ từ 9.30 pm, dậy lúc 6 am và ăn 2 quả trứng.", [2]),
        ("Phòng khám đặt tại 76 đường Giải Phóng, có 9 bác sĩ.", [9]),
        ("Xã sửa 3 đường Lê Lợi và Trần Phú.", [3]),
        ("Dầu cá có omega 3 và 5 loại vitamin.", [5]),
        ("Cả hai vun đắp cho nhau. Mạng xã hội lan tin đồn về hai người.", []),
        ("Xe tải va chạm với hai người đi bộ.", [2]),
    ],
)
def test_bases_of_rates_addresses_and_pronouns_are_no_counts(text: str, left: list[float]) -> None:
    assert [fact.value for fact in counts_of(text)] == left


@pytest.mark.parametrize(
    ("text", "value", "modifier"),
    [
        ("Tệp có dung lượng lớn hơn 50 MB không gửi được.", 50, "over"),
        ("Bụi có kích thước nhỏ hơn 5 micromet bay rất xa.", 5, "under"),
        ("Màn hình nhỏ hơn 2 inch so với bản cũ.", 2, "exact"),
        ("Một nghiên cứu trên 90 người cho kết quả tốt.", 90, "exact"),
        ("Xã có trên 90 người tham gia.", 90, "over"),
    ],
)
def test_comparisons_bound_sizes_and_studies_are_made_on_people(text: str, value: float, modifier: str) -> None:
    assert count_of(text, value).modifier == modifier
