"""What is counted, in which status: sentences of ours with the record they must give."""

import pytest

from extractor.facts.counts.binding import LONGEST_NAME
from extractor.facts.counts.nouns.heads import NOUN_CATEGORIES
from extractor.facts.verbs import VerbRow
from extractor.records import Category
from extractor.vietnamese.lexicon import Row, rows
from tests.reading_facts import count_of, counts_of


@pytest.mark.parametrize("category", NOUN_CATEGORIES)
def test_every_counted_noun_is_read_in_its_example(category: Category) -> None:
    unread = [
        row.word
        for row in rows(f"nouns/{category}", "noun", Row)
        if not any(
            fact.category == category and fact.what.lower().startswith(tuple(form.lower() for form in row.forms))
            for fact in counts_of(row.example)
        )
    ]
    assert unread == []


def test_every_governing_verb_gives_its_aspect_in_its_example() -> None:
    misread = [
        row.word
        for row in rows("verbs", "verb", VerbRow)
        if not any(
            row.word in (fact.predicate or "").lower() and fact.aspect == row.aspect
            for fact in counts_of(row.example)
        )
    ]
    assert misread == []


def test_every_verb_of_a_state_tells_a_stock_in_its_example() -> None:
    misread = [
        row.word
        for row in rows("verbs", "stative", Row)
        if not any(fact.aspect in ("stock", "rate") for fact in counts_of(row.example))
    ]
    assert misread == []


