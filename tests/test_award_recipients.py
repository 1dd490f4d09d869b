"""Recipients told by a pronoun or with their address."""

import pytest

from tests.reading_facts import extracted


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Về thôn Hạ, hỏi ông Lê Văn Mẫu ai cũng biết. Năm 2015, ông được UBND tỉnh tặng Bằng khen.", "Lê Văn Mẫu"),
        ("Cả thôn quý bà Lê Thị Mẫu. Năm 2015, bà lại được UBND tỉnh tặng Bằng khen.", "Lê Thị Mẫu"),
        ("Tổ tự quản thôn Lộc Đại, xã Quế Hiệp được UBND tỉnh tặng Bằng khen.", "Tổ tự quản thôn Lộc Đại"),
    ],
)
def test_a_pronoun_is_the_one_called_so_and_an_address_is_no_second_name(text: str, names: str) -> None:
    assert [award.names for award in extracted(text).awards] == [(names,)]
