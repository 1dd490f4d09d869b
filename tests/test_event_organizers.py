"""Who holds a happening."""

import pytest

from extractor.facts.events.mentions import find_mentions
from extractor.facts.events.organizers import find_organizer
from extractor.facts.layout import Layout
from extractor.pipeline import read
from extractor.records import Article
from extractor.vietnamese.phrases import settle


def holder(text: str) -> str | None:
    """The holder of the first happening."""
    reading = read(Article(id="x", text=text, published="2024-08-20"))
    settled, layout = settle(text), Layout.of(reading)
    return find_organizer(reading, settled, layout, find_mentions(reading, settled, layout)[0])


@pytest.mark.parametrize(
    ("text", "organizer"),
    [
        (
            "Ngày 9/8, Sở Y tế phối hợp với UBND huyện Ba Vì tổ chức hội thảo về dinh dưỡng.",
            "Sở Y tế phối hợp với UBND huyện Ba Vì",
        ),
        ("Ngày 9/8, tại Công an tỉnh, Bộ Công an đã tổ chức lễ công bố quyết định.", "Bộ Công an"),
        ("Ông dự hội nghị tổng kết phong trào do UBND tỉnh tổ chức ngày 9/8.", "UBND tỉnh"),
        ("Ông dự cuộc họp chuẩn bị, nội dung được thông qua chỉ gồm việc của Hội đồng và tổ chức.", None),
        (
            "Bà chỉ đạo cuộc họp đánh giá thiệt hại do dịch bệnh, do Bộ Công Thương tổ chức ngày 9/8.",
            "Bộ Công Thương",
        ),
        ("Chiều 9/8, phiên xét xử vụ án tham ô được mở lại.", None),
        ("Ngày 9/8, xã Tản Lĩnh tổng kết 5 năm phong trào văn nghệ.", "xã Tản Lĩnh"),
        ("Sơ kết một tháng ra quân vào chiều 9/8, UBND huyện khen 5 tổ.", "UBND huyện"),
        ("Tại cuộc họp Ban Chỉ đạo huyện ngày 9/8, các xã nhận bao cát.", "Ban Chỉ đạo huyện"),
        ("Ngày 9/8 diễn ra lễ khởi công đường liên xã.", None),
        ("UBND huyện sẽ xem lại, các bên sẵn lòng mở hội thảo.", None),
        ("Chiều 9/8, UBND huyện họp báo về mùa sen.", "UBND huyện"),
        ("Tại tọa đàm “Gốm Việt” do Báo Mẫu tổ chức ngày 9/8.", "Báo Mẫu"),
        ("Ngày 9/8, thôn đã tổ chức lễ hội cầu mưa.", "thôn"),
        ("Ngày 9/8, UBND xã Tản Lĩnh, huyện Ba Vì tổ chức hội thi nấu ăn.", "UBND xã Tản Lĩnh"),
        ("Ngày 9/8, UBND huyện Ba Vì (Hà Nội) tổ chức hội thi nấu ăn.", "UBND huyện Ba Vì"),
        ("UBND huyện mới đây đã tổ chức hội nghị trồng rừng.", "UBND huyện"),
        ("Chiều 9/8, tại trụ sở UBND tỉnh, Ban Chỉ đạo lâm nghiệp tổ chức cuộc họp.", "Ban Chỉ đạo lâm nghiệp"),
        ("UBND huyện Ba Vì ngày 9/8 mở hội nghị trồng rừng.", "UBND huyện Ba Vì"),
        ("Vụ án ở TAND xã Hạ Ngày 9/8, TAND huyện Ba Vì đã mở phiên tòa sơ thẩm.", "TAND huyện Ba Vì"),
        ("Tại cuộc họp của UBND huyện Ba Vì ngày 9/8, các xã báo cáo.", "UBND huyện Ba Vì"),
        ("Với sự chủ trì của Sở Y tế, ngày 9/8 đã diễn ra hội thảo về dinh dưỡng.", "Sở Y tế"),
        ("Ngày 9/8 diễn ra hội nghị “Sữa học đường” với sự chủ trì của Sở Y tế.", "Sở Y tế"),
        ("Ông dự hội nghị tổng kết năm 2023 của Hội Nông dân huyện Ba Vì.", "Hội Nông dân huyện Ba Vì"),
        ("Ông dự hội nghị quán triệt Chỉ thị số 5 của Huyện ủy Ba Vì.", None),
        ("Kỳ họp chuyên đề thứ 9 của HĐND huyện Ba Vì diễn ra ngày 9/8.", "HĐND huyện Ba Vì"),
        (
            "Tối 9/8, khu dân cư Hạ Mẫu, xã Tản Lĩnh, huyện Ba Vì tổ chức ngày hội thể thao.",
            "khu dân cư Hạ Mẫu, xã Tản Lĩnh, huyện Ba Vì",
        ),
        ("Ngày 9/8, Sở Tư pháp khai mạc hội thi “Hòa giải viên giỏi”.", "Sở Tư pháp"),
        ("Ngày 9/8, Hội Nông dân huyện Ba Vì (Hà Nội) tổng kết phong trào năm 2023.", "Hội Nông dân huyện Ba Vì"),
        ("Ngày 9/8, Bộ Quốc phòng vẫn tổ chức hội thao toàn quân.", "Bộ Quốc phòng"),
        ("Kỳ họp thứ 9, HĐND huyện Ba Vì khóa XX diễn ra ngày 9/8.", "HĐND huyện Ba Vì"),
    ],
)
def test_organizer(text: str, organizer: str | None) -> None:
    assert holder(text) == organizer