@pytest.mark.parametrize(
    ("text", "value", "what"),
    [
        ("Huyện duy trì 31 mô hình tự quản về ANTT, lập 12 tổ.", 31, "mô hình tự quản về ANTT"),
        ("Dân báo 40 nguồn tin có giá trị giúp công an phá án.", 40, "nguồn tin có giá trị"),
        ("Huyện có 29 xã, thị trấn.", 29, "xã, thị trấn"),
        ("Xã có 7 thôn còn lại chưa lập tổ.", 7, "thôn còn lại"),
        ("Bắt 8 đối tượng đánh bạc tại nhà riêng.", 8, "đối tượng đánh bạc"),
        ("Xã có 12 tổ tiết kiệm và vay vốn.", 12, "tổ tiết kiệm và vay vốn"),
        ("Năm qua có 41 hộ thoát nghèo.", 41, "hộ"),
        ("Trồng mới 600 cây xanh trong tháng 3/2024.", 600, "cây xanh"),
        ("Tỉnh có 71 sản phẩm 4 sao.", 71, "sản phẩm 4 sao"),
        ("Mưa lớn làm 2.035 ha rau màu bị mất trắng.", 2035, "ha"),
        ("Xã cứng hóa 86 km đường liên thôn.", 86, "km đường liên thôn"),
        ("Còn 4 người Lào làm cùng xưởng.", 4, "người Lào"),
        ("Tới bến xe, hai người chia tay.", 2, "người"),
        ("Xã quản lý 6 người nghiện ma túy.", 6, "người nghiện ma túy"),
        ("Chuyến xe đưa 11 công dân Việt kẹt ở cửa khẩu về nước.", 11, "công dân Việt"),
        ("Thấy mưa, hai vợ chồng vui sướng chạy ra đồng.", 2, "vợ chồng"),
        ("Đội bắn 20 viên đạn liên tục vào bia.", 20, "viên đạn"),
        ("Đội xã có 80 điểm và nới rộng khoảng cách.", 80, "điểm"),
        ("Xã điều trị 16 bệnh nhân và bệnh nhân cuối cùng đã về.", 16, "bệnh nhân"),
        ("Khu nhà có công viên Gym, 60 sân chơi trẻ em.", 60, "sân chơi trẻ em"),
        ("Sở cử 2 cán bộ thanh tra như năm ngoái.", 2, "cán bộ thanh tra"),
        ("Đội xếp sau với 3 điểm ít hơn đội bạn.", 3, "điểm"),
        ("Lớp có 4 em cao hơn cô.", 4, "em"),
        ("Tỉnh có 6 xã nghèo hơn trước.", 6, "xã"),
        ("Một nửa số hộ dùng nước máy.", 1, "hộ"),
        ("Hơn một phần ba số quán ăn đã đóng cửa.", 1, "quán ăn"),
        ("Có 2/3 số vụ xảy ra ban đêm.", 2, "vụ"),
        ("Nhóm gồm 90 đàn ông và phụ nữ trong bản.", 90, "đàn ông và phụ nữ"),
        ("Chị có 2 đứa con, con trai lên 8.", 2, "đứa con"),
        ("Có 900 thí sinh, trường gọi 600 em nhập học.", 900, "thí sinh"),
        ("Tuyến tỉnh 700 giường và tuyến huyện 350 giường.", 700, "giường"),
        ("Bếp nấu 300 bữa ăn miễn phí.", 300, "bữa ăn miễn phí"),
        ("Xã đặt 35 bồn rửa tay ở chợ.", 35, "bồn rửa tay"),
        ("Ngân hàng có 15 khoản nợ xấu.", 15, "khoản nợ xấu"),
        ("Huyện có 8 khu công nghiệp nằm ven sông.", 8, "khu công nghiệp"),
        ("Anh mở 2 quán ăn ở phường bên.", 2, "quán ăn"),
        ("Quỹ nhận 20 triệu bảng từ nước Anh.", 20_000_000, "bảng"),
        ("Hai đội hòa nhau ở lượt về.", 2, "đội"),
        ("Anh nhận 4 cuộc điện thoại gọi cho con.", 4, "cuộc điện thoại"),
        ("Viện cần 900 đơn vị nhóm máu O.", 900, "đơn vị nhóm máu O"),
        ("Chiếc xe này nặng 1,600 kg.", 1600, "kg"),
        ("Giá khởi điểm là 365,000 USD.", 365_000, "USD"),
        ("Em mang 2 dòng máu, bố là người xứ khác.", 2, "dòng máu"),
        ("Em có 40 đường chuyền thành công.", 40, "đường chuyền thành công"),
        ("Hãng ra chiếc xe. Đời sau chỉ có 88 chiếc ra đường.", 88, "chiếc xe"),
        ("Sở cử 2 cán bộ thanh tra kho bạc.", 2, "cán bộ"),
        ("Hội nghị bàn 4 nội dung chính: an ninh, giao thông.", 4, "nội dung chính"),
        ("Máy tính có màn hình 5 inch độ phân giải cao.", 5, "inch"),
        ("Xã có 11 người giàu nhất vùng.", 11, "người giàu nhất vùng"),
        ("Tỉnh giúp 3 công ty lâm nghiệp Suối Hạ, Đồi Sen và Mẫu Xanh.", 3, "công ty lâm nghiệp"),
        ("Bắt 2 đối tượng về hành vi trộm xe.", 2, "đối tượng"),
        ("Trạm dừng 1 xe, xe có 16 chỗ hiệu Ford.", 16, "chỗ"),
        ("Thi có 90 học sinh lớp 9.", 90, "học sinh lớp 9"),
        ("Bão làm đổ 2 cột điện khiến cả thôn mất điện.", 2, "cột điện"),
        ("Ông dạy 6 học sinh lớp 1, trường Hoa Sen.", 6, "học sinh lớp 1"),
        ("Trên 3 mẫu xe Rosa C-Class, Lima 3 và Mino A4 đều có gương.", 3, "mẫu xe"),
        ("Môn sử có 11 điểm 10 và nhiều điểm 9.", 11, "điểm"),
        ("Sữa có 18 loại trong tổng 20 loại chất.", 18, "loại chất"),
        ("Cách biệt của 2 đội dẫn đầu ít nhất sẽ lớn.", 2, "đội dẫn đầu"),
        ("Khoa có 3 bệnh nhân còn lại thể trạng yếu.", 3, "bệnh nhân còn lại"),
        ("Huyện có 2 cơ quan khác nhau cùng quản lý.", 2, "cơ quan khác nhau"),
        ("Khoa có 5 bệnh nhân hoàn toàn ổn định.", 5, "bệnh nhân"),
        ("Em ghi ba bàn mang lại chiến thắng.", 3, "bàn"),
        ("Em ghi 22 bàn thắng, thành tích làm cả đội vui.", 22, "bàn thắng"),
        ("Chốt đặt ở 2 đường Sen Vàng và đường Mai Đỏ.", 2, "đường"),
        ("Đội vắng 2 tiền đạo John Smith - Peter Brown.", 2, "tiền đạo"),
        ("Chỉ số vượt 900 điểm và chính thức lập kỷ lục.", 900, "điểm"),
    ],
)
def test_the_noun_phrase_is_cut_before_verb_place_and_purpose(text: str, value: float, what: str) -> None:
    assert count_of(text, value).what == what


