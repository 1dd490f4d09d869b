"""Reprints: equal and nearly equal articles meet, others do not."""

import random

import pytest

from extractor.intake.duplicates import (
    BANDS,
    PERMUTATIONS,
    Cluster,
    cluster_reprints,
    content_hash,
    minhash,
    similarity,
)
from extractor.records import Article

NEWS = "xã tổ dân thôn quản tự bình yên người mô hình giữ đêm tuần tra công an hộ gia đình đồng triệu nguồn tin"
SYLLABLES = NEWS.split()


def words(seed: int, count: int = 300) -> list[str]:
    chooser = random.Random(seed)
    return [f"{chooser.choice(SYLLABLES)} {chooser.randrange(1000)}" for _ in range(count)]


def article(name: str, text: list[str] | str) -> Article:
    return Article(id=name, text=text if isinstance(text, str) else " ".join(text))


def test_equal_texts_are_one_cluster_whatever_their_spelling() -> None:
    text = " ".join(words(1))
    articles = [article("a", text), article("b", words(2)), article("c", text.upper().replace(" ", "\n"))]
    assert cluster_reprints(articles) == (Cluster(("a", "c"), 1.0),)
    assert content_hash("Xã Mẫu, hoà bình.") == content_hash("xã  mẫu hòa bình")


def test_a_reprint_with_another_lead_and_end_is_found() -> None:
    original = words(3)
    reprint = words(4, 15) + original[10:-10] + words(5, 15)
    (cluster,) = cluster_reprints([article("a", original), article("b", words(6)), article("c", reprint)])
    assert cluster.articles == ("a", "c") and 0.6 <= cluster.similarity < 1


def test_links_chain_into_one_cluster() -> None:
    original = words(7)
    articles = [article(str(cut), original[cut:] + words(8, cut)) for cut in (0, 30, 60)]
    (cluster,) = cluster_reprints(articles)
    assert cluster.articles == ("0", "30", "60")


def test_others_stay_apart() -> None:
    half = words(9)
    articles = [article("a", half), article("b", half[:110] + words(10, 190)), article("c", words(11))]
    assert cluster_reprints(articles) == ()
    assert cluster_reprints([]) == ()
    assert cluster_reprints([article("a", "Xã Mẫu"), article("b", "Xã Đồi")]) == ()


@pytest.mark.parametrize("shared", [0, 100, 200, 300])
def test_the_estimate_is_near_the_similarity(shared: int) -> None:
    base = words(12)
    other = base[:shared] + words(13, 300 - shared)
    one, two = minhash(" ".join(base)), minhash(" ".join(other))
    assert one is not None and two is not None
    shingles = [
        set(zip(*(t.split()[at:] for at in range(5)), strict=False)) for t in (" ".join(base), " ".join(other))
    ]
    exact = len(shingles[0] & shingles[1]) / len(shingles[0] | shingles[1])
    assert similarity(one, two) == pytest.approx(exact, abs=0.15)
    assert minhash("ba âm tiết") is None


def test_the_bands_hold_all_permutations() -> None:
    assert PERMUTATIONS % BANDS == 0
