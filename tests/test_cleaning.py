"""Text pages: what goes, what stays, and what the page tells about its article."""

import pytest

from extractor.errors import InputError
from extractor.intake.article import to_article
from extractor.intake.furniture import kind_of
from extractor.intake.rawpage import RawPage
from extractor.records import Article

TITLE = "Xã Suối Mẫu nhân rộng mô hình tự quản về an ninh trật tự"
ONE = (
    "Theo báo cáo, xã Suối Mẫu hiện duy trì 12 mô hình tự quản với 340 hộ tham gia, trong đó 7 mô hình ở khu dân "
    "cư và 5 mô hình ở trường học."
)
TWO = (
    "Từ đầu năm đến nay, nhân dân đã cung cấp 45 nguồn tin có giá trị, giúp công an xã làm rõ 9 vụ việc, thu hồi "
    "tài sản trị giá 60 triệu đồng."
)
TEASERS = "Huyện Mẫu bắt 9 đối tượng đánh bạc\nXã Đồi thu 46 triệu đồng tiền quỹ"


def clean(text: str, **given: str) -> Article:
    return to_article(RawPage(id="x", source="x.txt", text=text, given=given))


def reasons(article: Article) -> dict[str, str]:
    return {piece.text: piece.reason for piece in article.removed}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Tin liên quan", "others"),
        ("CÁC TIN ĐÃ ĐƯA:", "others"),
        ("Bài, tin liên quan", "others"),
        ("[Trở về] [In trang] [Gửi bạn bè]", "share"),
        ("Tiếng Mẫu  Tiếng Đồi  Báo in  Liên hệ", "menu"),
        ("Ý kiến bạn đọc (0)", "comments"),
        ("{name} - {time}", "template"),
        ("IMG_4471.jpg", "image"),
        ("669_5312.00_03_30_09.still003.jpg", "image"),
        ("|  A-  |  A  |  A+  |", "text size"),
        ("Trang chủ >> Xã hội >> An ninh", "menu"),
        ("Chính trị | Kinh tế | Xã hội | Pháp luật", "menu"),
        ("Mẫu Sơn 28°C | Độ ẩm 82% | USD 23.070", "weather"),
        ("Lượt xem: 659", "counter"),
        ("Từ khóa: an ninh, Mẫu", "tags"),
        ("© Bản quyền thuộc UBND xã Mẫu", "footer"),
        ("https://x.example/tin-2182345/", "address"),
        ("./.", "punctuation"),
        ("Đánh giá kết quả thực hiện phong trào", None),
        ("Thống kê của công an xã cho thấy số vụ giảm", None),
        ("Tìm kiếm 3 ngư dân mất tích", None),
        ("Nhiệt độ giảm còn 12°C, trâu bò ở vùng cao bị chết rét", None),
        ("Thời tiết (đầu tháng 6) nắng nóng, nhiều hộ dân thiếu nước.", None),
        ("Đại biểu tham dự hội nghị", None),
        (ONE, None),
    ],
)
def test_kinds_of_furniture(line: str, kind: str | None) -> None:
    assert kind_of(line) == kind


def test_head_and_tail_go() -> None:
    page = f"""Chủ nhật, 25/08/2019 | 09:41 GMT+7
Trang chủ  Chính trị  Kinh tế  Xã hội
Báo Thái Bình điện tử
{TITLE}
Thứ 5, 15/08/2019 | 08:32
A- A A+

{ONE}
Tổ tự quản tuần tra. Ảnh: T.H
{TWO}
Thu Mẫu
Lượt xem: 1.284
Tin liên quan
{TEASERS}
Giá vàng SJC 41,55 - 41,87"""
    article = clean(page)
    assert article.text == f"{TITLE}\n\n{ONE}\nTổ tự quản tuần tra. Ảnh: T.H\n{TWO}"
    assert (article.title, article.published, article.outlet) == (TITLE, "2019-08-15", "Báo Thái Bình điện tử")
    assert (article.author, article.home_province) == ("Thu Mẫu", "Thái Bình")
    assert reasons(article)["Lượt xem: 1.284"] == "counter"