@pytest.mark.parametrize(
    ("text", "value", "aspect"),
    [
        ("Xã đang duy trì 96 mô hình.", 96, "stock"),
        ("Xã xây dựng mới 15 mô hình.", 15, "flow"),
        ("Xã xây dựng và duy trì 28 mô hình.", 28, "stock"),
        ("Câu lạc bộ hiện quy tụ 22 chủ nhà trọ.", 22, "stock"),
        ("Lũ làm 21 người chết.", 21, "flow"),
        ("Có 7 ngôi nhà bị đất đá vùi lấp.", 7, "flow"),
        ("Mô hình có 50 hội viên tham gia.", 50, "stock"),
        ("Xã phấn đấu có 40 hội viên.", 40, "target"),
        ("Xã cần phấn đấu giảm nghèo, nhất là khi toàn xã hiện có 90 hộ nghèo.", 90, "stock"),
        ("Ông gửi lời thăm ân cần đến bà con và trao 20 suất quà.", 20, "flow"),
        ("Xã dự kiến lắp 30 camera. Trong đó, lắp ở chợ 12 camera.", 12, "target"),
        ("Đến tháng 12/2023, xã đã hoàn thành 9 tiêu chí theo mục tiêu.", 9, "flow"),
        ("Từ ngày 1 đến 3/9, lượng mưa đạt 120 mm.", 120, "flow"),
        ("Dự án có 300 lô đất.", 300, "stock"),
        ("Huyện khởi công khu dân cư mới, rộng 280 ha.", 280, "stock"),
        ("Các hồ sơ thuộc 10 lĩnh vực.", 10, "stock"),
        ("Huyện vượt chỉ tiêu 12 hội viên.", 12, "flow"),
        ("Chương trình mục tiêu quốc gia hỗ trợ 30 hộ.", 30, "flow"),
        ("Đến tháng 12 phải mở 52 trường; hiện mới có 39 trường.", 39, "stock"),
        ("Mỗi xã có 15 camera.", 15, "rate"),
        ("Xếp loại trung bình có 23 mô hình.", 23, "stock"),
        ("Tỷ lệ hộ nghèo còn 4,5%.", 4.5, "rate"),
        ("Tổng dư nợ đạt 714 tỷ đồng.", 714e9, "stock"),
        ("Tổng kinh phí là 312 triệu đồng.", 312e6, "flow"),
        ("Tham gia hội thao có 25 đội.", 25, "flow"),
        ("Xã đạt 17 tiêu chí, tăng 3 tiêu chí so với năm 2021.", 3, "rate"),
        ("Có 14 xã chưa gửi báo cáo.", 14, "stock"),
        ("Trường có 96 phòng học, 6 phòng chưa được lắp quạt.", 6, "stock"),
        ("Tổ phát hiện 28 vụ với 42 đối tượng.", 42, "flow"),
        ("Huyện luân chuyển 74 cán bộ từ huyện về xã và 38 cán bộ từ xã lên huyện.", 38, "flow"),
        ("Tổ có 30 xe và 12 máy bơm.", 12, "stock"),
        ("Mỗi ngày có 20 chuyến xe chở rau ra chợ.", 20, "rate"),
        ("Mỗi năm xưởng thu 3 tỷ đồng.", 3e9, "flow"),
        ("Bình quân mỗi năm xưởng thu 3 tỷ đồng.", 3e9, "rate"),
        ("Giải quy tụ 22 đội với 198 vận động viên.", 198, "flow"),
        ("Số tiền chậm đóng còn 1,9 tỷ đồng.", 1.9e9, "stock"),
        ("Tòa còn 74 vụ chưa xử.", 74, "stock"),
        ("Hiện tỉnh có 3 ca dương tính.", 3, "stock"),
        ("Hôm qua, tỉnh ghi nhận 3 ca dương tính.", 3, "flow"),
        ("Quý vừa qua, huyện có 12 vụ cháy.", 12, "flow"),
        ("Sở có định hướng tăng sản lượng lên 300 tấn.", 300, "target"),
        ("Huyện lắp 40 camera trong năm tới.", 40, "target"),
        ("Hội đồng phê duyệt quy hoạch 94 cán bộ.", 94, "flow"),
        ("Đến năm 2030, tỉnh có 90 hồ chứa. Trong 6 tháng đầu năm, tỉnh khởi công 4 hồ chứa.", 4, "flow"),
    ],
)
def test_aspect(text: str, value: float, aspect: str) -> None:
    assert count_of(text, value).aspect == aspect


