"""Numbers that are no fact of their own: those told before, conditions, names by measure, sums told again."""

import pytest

from tests.reading_facts import count_of, counts_of

BEFORE = "Ông Tám và bà Sáu bán nước ở chợ xã. "


def values(text: str) -> list[float | None]:
    return [None if fact.value is None else float(fact.value) for fact in counts_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Hai người cưới nhau đã lâu.",
        "Sau đó hai vợ chồng dọn ra ở riêng.",
        "Hàng xóm kể rằng hai người thường cãi vã.",
        "Hai vợ chồng bà dậy từ sớm.",
        "Đó là ý muốn của hai vợ chồng.",
        "Giữa hai người không còn giận hờn.",
        "Tình bạn giữa hai Đảng, hai Nhà nước và người dân hai nước.",
        "Kim ngạch xuất khẩu hai nước tăng đều.",
        "Cầu thủ hai đội bắt tay nhau.",
        "Trận đấu khó khăn cho cả hai đội.",
        "Hai đứa mới quen được gần một năm.",
        "Chợ chưa mở nhưng hai người dọn hàng khác nhau.",
        "Ông giữ kín nguồn gốc của hai món quà trên.",
        "Xã sẽ bán hai mảnh đất nói trên.",
    ],
)
def test_those_who_are_taken_up_are_not_counted(text: str) -> None:
    assert not counts_of(BEFORE + text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Hai người bị thương nặng.", 2),
        ("Hai người chết tại chỗ.", 2),
        ("Vụ cháy làm hai vợ chồng tử vong.", 2),
        ("Hai đội giành vé vào vòng trong.", 2),
        ("Công an bắt 2 đối tượng.", 2),
        ("Có hai người đàn ông lạ mặt vào quán.", 2),
        ("Ban tổ chức chia bảng hai đội.", 2),
        ("Hội nghị có hai nước tham dự.", 2),
        ("Ngay sau đó, 3 nghi phạm tẩu thoát.", 3),
        ("Hai người cùng thoát nghèo.", 2),
        ("Đó là quà cưới của 2 gia đình.", 2),
        ("Ông đặt hai bàn trên bục.", 2),
    ],
)
def test_those_who_are_new_or_harmed_are(text: str, value: int) -> None:
    assert values(BEFORE + text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Nếu khối u lớn 5 cm thì phải mổ.",
        "Nếu đau kéo dài, kèm sốt trên 39 độ thì cần đi khám ngay.",
        "Hãng sẽ lên hạng nếu bán được 200 triệu máy.",
        "Vì vậy, nếu gom đủ 90 tấn, hợp tác xã mới có lãi.",
    ],
)
def test_a_condition_states_nothing(text: str) -> None:
    assert not counts_of(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Nếu vi phạm thì bị phạt 5 triệu đồng.", 5_000_000),
        ("Nếu tính cả chợ mới, xã có 9 chợ.", 9),
        ("Nếu cuối vụ trước bán 7.000 đồng một cân thì nay giá còn cao hơn.", 7000),
        ("Nếu hai giải Hoa Sen và Mẫu Đơn chưa xong, xã sẽ hủy.", 2),
        ("Nếu hồ đầy, tỉnh sẽ xả 120 m3/s.", 120),
    ],
)
def test_what_follows_from_it_does(text: str, value: int) -> None:
    assert value in values(text)


@pytest.mark.parametrize(
    "text",
    [
        "Em thua ở chung kết hạng 57kg.",
        "Hãng ngừng bán bản 1.5L.",
        "Rửa vết xước bằng cồn 70% rồi băng lại.",
        "Ông mua chiếc iPhone 11 Pro Max 512 GB màu đỏ.",
        "Bác sĩ kê thuốc H-Capita 500 mg cho bà.",
        "Nguyên liệu: 2 lá chanh, 1 củ hành. Cách làm: rửa sạch rồi thái nhỏ.",
        "Món gà. Nguyên liệu cần chuẩn bị - 500 gr thịt - 3 nhánh sả. Cho tất cả vào nồi, hầm kỹ.",
        "Hội nghị Trung ương 7 bàn về công tác cán bộ.",
        "Cuốn sách tả Hà Nội băm sáu phố phường.",
        "Ông xin hưởng bảo hiểm xã hội 1 lần.",
        "Xe của ông đậu trước 1 siêu thị.",
    ],
)
def test_names_by_number_and_articles_count_nothing(text: str) -> None:
    assert not counts_of(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Xe chở 57kg gạo.", 57),
        ("Lãi suất còn 70%.", 70),
        ("Máy Galaxy S9 có RAM 8 GB.", 8),
        ("Hãng lắp màn hình Super AMOLED 6 inch.", 6),
        ("Xưởng nhập nguyên liệu từ 7 tỉnh.", 7),
        ("Trường có 1 siêu thị và 2 quán ăn.", 1),
        ("Xe cứu thương đưa 1 bệnh nhân vào viện.", 1),
    ],
)
def test_plain_measures_still_count(text: str, value: int) -> None:
    assert count_of(text, value)


@pytest.mark.parametrize(
    "text",
    [
        "Xã nhận 45 tỷ đồng vốn ủy thác. Có vốn, nhiều nhà xây chuồng. Nguồn vốn ủy thác 45 tỷ đồng đến đúng lúc.",
        "Chủ xe chi 11,56 tỷ đồng để mua xe. Giá 11,56 tỷ đồng làm ai cũng ngạc nhiên.",
        "Giải nhất trị giá 20.000.000 đồng (hai mươi triệu đồng).",
        "Chị nuôi ba con nhỏ. Hàng xóm thương. Ba đứa con nhỏ đều ngoan.",
        "Trạm nuôi hai trẻ mồ côi. Hàng ngày, cô y tá tắm cho hai bé.",
        "Xã mời ba nghệ nhân. Cả chợ đón ba ông.",
        "Chị có hai đứa con. Chị định đưa hai con về quê ăn Tết.",
    ],
)
def test_what_is_told_again_is_one_record(text: str) -> None:
    assert len(counts_of(text)) == 1


def test_like_numbers_of_others_stay_apart() -> None:
    assert len(counts_of("Xã Hạ thu 20 tỷ đồng tiền phạt. Cả năm, xã Hạ thu 20 tỷ đồng tiền chợ.")) == 2
    assert len(counts_of("Máy có bản RAM 4 GB, bộ nhớ 64 GB và bản RAM 6 GB, bộ nhớ 64 GB.")) == 4
    assert len(counts_of("Xã xảy ra 9 vụ (giảm 5 vụ so với cùng kỳ), làm rõ 9/9 vụ.")) == 3
    assert len(counts_of("Trạm nuôi hai trẻ mồ côi. Cô y tá mời hai ông vào nhà.")) == 2
    assert len(counts_of("Trạm nuôi hai trẻ mồ côi. Hôm sau, trạm nhận thêm hai bé.")) == 2
    assert len(counts_of("Tổ cứu 2 cụ ông. Hôm sau, tổ cứu thêm 2 cụ ông khác.")) == 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Công an tạm giữ 6 bộ bài, 2 bộ lắc bầu cua.", 2),
        ("Sức khỏe nhiều bệnh nhân khá lên: hai người thở oxy đã tiến triển.", 2),
        ("Nếu gặt bằng máy có giá 100 ngàn đồng một sào, nay gặt tay đắt hơn.", 100_000),
    ],
)
def test_lists_and_what_is_held_against_the_present_are_told(text: str, value: int) -> None:
    assert value in values(BEFORE + text)
