"""Tags: the features are those that underthesea's tagger was trained with."""

import pytest
from underthesea.pipeline.pos_tag import CRFPOSTagPredictor

from extractor.reading.tagging import make_features, read_tags

SENTENCES = (
    ["Xã", "Lăng Thành", "có", "12", "tổ", "tự quản", "."],
    ["UBND", "huyện", "trao", "giấy khen", "cho", "9", "tập thể"],
    ["Đến"],
    ["năm", "2024"],
    ["Công an", " ", "xã", "-", "“", "Kẻng", "an ninh", "”"],
)


@pytest.mark.parametrize("words", SENTENCES)
def test_features_are_the_librarys(words: list[str]) -> None:
    """Word for word, in the same order."""
    own = CRFPOSTagPredictor.Instance().transformer.sentence2features([(word, "X") for word in words])
    assert make_features(words) == own


@pytest.mark.parametrize("words", SENTENCES)
def test_tags_are_the_librarys(words: list[str]) -> None:
    """One for each word."""
    assert read_tags(words) == [tag for _, tag in CRFPOSTagPredictor.Instance().predict(words)]


def test_no_words_have_no_tags() -> None:
    """A sentence of nothing but white space has none."""
    assert read_tags([]) == []