@pytest.mark.parametrize(
    ("text", "value", "predicate"),
    [
        ("Huyện đã triển khai xây dựng mới 15 mô hình.", 15, "xây dựng mới"),
        ("Công an tiếp nhận, xác minh và giải quyết 12 tin.", 12, "tiếp nhận, xác minh và giải quyết"),
        ("Công an điều tra, làm rõ 9 vụ.", 9, "điều tra, làm rõ"),
        ("Năm qua có 4 mô hình mới được xây dựng.", 4, "xây dựng"),
        ("Có 53 cơ quan, 13 xã và 49 thôn đăng ký cam kết.", 13, "đăng ký cam kết"),
        ("Xã có 212 mắt do dân góp, 98 mắt do doanh nghiệp ủng hộ.", 98, "ủng hộ"),
        ("Số vụ tăng 5%; 52 doanh nghiệp giải thể.", 52, "giải thể"),
        ("Tỉnh phân bổ 52 tỷ đồng, trong đó xã Đông 20 tỷ đồng.", 20e9, "phân bổ"),
        ("Xảy ra 12 vụ, giảm 5 vụ (29%) so với cùng kỳ.", 29, "giảm"),
        ("Sản lượng cả năm ước đạt 375 tấn.", 375, "đạt"),
        ("Huyện nâng tỷ lệ hộ tham gia lên 92%.", 92, "nâng"),
        ("Huyện nhân rộng mô hình tự quản ra 40 trường.", 40, "nhân rộng"),
        ("Xã thu 16 tỷ đồng, bằng 62% dự toán.", 62, "bằng"),
        ("Tỉnh hỗ trợ gia đình có người chết 25 triệu đồng.", 25e6, "hỗ trợ"),
        ("Đội xử phạt 23 trường hợp với số tiền 31 triệu đồng.", 31e6, "xử phạt"),
        ("Xã lắp 18 bình chữa cháy, tổng chi phí 25 triệu đồng.", 25e6, None),
        ("Đoàn trao 9 thùng nước uống, 40 chăn bông.", 40, "trao"),
        ("Trong số 90 tổ có 52 tổ ở phố, 38 tổ ở chợ.", 38, "có"),
        ("Dự hội nghị có lãnh đạo huyện; đại diện 24 xã.", 24, "Dự"),
        ("Dự hội nghị có 18 hội viên đại diện cho 900 hội viên.", 900, "đại diện"),
    ],
)
def test_predicate(text: str, value: float, predicate: str | None) -> None:
    assert count_of(text, value).predicate == predicate


