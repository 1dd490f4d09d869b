"""Positions beside a name: how far each reaches, and its organisation."""

import pytest

from extractor.facts.roles.elision import Post, sentence_start
from extractor.facts.roles.positions import Positions
from extractor.pipeline import read
from extractor.records import Article


def chain(text: str) -> list[Post]:
    """The posts from the start of the text on."""
    return Positions.of(read(Article(id="x", text=text))).chain(0, len(text))


@pytest.mark.parametrize(
    ("text", "position", "organization"),
    [
        ("Giám đốc Trung tâm Dịch vụ nông nghiệp huyện nói", "Giám đốc", "Trung tâm Dịch vụ nông nghiệp huyện"),
        ("Trưởng phòng Lao động - Thương binh và Xã hội nói", "Trưởng", "phòng Lao động - Thương binh và Xã hội"),
        ("nguyên Phó Viện trưởng Viện Dân tộc học", "nguyên Phó Viện trưởng", "Viện Dân tộc học"),
        ("Đội trưởng Đội tuyên truyền lưu động nói", "Đội trưởng", "Đội tuyên truyền lưu động"),
        ("Chi hội trưởng Phụ nữ thôn Đông kể", "Chi hội trưởng", "Phụ nữ thôn Đông"),
        ("Tổ trưởng tổ dân phố số 3, phường Đông nói", "Tổ trưởng tổ dân phố", "tổ dân phố số 3, phường Đông"),
        ("cán bộ Đội Cảnh sát giao thông - trật tự nói", "cán bộ", "Đội Cảnh sát giao thông - trật tự"),
        ("Chủ tịch UBND phường Đông (thành phố Vinh) nói", "Chủ tịch", "UBND phường Đông (thành phố Vinh)"),
        ("Tỉnh ủy viên dự", "Tỉnh ủy viên", None),
        ("Phó Bí thư Thường trực Tỉnh ủy Hà Giang nói", "Phó Bí thư Thường trực", "Tỉnh ủy Hà Giang"),
        ("Thanh tra viên cao cấp, Thanh tra Chính phủ, nói", "Thanh tra viên cao cấp", "Thanh tra Chính phủ"),
        ("giáo viên dạy môn Tin học tại Trường THCS Hạ", "giáo viên dạy môn Tin học", "Trường THCS Hạ"),
        ("Phó Cục trưởng Quản lý công sản, nói", "Phó Cục trưởng", "Quản lý công sản"),
        ("Giám đốc Nhạc viện Mẫu Xanh nói", "Giám đốc", "Nhạc viện Mẫu Xanh"),
        ("chủ cơ sở may Mẫu Hương kể", "chủ cơ sở may", "cơ sở may Mẫu Hương"),
        ("Chủ tịch Bamboo Xanh nói", "Chủ tịch", "Bamboo Xanh"),
        ("Bí thư xã Đông Các nói", "Bí thư", "xã Đông Các"),
    ],
)
def test_a_position_and_its_organisation(text: str, position: str, organization: str | None) -> None:
    (post,) = chain(text)
    assert (post.position, post.organization) == (position, organization)


def test_a_chain_ends_before_what_is_no_position() -> None:
    posts = chain("Phó Bí thư Huyện ủy, Chủ tịch UBND huyện, các phòng ban cùng dự")
    assert [post.position for post in posts] == ["Phó Bí thư", "Chủ tịch"]


def test_no_post_reaches_beyond_the_limit() -> None:
    text = "Giám đốc Công ty Lê Văn Mẫu nói"
    reading = read(Article(id="x", text=text))
    (post,) = Positions.of(reading).chain(0, text.index("Lê"))
    assert post.organization == "Công ty"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Trời mưa. Ông A nói|", "Ông A nói"),
        ("Ở TP. Vinh có ông|", "Ở TP. Vinh có ông"),
        ("ông A; ông B|", "ông B"),
        ("Một\n\nHai|", "Hai"),
    ],
)
def test_where_a_sentence_starts(text: str, rest: str) -> None:
    at = text.index("|")
    assert text[sentence_start(text, at, 100) : at].strip() == rest
