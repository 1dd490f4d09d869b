"""Finding the reprints among a database's articles, after new ones came in."""

import sqlite3

import numpy as np

from extractor.intake.duplicates import Signed, cluster_signed, sign
from extractor.store.answers.reprints import save_clusters, save_signatures, signatures, unsigned


def find_reprints(db: sqlite3.Connection) -> int:
    """Sign the articles that are new and cluster all; the number of clusters."""
    save_signatures(db, ((key, signed.text_hash, _packed(signed)) for key, signed in _signed(db)))
    known = (Signed(article, text_hash, _unpacked(packed)) for article, text_hash, packed in signatures(db))
    clusters = cluster_signed(known)
    save_clusters(db, ((cluster.articles, cluster.similarity) for cluster in clusters))
    return len(clusters)


def _signed(db: sqlite3.Connection) -> list[tuple[int, Signed]]:
    return [(key, sign(article)) for key, article in unsigned(db)]


def _packed(signed: Signed) -> bytes | None:
    return None if signed.signature is None else signed.signature.astype("<u4").tobytes()


def _unpacked(packed: bytes | None) -> np.typing.NDArray[np.uint64] | None:
    return None if packed is None else np.frombuffer(packed, dtype="<u4").astype(np.uint64)