@pytest.mark.parametrize(
    ("text", "value", "scope"),
    [
        ("Mỗi xã lắp 15 camera.", 15, "Mỗi xã"),
        ("Xã có 11 mô hình ở trường học.", 11, "trường học"),
        ("Vụ phạm pháp giảm 9 vụ so với cùng kỳ năm 2023.", 9, "so với cùng kỳ năm 2023"),
        ("Mô hình “Cổng sáng” hiện có 34 tổ.", 34, "Mô hình “Cổng sáng”"),
        ("Huyện kiểm tra 312 cơ sở, đạt 46% kế hoạch năm.", 46, "kế hoạch năm"),
        ("Các nhà hảo tâm ủng hộ 43 triệu đồng.", 43e6, "nhà hảo tâm"),
        ("Xã ra mắt mô hình “Cổng sáng”. Mô hình gồm 9 tổ với 120 hộ.", 120, "mô hình “Cổng sáng”"),
        ("Xã phấn đấu mỗi khóm, ấp có 2 tổ tuần tra.", 2, "mỗi khóm, ấp"),
        ("So với cùng kỳ năm trước, trộm cắp giảm 4 vụ.", 4, "So với cùng kỳ năm trước"),
        ("Trường có cao đẳng 210 người, trung cấp 3.050 người.", 3050, "trung cấp"),
        ("Mô hình “Cổng sáng” có 90 đèn, trong đó 40 đèn do UBND các xã đầu tư.", 40, "UBND các xã"),
        ("Có 4 tổ do Hội Nông dân quản lý.", 4, "Hội Nông dân"),
        ("Huyện còn 5 xã chưa lập tổ do khó khăn về kinh phí.", 5, "chưa lập tổ do khó khăn về kinh phí"),
        ("Hàng cấm là 900 vụ, hàng giả là 348 vụ.", 348, "hàng giả"),
        ("Được biểu dương có: cấp tỉnh 412 hộ, cấp huyện 2.115 hộ.", 2115, "cấp huyện"),
        ("Mỗi tháng chị gom góp thêm 2 triệu đồng.", 2_000_000, "Mỗi tháng"),
        ("Đến nay huyện còn 7 xóm chưa đăng ký mô hình, 3 xóm mới lập tổ.", 7, "chưa đăng ký mô hình"),
        ("Huyện có 900 hộ, trong đó 37 hộ nuôi nhốt trâu dưới gầm sàn.", 37, "nuôi nhốt trâu dưới gầm sàn"),
        ("Huyện có 900 hộ có tỷ lệ nợ 30%.", 900, None),
        (
            "Xã chi 9 tỷ đồng làm đường, trong đó ngân sách huyện 7 tỷ đồng, dân góp 2 tỷ đồng.",
            7e9,
            "ngân sách huyện",
        ),
        (
            "Xã chi 9 tỷ đồng làm đường, trong đó ngân sách huyện 7 tỷ đồng, nhân dân góp 2 tỷ đồng.",
            2e9,
            "nhân dân",
        ),
        ("Xã có 231 tổ vay vốn, trong đó Hội Nông dân 82 tổ.", 82, "Hội Nông dân"),
    ],
)
def test_scope(text: str, value: float, scope: str | None) -> None:
    assert count_of(text, value).scope == scope


@pytest.mark.parametrize(
    ("text", "value", "measured"),
    [
        ("Xã trang bị 300 áo phao trị giá 36 triệu đồng.", 36e6, "áo phao"),
        ("Tội phạm về trật tự xã hội giảm 7%.", 7, "Tội phạm về trật tự xã hội"),
        ("Xã vừa khánh thành đoạn đường hoa dài 3.200m.", 3200, "đoạn đường hoa"),
        ("Anh Tư vừa xây căn nhà 80 m2.", 80, "căn nhà"),
        ("Huyện Đông Sơn đạt 61% dự toán.", 61, None),
        ("Công an điều tra, làm rõ 30/33 vụ (đạt 91%).", 91, "điều tra, làm rõ"),
        ("Tổ hòa giải thành 57/62 vụ (92%).", 92, "hòa giải thành"),
        ("Xã giải quyết 40 tin, đạt tỷ lệ 95%.", 95, "giải quyết"),
        ("Số vụ phạm pháp giảm 5 vụ (29%).", 29, "Số vụ phạm pháp"),
    ],
)
def test_what_a_figure_measures(text: str, value: float, measured: str | None) -> None:
    assert count_of(text, value).measured == measured


