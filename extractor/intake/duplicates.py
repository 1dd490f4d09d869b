"""Reprints: articles with the same text, or nearly so, as clusters. None is deleted: a reprint is evidence.

Exact reprints share the hash of their folded text. Near ones are found by MinHash (Broder 1997) over shingles of
syllables: 128 permutations, cut into bands so that pairs over the threshold meet in one band with a probability of
0.99, and each meeting is checked against the estimated similarity.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extractor.intake.titles import key
from extractor.records import Article

SHINGLE = 5
"""Syllables in a shingle: a Vietnamese word has one to three, so five are two or three words in a row."""
PERMUTATIONS = 128
BANDS = 32
THRESHOLD = 0.6
"""Jaccard similarity from which two articles are reprints of each other. Of 30 pairs of a news corpus read by hand,
15 of the 16 above it (0.62 to 0.91) were one text in two printings; of the 14 below it (0.42 to 0.55) 11 were two
reports on one thing. Left out there is what deceives: one paper's long explanation under nine short pieces on other
things, which are one cluster here. A reprint with another lead and a changed end stays over 0.7."""
_PRIME = np.uint64((1 << 31) - 1)
Signature = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Articles that print the same text, in the order given. `similarity` is that of the weakest link."""

    articles: tuple[str, ...]
    similarity: float


@dataclass(frozen=True, slots=True)
class Signed:
    """What of an article is compared: its id, the hash of its text, and its signature, None without a shingle."""

    article: str
    text_hash: str
    signature: Signature | None


def sign(article: Article) -> Signed:
    """What is kept of an article to compare it with others that come later."""
    return Signed(article.id, content_hash(article.text), minhash(key(article.text)))


def cluster_reprints(articles: Iterable[Article], threshold: float = THRESHOLD) -> tuple[Cluster, ...]:
    """Clusters of at least two articles, in the order of their first members. Reads each article once.

    Ids must be unique; an article without a shingle (under five syllables) is alone unless equal to another.
    """
    return cluster_signed(map(sign, articles), threshold)


def cluster_signed(articles: Iterable[Signed], threshold: float = THRESHOLD) -> tuple[Cluster, ...]:
    """Clusters as `cluster_reprints` finds them, of articles signed before."""
    ids: list[str] = []
    hashes: dict[str, int] = {}
    signatures: list[Signature | None] = []
    links: list[tuple[int, int, float]] = []
    for at, article in enumerate(articles):
        ids.append(article.article)
        first = hashes.setdefault(article.text_hash, at)
        if first != at:
            links.append((first, at, 1.0))
        signatures.append(article.signature if first == at else None)
    links += _near(signatures, threshold)
    return tuple(_clusters(ids, links))


def content_hash(text: str) -> str:
    """What an article is known by: a hash of its letters and digits, without marks, case and white space."""
    return hashlib.sha256(key(text).encode()).hexdigest()


def minhash(text: str) -> Signature | None:
    """The signature of a folded text, None when it has no shingle."""
    syllables = text.split()
    shingles = {" ".join(syllables[at : at + SHINGLE]) for at in range(len(syllables) - SHINGLE + 1)}
    if not shingles:
        return None
    digests = b"".join(hashlib.blake2b(one.encode(), digest_size=4).digest() for one in sorted(shingles))
    values = np.frombuffer(digests, dtype="<u4").astype(np.uint64) % _PRIME
    factors, summands = _permutations()
    hashed = (factors[:, None] * values[None, :] + summands[:, None]) % _PRIME
    least: Signature = hashed.min(axis=1)
    return least


def similarity(one: Signature, two: Signature) -> float:
    """Estimated Jaccard similarity of the shingles behind two signatures; standard error 0.04 at 0.6."""
    return float(np.mean(one == two))


def _permutations() -> tuple[Signature, Signature]:
    """Factors and summands of the hash functions, the same on every machine."""
    generator = np.random.Generator(np.random.PCG64(1997))
    factors = generator.integers(1, int(_PRIME), PERMUTATIONS, dtype=np.uint64)
    return factors, generator.integers(0, int(_PRIME), PERMUTATIONS, dtype=np.uint64)


def _near(signatures: list[Signature | None], threshold: float) -> Iterator[tuple[int, int, float]]:
    """Pairs that meet in a band and are similar enough. A bucket's members are compared with its first ones only,
    so that a thousand copies cost a thousand comparisons."""
    rows = PERMUTATIONS // BANDS
    seen: set[tuple[int, int]] = set()
    for band in range(BANDS):
        buckets: dict[bytes, list[int]] = defaultdict(list)
        for at, signature in enumerate(signatures):
            if signature is None:
                continue
            bucket = buckets[signature[band * rows : (band + 1) * rows].tobytes()]
            for other in bucket[:8]:
                other_signature = signatures[other]
                if (other, at) in seen or other_signature is None:
                    continue
                seen.add((other, at))
                alike = similarity(other_signature, signature)
                if alike >= threshold:
                    yield other, at, alike
            bucket.append(at)


def _clusters(ids: list[str], links: list[tuple[int, int, float]]) -> Iterator[Cluster]:
    """Connected components of the links."""
    parent = list(range(len(ids)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for one, two, _ in links:
        low, high = sorted((root(one), root(two)))
        parent[high] = low
    members: dict[int, list[int]] = defaultdict(list)
    least: dict[int, float] = {}
    for at in range(len(ids)):
        members[root(at)].append(at)
    for one, _, alike in links:
        least[root(one)] = min(alike, least.get(root(one), 1.0))
    for first, group in members.items():
        if len(group) > 1:
            yield Cluster(tuple(ids[at] for at in group), round(least[first], 3))