def test_headlines_within_the_text_go_with_their_heading() -> None:
    article = clean(f"{TITLE}\n{ONE}\nTin liên quan\n{TEASERS}\n{TWO}\nMinh Mẫu\nĐọc nhiều\n{TEASERS}")
    assert article.text == f"{TITLE}\n\n{ONE}\n{TWO}"


def test_teasers_with_leads_after_the_signature_go() -> None:
    lead = (
        "Sáng 5/6, huyện Mẫu tổ chức lễ ra quân với 300 người tham gia, huy động 20 xe và nhiều phương tiện khác."
    )
    article = clean(f"{TITLE}\n{ONE}\n{TWO}\nThu Mẫu\nTin khác\nHuyện Mẫu ra quân\n{lead}\nXã Đồi họp\n{lead}")
    assert article.text == f"{TITLE}\n\n{ONE}\n{TWO}"


def test_the_text_goes_on_after_headlines_midway() -> None:
    article = clean(f"{TITLE}\n{ONE}\nTin liên quan\n{TEASERS}\n{TWO}")
    assert article.text == f"{TITLE}\n\n{ONE}\n{TWO}"
    teaser = (
        "Huyện Mẫu vừa ra quân bảo đảm an toàn giao thông dịp hè với hơn 300 người và 20 xe tham gia diễu hành, "
        "tuyên truyền lưu động."
    )
    headline = "Huyện Mẫu ra quân bảo đảm an toàn giao thông"
    article = clean(f"{TITLE}\n{ONE}\n{TWO}\nTin liên quan\n{headline}\n{teaser}")
    assert article.text == f"{TITLE}\n\n{ONE}\n{TWO}"


def test_author_and_date_may_stand_below_the_lead() -> None:
    article = clean(f"{TITLE}\n{ONE}\nThu Mẫu • 01/03/2024 07:02\n{TWO}")
    assert article.text == f"{TITLE}\n\n{ONE}\n{TWO}"
    assert (article.author, article.published) == ("Thu Mẫu", "2024-03-01")


def test_the_outlet_may_stand_behind_the_title() -> None:
    article = clean(f"{TITLE} | Báo Nghệ An điện tử\n08:41 03/08/2023\n{ONE}\n{TWO}")
    assert (article.title, article.outlet) == (TITLE, "Báo Nghệ An điện tử")


def test_numbers_and_names_below_their_labels_go() -> None:
    article = clean(f"{TITLE}\nNgày đăng\n20/04/2023\nLượt xem\n1.520\n{ONE}\n{TWO}\nTác giả\nThu Mẫu")
    assert article.text == f"{TITLE}\n\n{ONE}\n{TWO}"
    assert (article.author, article.published) == ("Thu Mẫu", "2023-04-20")


def test_the_body_at_the_head_of_a_page_is_its_outlet() -> None:
    article = clean(f"Đoàn Thanh niên huyện Mẫu\n15 tháng 6, 2023 ·\n{TITLE}\n{ONE}\n{TWO}")
    assert (article.title, article.outlet) == (TITLE, "Đoàn Thanh niên huyện Mẫu")


def test_headlines_without_a_heading_go_only_where_three_stand_together() -> None:
    third = "Thị trấn Mẫu xử phạt 18 trường hợp vi phạm"
    assert clean(f"{TITLE}\n{ONE}\n{TWO}\n{TEASERS}\n{third}").text == f"{TITLE}\n\n{ONE}\n{TWO}"
    assert TEASERS in clean(f"{TITLE}\n{ONE}\n{TWO}\n{TEASERS}").text
    assert TEASERS in clean(f"{TITLE}\n{ONE}\nMột số hình ảnh tại hội nghị:\n{TEASERS}\n{third}").text