@pytest.mark.parametrize(
    ("text", "value", "what"),
    [
        ("Tổng số hộ dân chài đến nay là 3.118.", 3118, "hộ dân chài"),
        ("Đại biểu nữ là 26 người.", 26, "Đại biểu nữ"),
        ("Xã mua 6 camera, trong đó 4 cái đặt ở chợ.", 4, "camera"),
        ("Tranh có 900 viên đá, tranh kia 400 viên.", 400, "viên đá"),
        ("Hãng bán 10 triệu điện thoại, tăng so với mức 9 triệu của năm trước.", 9000000, "điện thoại"),
        ("Thành phố có hơn 20,400 phòng học.", 20400, "phòng học"),
        ("Hội nâng tổng số hội viên cả huyện lên gần 10.200 người.", 10_200, "hội viên"),
        ("Số lượng nhân viên đến cuối năm là 36.806 người.", 36_806, "nhân viên"),
        ("Tổng lượng xe ở bến đạt 3.200 chiếc.", 3200, "xe"),
        ("Các xã có 1.325 cán bộ pháp chế (giảm 130 người).", 130, "cán bộ pháp chế"),
        ("Số nhân viên là 900 người, tăng thêm 20 người.", 20, "nhân viên"),
        ("Số xe máy là 900 chiếc, tăng 40 chiếc.", 40, "xe máy"),
        ("Xưởng may 500 chiếc khẩu trang, bán 90 sản phẩm, tặng 40 chiếc.", 40, "chiếc khẩu trang"),
        ("Xã chăn nuôi lợn nhiều năm, hiện có 9.000 con.", 9000, "lợn"),
        ("Nhà anh có đàn gà ở đồi, chừng 300 con.", 300, "gà"),
        ("Trại thả tôm từ đầu vụ, được 90.000 con.", 90_000, "tôm"),
        ("Vụ cháy làm 2 người chết, số người bị thương là 5 người.", 2, "người"),
        ("Một số hộ dân mới chuyển đến, nay có 9 người.", 9, "người"),
    ],
)
def test_the_noun_may_stand_elsewhere(text: str, value: float, what: str) -> None:
    assert count_of(text, value).what == what


@pytest.mark.parametrize(
    "text",
    [
        "Đồng hồ Series 3 refurbished bán chạy.",
        "Quán mở tại số nhà cũ, 72 Nguyễn Trãi.",
        "Trụ sở nằm ở nhà cũ, 17 Đường Hoa Sen.",
        "Cúp Nhà vua 2019 ban đầu dời lịch.",
        "Nhóm bạn ra công viên 23/9 chơi.",
        "Cây trồng dọc hai bên đường.",
        "Triển lãm ở Quảng trường 3/2 thành phố.",
        "Xe chạy trên làn 1 tiếp giáp lề đường.",
        "Đã có 9 ca mắc, bệnh nhân 243 đã khỏi.",
        "Em từng khoác áo đội U.17 châu Á.",
        "Em vào top 50 thế giới môn cờ vua.",
        "Tay vợt số bốn thế giới đã thua.",
        "Cứ mùng 6 hàng tháng, chợ họp.",
        "Mưa kéo dài đến tháng 11 hàng năm.",
        "Em vào lớp 10 năm học 2018-2019.",
        "Ông cùng 1 số người bạn đến chơi.",
        "Ông đi vắng 1 thời gian.",
        "Đó là 1 quán ăn ở phường bên.",
        "Bà là giám đốc của 1 công ty lớn.",
        "Xuất khẩu tăng trưởng hai con số.",
        "Các máy từ 5s trở về sau dùng được.",
        "Đánh bơ tầm 30s cho đều tay.",
        "Tổ thu giữ 1 lượng ma túy, kể cả cần sa.",
        "Bà cụ đau ở hai chân.",
        "Cụ ngồi với 2 chân quỳ.",
        "Anh chị nay chỉ như hai người bạn.",
        "Khi hai người ngồi gần nhau, ai cũng vui.",
        "Quen nhau lâu, cả hai quyết định về chung nhà.",
        "Bài thuốc đông y 4 Triệu chứng: mệt mỏi.",
        "Quan hệ giữa hai phía căng thẳng.",
        "Điểm của thí sinh nam miền núi là 21,9.",
        "Tranh cãi xong, cả hai giảng hòa.",
        "Dịch Covid -19 diễn biến chậm.",
        "Giải ảnh 195th Photo Report trao ở xã.",
        "Tập 7 tối qua được phát lại.",
        "Giả sử có 100 hộ vay vốn.",
        "Đội không ghi được 1 bàn thắng nào.",
        "Bác sĩ chuyên khoa 2 Nguyễn Thị Hoa khám bệnh.",
        "Máy bay hạ cánh lúc 0h5.",
        "Cô có số đo 3 vòng là 86 - 58 - 90 cm.",
        "Luật Cạnh tranh 2004 quy định rõ.",
        "Nhà trường nhận bàn ghế mới 100%.",
        "Chị năm lần bảy lượt xin vay.",
        "Quay số trúng 05 - 17 - 28 - 33.",
    ],
)
def test_labels_are_no_counts(text: str) -> None:
    assert [fact.value for fact in counts_of(text) if fact.value != 9] == []


