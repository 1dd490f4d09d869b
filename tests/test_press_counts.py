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