@pytest.mark.parametrize(
    "body",
    [
        f"{ONE}\nCác mô hình gồm:\n- 7 mô hình camera\n- 5 mô hình cổng trường\n{TWO}",
        f"{ONE}\nHiệu quả từ cơ sở\n{TWO}",
        f"{ONE}\n| Xã | Số hộ |\n|---|---|\n| Mẫu | 152 |\n| Đồi | 152 |\n{TWO}",
        f"{ONE}\n\nĐại biểu tham dự hội nghị\n\n{TWO}",
    ],
)
def test_lists_subheads_tables_and_captions_stay(body: str) -> None:
    assert clean(f"{TITLE}\n\n{body}").text == f"{TITLE}\n\n{body}"


def test_second_printings_go() -> None:
    article = clean(
        f"{TITLE}\n24/06/2022 15:47\n(Baonghean.vn) - {ONE}\n{ONE}\nTổ tuần tra đêm\nTổ tuần tra đêm\n{TWO}"
    )
    assert article.text.count(ONE) == 1 and article.outlet == "Baonghean.vn"
    assert not article.text.splitlines()[2].startswith("(")


def test_a_title_between_two_printings_of_the_lead_is_found() -> None:
    page = f"(Baothanhhoa.vn) - {ONE}\n\nTin liên quan\n\nĐọc nhiều\n\n{TITLE}\n\n{ONE}\n\n{TWO}\n\n\nLê Mẫu"
    article = clean(page)
    assert (article.text, article.outlet) == (f"{TITLE}\n\n{ONE}\n\n{TWO}", "Baothanhhoa.vn")


def test_a_title_that_only_the_footer_prints_is_found() -> None:
    title = "Xã Suối Mẫu duy trì 12 mô hình tự quản ở khu dân cư và trường học"
    page = f"{ONE}\n{TWO}\nTác giả: Lê Mẫu\n© UBND xã\n{title} - Trang thông tin điện tử xã Suối Mẫu"
    article = clean(page)
    assert (article.title, article.author) == (title, "Lê Mẫu")
    assert article.outlet == "Trang thông tin điện tử xã Suối Mẫu"
    assert clean(f"{ONE}\n{TWO}\nCác tin khác\n{title}").title is None


def test_what_a_scraper_glued_is_cut() -> None:
    page = (
        f" date 2024-04 An ninh trật tự {TITLE} Thời gian qua, xã chú trọng xây dựng các mô hình.\n\n{ONE}\n{TWO}"
    )
    article = clean(page)
    assert (article.title, article.published) == (TITLE, "2024-04")
    assert article.text.splitlines()[2] == "Thời gian qua, xã chú trọng xây dựng các mô hình."


@pytest.mark.parametrize(
    "text", ["Xã Suối Mẫu có 5 tổ.", f"{ONE} {TWO}", f"{ONE}\n\n{TWO}", f"{ONE}\n{TWO}\n{ONE[:80]}."]
)
def test_an_article_without_a_title_has_none_and_loses_nothing(text: str) -> None:
    article = clean(text)
    assert (article.title, article.text, article.removed) == (None, text, ())


def test_what_a_player_says_and_a_glued_signature_go() -> None:
    article = clean(f"XEM VIDEO: browser not support iframe. {ONE} Minh Mẫu")
    assert (article.text, article.author) == (ONE, "Minh Mẫu")


def test_what_is_given_is_believed() -> None:
    article = clean(
        f"{ONE}\n{TWO}", title="Tên bài đã cho", published="06/09/2024 10:00", outlet="Báo Bình Thuận", author="A"
    )
    assert article.text.startswith("Tên bài đã cho\n\nTheo báo cáo")
    assert (article.published, article.outlet, article.author) == ("2024-09-06", "Báo Bình Thuận", "A")
    assert article.home_province == "Bình Thuận"
    assert article.raw_offsets[:3] == (-1, -1, -1)
    assert article.given == ("author", "outlet", "published", "title")