def test_a_quoted_name_belongs_to_its_noun() -> None:
    fact = count_of("Xã có 16 mô hình “Liên gia giữ lửa”.", 16)
    assert (fact.what, fact.name) == ("mô hình", "Liên gia giữ lửa")


def test_named_things_are_counted_without_a_noun() -> None:
    fact = count_of("Huyện thành lập 214 “Tổ liên gia giữ lửa”.", 214)
    assert (fact.what, fact.name, fact.category) == ("Tổ liên gia giữ lửa", "Tổ liên gia giữ lửa", "group")


def test_numbers_inside_a_name_are_none_and_inside_speech_are() -> None:
    assert counts_of("Hội lập câu lạc bộ “Gia đình 5 không, 3 sạch”.") == ()
    speech = (
        "“" + "Từ ngày có đèn đường, bà con trong thôn đi họp đông hẳn, " + "tôi vay 50 triệu đồng nuôi bò" + "”"
    )
    assert len(speech) > LONGEST_NAME
    assert [int(fact.value or 0) for fact in counts_of(f"Ông kể: {speech}.")] == [50_000_000]


def test_a_short_form_takes_its_noun_from_before() -> None:
    facts = counts_of("Xã có 486 mắt camera, trong đó 212 mắt do dân góp.")
    assert [fact.what for fact in facts] == ["mắt camera", "mắt camera"]


def test_a_number_told_again_is_one_record() -> None:
    (fact,) = counts_of("Tổ bắt 2 đối tượng trộm xe. Hai đối tượng này khai nhận mọi việc.")
    assert fact.what == "đối tượng trộm xe"
    (fact,) = counts_of("Tổ cứu 3 ngư dân. Cả ba người này đã về nhà.")
    assert fact.what == "ngư dân"


def test_a_bare_number_takes_up_the_noun_before() -> None:
    facts = counts_of("Năm 2014, xứ có 14 người nghiện, nay chỉ còn 2.")
    assert [(int(fact.value or 0), fact.what) for fact in facts] == [(14, "người nghiện"), (2, "người nghiện")]


def test_a_negation_turns_the_hedge() -> None:
    assert count_of("Phấn đấu không còn xã dưới 10 tiêu chí.", 10).modifier == "at_least"


def test_award_recipients_are_no_counts() -> None:
    assert counts_of("Chủ tịch UBND huyện tặng Giấy khen cho 8 tập thể và 11 cá nhân.") == ()


def test_an_abbreviation_counts_as_what_the_article_says_it_is() -> None:
    facts = counts_of("Tổ Nhân dân tự quản (TNDTQ) ra đời năm 2012. Xã hiện có 438 TNDTQ.")
    assert [(fact.what, fact.category) for fact in facts] == [("TNDTQ", "group")]


def test_odd_text_gives_no_exception_and_linear_work() -> None:
    assert len(counts_of("Xã có " + ", ".join(f"{n} hộ" for n in range(10, 510)) + ".")) > 400
    assert counts_of("“" * 3000) == ()
    assert counts_of("1" * 4000 + " hộ") is not None


def test_letters_after_a_comma_go_on_the_list() -> None:
    text = "Xã có 9 thôn, 15 trường tiểu học, THCS thuộc xã đăng ký thi đua."
    assert count_of(text, 15).what == "trường tiểu học, THCS" and count_of(text, 9).aspect == "flow"
