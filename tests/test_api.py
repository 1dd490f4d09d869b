"""`extract` as others call it: text with what is known of it, and what is no text."""

import pytest

from extractor import extract
from extractor.errors import InputError
from extractor.records import Article

TEXT = "Đến nay, xã Thạch Hòa duy trì 15 mô hình tự quản về an ninh trật tự."


def test_what_is_known_of_a_text_goes_with_it() -> None:
    article = extract(TEXT, published="2024-01-31", outlet="Báo Mẫu", title="Tin xã", url="https://x.vn/1").article
    assert (article.published, article.outlet, article.url) == ("2024-01-31", "Báo Mẫu", "https://x.vn/1")


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(InputError, match="2022-02-31"):
        extract(TEXT, published="2022-02-31")


@pytest.mark.parametrize("source", [None, b"abc", 3])
def test_what_is_no_text_is_refused(source: object) -> None:
    with pytest.raises(TypeError, match=f"not {type(source).__name__}"):
        extract(source)  # type: ignore[arg-type]


def test_an_article_has_its_own() -> None:
    with pytest.raises(TypeError, match="its own outlet"):
        extract(Article(id="a", text=TEXT), outlet="Báo Mẫu")