@pytest.mark.parametrize("text", ["", " \n ", "Trang chủ\nThời sự\nKinh tế\nLiên hệ", "{name} - {time}\n./."])
def test_a_page_without_an_article_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"x\.txt"):
        clean(text)


def test_a_title_in_capitals_may_take_two_lines_and_the_text_may_be_wrapped() -> None:
    page = f"""XÃ SUỐI MẪU TỔNG KẾT PHONG TRÀO TOÀN DÂN
BẢO VỆ AN NINH TỔ QUỐC NĂM 2023

Sáng ngày 20/12/2023, Ủy ban nhân dân xã Suối Mẫu tổ chức hội nghị tổng kết phong trào với sự
tham dự của hơn 120 đại biểu đến từ các thôn, cơ quan và trường học đóng trên địa bàn xã. Năm
2023, toàn xã duy trì 12 mô hình tự quản với 340 hộ tham gia; vận động nhân dân đóng góp được
75 triệu đồng lắp 24 mắt camera.

{TWO}"""
    article = clean(page)
    assert article.title == "XÃ SUỐI MẪU TỔNG KẾT PHONG TRÀO TOÀN DÂN BẢO VỆ AN NINH TỔ QUỐC NĂM 2023"
    assert "trên địa bàn xã. Năm 2023, toàn xã" in article.text and "đóng góp được 75 triệu" in article.text


def test_readers_comments_are_no_article() -> None:
    comments = (
        "Nguyễn Đồi: Bài viết rất hay, mong báo có thêm nhiều bài viết về các mô hình tự quản như thế này nhé.\n"
    )
    article = clean(
        f"{TITLE}\nThích 12 Chia sẻ 3\n{ONE}\n{TWO}\nM.Đ\nBình luận (2)\n{comments}{comments.replace('hay', 'tốt')}"
    )
    assert (article.text, article.author) == (f"{TITLE}\n\n{ONE}\n{TWO}", "M.Đ")


def test_dates_within_the_text_stay() -> None:
    assert clean(f"{TITLE}\n19/03/2024\n{ONE}\n15/3/2024\n{TWO}").text == f"{TITLE}\n\n{ONE}\n15/3/2024\n{TWO}"


def test_a_given_title_that_the_text_repeats_is_cut_off_its_first_line() -> None:
    article = clean(f"{TITLE} {ONE}\n{TWO}", title=TITLE)
    assert article.text == f"{TITLE}\n\n{ONE}\n{TWO}"
    assert article.raw_offsets[:2] == (0, 1)


def test_captions_at_the_end_stay_because_they_speak_of_the_same() -> None:
    captions = (
        "Nhân dân xã Suối Mẫu tham gia mô hình tự quản\nCông an xã làm rõ các vụ việc\nMô hình tự quản ở trường học"
    )
    assert clean(f"{TITLE}\n{ONE}\n{TWO}\n{captions}").text.endswith(captions)


def test_headlines_above_the_title_are_not_taken_for_it() -> None:
    article = clean(f"Báo Bình Thuận\n{TEASERS}\n{TITLE}\nA- A A+\n{ONE}\n{TWO}")
    assert article.text == f"{TITLE}\n\n{ONE}\n{TWO}"
    subtitle = "Cách làm hay của một xã vùng xa"
    assert clean(f"{TITLE}\n{subtitle}\n{ONE}\n{TWO}").text == f"{TITLE}\n\n{subtitle}\n{ONE}\n{TWO}"


def test_an_address_on_the_first_line_is_the_pages() -> None:
    article = clean(f"https://baogialai.com.vn/xa-hoi/2020/10/25/suoi-mau.html\n{TITLE}\n{ONE}\n{TWO}")
    assert article.url == "https://baogialai.com.vn/xa-hoi/2020/10/25/suoi-mau.html"
    assert (article.published, article.outlet, article.home_province) == ("2020-10-25", "Báo Gia Lai", "Gia Lai")
    assert article.text == f"{TITLE}\n\n{ONE}\n{TWO}"
