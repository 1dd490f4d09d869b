"""When a happening was, and at which level."""

import pytest

from extractor.facts.events.mentions import find_mentions
from extractor.facts.events.setting import at_its_level, find_date
from extractor.facts.layout import Layout
from extractor.pipeline import read
from extractor.records import Article, Path
from extractor.vietnamese.phrases import settle
from tests.reading_facts import setting_of


@pytest.mark.parametrize(
    ("text", "published", "date"),
    [
        ("Trong 3 ngày 7, 8 và 9/8/2024, xã tổ chức Lễ hội đình Đông.", "2024-08-20", "2024-08-07"),
        ("Ngày 10/1, Tỉnh đoàn tổ chức Lễ phát động chương trình năm 2020.", None, "2020-01-10"),
        ("Ngày 10/1, Tỉnh đoàn tổ chức Lễ phát động chương trình.", None, None),
        ("Tại Festival Hoa Mẫu 2023, tỉnh giới thiệu làng nghề.", "2024-08-20", "2023"),
        ("Ông kể từ ngày 5/3/2019. " + "Vườn nhà ông xanh tốt. " * 60 + "Ông dự lễ khởi công cầu.", None, None),
        ("Diễn đàn Gốm Việt 2024 diễn ra vào tháng 9 tới.", "2024-08-20", "2024-09"),
        ("Sáng 5/1, Ban Dân nguyện tổng kết công tác năm 2022.", "2023-01-06", "2023-01-05"),
        ("Festival Gốm 2025 khai mạc ngày 7/6.", "2024-08-20", "2025-06-07"),
        ("Sáng 5/12, HĐND xã Hạ khai mạc kỳ họp cuối năm 2023.", "2023-12-06", "2023-12-05"),
        ("Ngày 5/12, huyện mở kỳ họp cuối năm.", "2023-12-06", "2023-12-05"),
        ("Xã mở cuộc họp cuối năm 2023.", "2024-08-20", "2023"),
        ("Lễ trao giải Gốm Việt 2023 diễn ra ngày 10/2/2024.", "2024-08-20", "2024-02-10"),
        ("Sáng 18/11, xã tổ chức Hội nghị sơ kết 5 năm Nghị quyết số 30 ngày 12/3/2014.", None, None),
        ("Cuộc thi do UBND huyện phát động từ ngày 1/8 đến 15/9.", "2024-09-20", "2024-08-01"),
        ("Ngày 9/8, tòa mở phiên tòa xử anh Lê Văn Mẫu (SN 1980, trú xã Hạ).", None, None),
        ("Tại cuộc họp chiều 9/8, xã nhắc lại trận lũ ngày 1/8.", "2024-08-20", "2024-08-09"),
    ],
)
def test_date(text: str, published: str | None, date: str | None) -> None:
    reading = read(Article(id="x", text=text, published=published))
    layout = Layout.of(reading)
    mention = find_mentions(reading, settle(text), layout)[0]
    assert find_date(reading, layout, setting_of(reading)[1], mention) == date


@pytest.mark.parametrize(
    ("text", "organizer", "expected"),
    [
        ("Em đạt giải cuộc thi “Tay khéo” cấp tỉnh.", None, ("Nghệ An",)),
        ("Dự hội nghị tổng kết phong trào.", "UBND huyện", ("Nghệ An", "Yên Thành")),
        ("Dự hội nghị tổng kết phong trào.", "Hội Nông dân", ("Nghệ An", "Yên Thành", "Đô Thành")),
    ],
)
def test_level(text: str, organizer: str | None, expected: Path) -> None:
    reading = read(Article(id="x", text=text))
    mention = find_mentions(reading, settle(text), Layout.of(reading))[0]
    path = ("Nghệ An", "Yên Thành", "Đô Thành")
    assert at_its_level(reading, mention, organizer, path, "article") == expected
