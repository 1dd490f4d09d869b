"""Articles about one person: what they tell without a place is told of the home."""

import pytest

from extractor.pipeline import read
from extractor.records import Article
from tests.reading_facts import setting_of

ADDRESS = "thôn Đông, xã Lương Nghĩa, huyện Long Mỹ (Hậu Giang)"
LIFE = (
    "Năm 2009, anh vay vốn trồng 200 gốc cam. Trận lũ năm sau làm chết 150 gốc.",
    "Sau nhiều năm, anh xây được nhà. Vườn cây tạo việc làm cho 12 lao động.",
    "Hiện nay, anh có 3 ha cam. Anh còn hiến 500 m2 đất.",
)


def place_of(paragraphs: tuple[str, ...], piece: str) -> str:
    text = "\n\n".join(("Người trồng cam trên đất khó", *paragraphs))
    title = text.split("\n", 1)[0]
    scene = setting_of(read(Article(id="x", text=text, title=title, published="2018-05-05")))[0]
    start = text.index(piece)
    return (scene.locality(start, start + len(piece))[0] or ("",))[-1]


@pytest.mark.parametrize(
    "lead",
    [
        f"Anh Lê Văn Mẫu, {ADDRESS}, dậy từ sáng sớm.",
        f"Năm 1998, anh Lê Văn Mẫu rời quê vào {ADDRESS} làm thuê.",
        f"Con đường vào {ADDRESS} nay dễ đi. Anh Lê Văn Mẫu đón khách ở đầu ngõ.",
        f"Dậy từ sáng sớm là thói quen của anh Lê Văn Mẫu. Nhà anh ở {ADDRESS}.",
        f"Vợ chồng anh Lê Văn Mẫu, chị Trần Thị Hạ, {ADDRESS} từng là hộ nghèo.",
    ],
)
@pytest.mark.parametrize("piece", ["200 gốc", "150 gốc", "12 lao động", "3 ha"])
def test_a_portrait_is_told_of_the_home(lead: str, piece: str) -> None:
    assert place_of((lead, *LIFE), piece) == "Đông"


@pytest.mark.parametrize(
    ("paragraph", "piece", "place"),
    [
        ("Hợp tác xã bán 38 tấn cam.", "38 tấn", "Lương Nghĩa"),
        ("Toàn xã hiện có 65 ha cam.", "65 ha", "Lương Nghĩa"),
        ("Cả huyện có 900 ha cam.", "900 ha", "Long Mỹ"),
        ("Chị Hoa kể rằng đã học nghề được 5 tháng, bán 40 kg mứt.", "40 kg", "Lương Nghĩa"),
    ],
)
def test_a_portrait_goes_on_to_others(paragraph: str, piece: str, place: str) -> None:
    lead = f"Anh Lê Văn Mẫu, {ADDRESS}, dậy từ sáng sớm."
    assert place_of((lead, *LIFE, paragraph), piece) == place


@pytest.mark.parametrize(
    ("lead", "life", "piece"),
    [
        (
            f"Ít ai tin vợ chồng A Mẫu, Y Hạ ở {ADDRESS} thoát được nghèo.",
            (
                "Cưới xong, hai vợ chồng có 3 sào lúa.",
                "Năm 2023, gia đình thu 2 tấn cà phê.",
                "A Mẫu bán 40 gốc cam.",
            ),
            "2 tấn",
        ),
        (
            f"Lê Văn Mẫu ({ADDRESS}) về quê nuôi ong.",
            (
                "Mẫu bắt đầu với 20 đàn ong. Rét làm chết 12 đàn.",
                "Chàng trai gây lại 35 đàn.",
                "Mẫu lãi 380 triệu.",
            ),
            "12 đàn",
        ),
    ],
)
def test_the_one_portrayed_may_be_called_by_a_bare_name(lead: str, life: tuple[str, ...], piece: str) -> None:
    assert place_of((lead, *life), piece) == "Đông"


@pytest.mark.parametrize(
    ("lead", "life", "piece"),
    [
        (
            f"Chị Lê Thị Mẫu, Bí thư Chi bộ {ADDRESS}, năm nay 38 tuổi.",
            (
                "Chi bộ vận động bà con trồng 15 ha chè.",
                "Chị Mẫu học nghề dệt.",
                "Chị Mẫu dệt 9 tấm vải.",
                "Chị vui.",
            ),
            "15 ha",
        ),
        (
            f"Chị Lê Thị Mẫu, {ADDRESS}, dậy từ sáng sớm.",
            ("Chị Mẫu lập tổ dệt. Tổ có 22 thành viên.", "Chị Mẫu dệt 9 tấm vải.", "Chị bán vải."),
            "22 thành viên",
        ),
        (
            f"Ông Lê Văn Mẫu, hội viên Hội Nông dân xã Lương Nghĩa, ở {ADDRESS}, dậy sớm.",
            (
                "Ông trồng 40 gốc cam.",
                "Con trai ông, anh Lê Văn Bảy, ươm 90 cây giống.",
                "Ông Mẫu vui.",
                "Ông cười.",
            ),
            "90 cây",
        ),
    ],
)
def test_the_village_of_whoever_leads_in_it(lead: str, life: tuple[str, ...], piece: str) -> None:
    assert place_of((lead, *life), piece) == "Đông"


def test_a_collective_of_the_commune_is_not_at_home() -> None:
    lead = f"Chị Lê Thị Mẫu, {ADDRESS}, dậy từ sáng sớm."
    life = ("Chị Mẫu lập tổ dệt của xã.", "Tổ có 22 thành viên.", "Chị Mẫu dệt 9 tấm vải.", "Chị bán vải. Chị vui.")
    assert place_of((lead, *life), "22 thành viên") == "Lương Nghĩa"


@pytest.mark.parametrize(
    ("sentence", "piece", "place"),
    [
        ("Ngân hàng Chính sách huyện Long Mỹ cho anh vay 90 triệu đồng.", "90 triệu", "Đông"),
        ("Năm 2018, Hội Nông dân xã cho vay 20 triệu đồng để mua máy.", "20 triệu", "Đông"),
        ("Nhà anh có 11 thợ, bán hàng cho 25 hộ trong xã.", "11 thợ", "Đông"),
        ("Toàn xã có 86 ha cam thì thôn Đông chiếm 31 ha.", "86 ha", "Lương Nghĩa"),
        ("Thôn Đông của xã có 96 hộ.", "96 hộ", "Đông"),
    ],
)
def test_units_that_give_hold_or_follow(sentence: str, piece: str, place: str) -> None:
    lead = f"Anh Lê Văn Mẫu, {ADDRESS}, dậy từ sáng sớm."
    assert place_of((lead, *LIFE, f"Anh Mẫu cười. {sentence}"), piece) == place


def test_who_moves_lives_in_the_new_home() -> None:
    lead = f"Năm 1987, gia đình ông Lê Văn Mẫu rời quê Thái Bình vào {ADDRESS}."
    life = ("Ông trồng 200 gốc cam. Ông vay vốn.", "Ông bán 9 tấn cam. Ông vui.")
    assert place_of((lead, *life), "9 tấn") == "Đông"


def test_an_official_is_not_portrayed() -> None:
    lead = f"Chúng tôi về {ADDRESS} cùng ông Lê Văn Mẫu, Chủ tịch UBND xã."
    rest = ("Ông Mẫu cho biết đã vay 900 triệu đồng.", "Ông nói đường còn 4 km.", "Ông mong có thêm 12 máy.")
    assert place_of((lead, *rest), "12 máy") == "Lương Nghĩa"


def test_who_is_told_of_once_is_not_portrayed() -> None:
    lead = f"Anh Lê Văn Mẫu, {ADDRESS}, nuôi 9 con bò."
    rest = ("Đường làng đã sáng đèn. Lúa đang trổ. Trường có lớp mới.", "Lũ làm chết 150 gốc cam.")
    assert place_of((lead, *rest), "150 gốc") == "Lương Nghĩa"


OFTEN = (
    "Đá cạy lên, ông xếp thành bờ. Mỗi sáng, ông cuốc 20 luống.",
    "Vợ hỏi thì ông cười. Đêm nào cũng vậy, ông tưới 30 gốc.",
    "Trận bão năm ấy quật đổ 150 gốc.",
    "Đến giờ ông bán được 38 tấn.",
)


@pytest.mark.parametrize("piece", ["20 luống", "30 gốc", "150 gốc", "38 tấn"])
def test_a_portrait_is_known_by_its_pronouns(piece: str) -> None:
    lead = f"Muốn gặp ông Lê Văn Mẫu phải đi từ sớm. Ở {ADDRESS}, ai cũng biết vườn cam ấy."
    assert place_of((lead, *OFTEN), piece) == "Đông"


def test_other_peoples_pronouns_make_no_portrait() -> None:
    lead = f"Ông Lê Văn Mẫu chỉ đường. Ở {ADDRESS}, ai cũng biết vườn cam ấy."
    other = ("Bà Trần Thị Hoa, Chủ tịch xã Lương Nghĩa, giở sổ. Bà đọc từng dòng.", "Năm nay bà ghi 38 tấn.")
    assert place_of((lead, *other), "38 tấn") == "Lương Nghĩa"


@pytest.mark.parametrize(
    ("paragraph", "place"),
    [
        ("Năm 2013, anh đặt tên cho Hợp tác xã (HTX) Cam Văn Mẫu. Năm đầu, HTX bán 38 tấn.", "Đông"),
        ("Từ vườn ấy ra đời Công ty Cam Mẫu. Nay công ty bán 38 tấn.", "Đông"),
        ("Năm 2013, xã có Hợp tác xã (HTX) Cam Hậu. Năm đầu, HTX bán 38 tấn.", "Lương Nghĩa"),
    ],
)
def test_what_bears_the_name_of_the_one_portrayed(paragraph: str, place: str) -> None:
    lead = f"Anh Lê Văn Mẫu, {ADDRESS}, dậy từ sáng sớm."
    assert place_of((lead, *LIFE, paragraph), "38 tấn") == place
