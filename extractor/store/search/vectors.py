"""The vectors of the articles' passages: making those that are missing, and finding the nearest.

They lie in an ordinary table, a row an article, so that any program opens the database. Each is compared, as
sqlite-vec does, too; that is not used because many builds of Python's sqlite3 load no extension.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extractor.errors import QueryError
from extractor.store.search.embedding import MODEL, SIZE, Embedder, Vector, Vectors
from extractor.store.search.passages import stretches
from extractor.store.transactions import transaction

LARGEST = 127
"""The largest component of a stored vector: eight bits are enough to tell what is near."""
ROWS = 512
"""Articles compared at once."""
_MISSING = "latest AND key NOT IN (SELECT article FROM article_vectors WHERE model = ?)"


Packed = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Near:
    """A passage of an article (its key) and the cosine of its meaning with what was asked."""

    article: int
    start: int
    end: int
    cosine: float


def has_vectors(db: sqlite3.Connection) -> bool:
    """Whether any article can be found by meaning."""
    return db.execute("SELECT 1 FROM article_vectors WHERE model = ? LIMIT 1", (MODEL,)).fetchone() is not None


def missing(db: sqlite3.Connection) -> int:
    """How many articles have no vectors yet."""
    return int(db.execute(f"SELECT count(*) FROM articles WHERE {_MISSING}", (MODEL,)).fetchone()[0])


def embed(db: sqlite3.Connection, model: Embedder) -> Iterator[int]:
    """Give every latest article its vectors, one transaction each; yields the number of passages of each."""
    db.execute("DELETE FROM article_vectors WHERE article IN (SELECT key FROM articles WHERE NOT latest)")
    for (key,) in db.execute(f"SELECT key FROM articles WHERE {_MISSING} ORDER BY key", (MODEL,)).fetchall():
        text = db.execute("SELECT text FROM articles WHERE key = ?", (key,)).fetchone()["text"]
        bounds = stretches(text)
        packed = _packed(model.passage([text[start:end] for start, end in bounds])) if bounds else b""
        with transaction(db):
            db.execute(
                "INSERT OR REPLACE INTO article_vectors (article, model, bounds, vectors) VALUES (?, ?, ?, ?)",
                (key, MODEL, json.dumps(bounds), packed),
            )
        yield len(bounds)


def nearest(
    db: sqlite3.Connection, vector: Vector, condition: str, values: Sequence[object], *, limit: int
) -> list[Near]:
    """The passages nearest to the vector among the articles that meet the condition on `article`, best first.

    Raises QueryError where no article has vectors.
    """
    if not has_vectors(db):
        raise QueryError("no vectors to search by meaning yet (`extractor embed` makes them)")
    statement = f"SELECT article, vectors FROM article_vectors WHERE model = ? AND {condition}"
    rows = db.execute(statement, (MODEL, *values))
    best = [np.empty((0, 3))]
    while batch := rows.fetchmany(ROWS):
        best.append(_best(batch, vector, limit))
    found = np.concatenate(best)
    ranked = found[np.argsort(-found[:, 0], kind="stable")][:limit]
    return [_near(db, int(article), int(number), float(cosine)) for cosine, article, number in ranked]


def _best(batch: Sequence[sqlite3.Row], vector: Vector, limit: int) -> NDArray[np.float64]:
    """(found, 3): cosine, article and number in it of the nearest passages of some articles."""
    sizes = [len(row["vectors"]) // SIZE for row in batch]
    cosines = _cosines(b"".join(row["vectors"] for row in batch), vector)
    articles = np.repeat([row["article"] for row in batch], sizes)
    numbers = np.concatenate([np.arange(size) for size in sizes])
    top = np.argsort(-cosines, kind="stable")[:limit]
    return np.column_stack((cosines[top], articles[top], numbers[top]))


def _near(db: sqlite3.Connection, article: int, number: int, cosine: float) -> Near:
    (bounds,) = db.execute("SELECT bounds FROM article_vectors WHERE article = ?", (article,)).fetchone()
    start, end = json.loads(bounds)[number]
    return Near(article, start, end, cosine)


def _packed(vectors: Vectors) -> bytes:
    """Each vector stretched to eight bits; that changes its length, and hardly its direction."""
    largest = np.abs(vectors).max(axis=1, keepdims=True)
    packed: Packed = np.rint(vectors / np.maximum(largest, np.finfo(np.float32).tiny) * LARGEST).astype(np.int8)
    return packed.tobytes()


def _cosines(packed: bytes, vector: Vector) -> NDArray[np.float32]:
    """Sums of products without BLAS, whose threads wait for each other where other programs work."""
    vectors = np.frombuffer(packed, np.int8).reshape(-1, SIZE).astype(np.float32)
    lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
    cosines: NDArray[np.float32] = np.einsum("ij,j->i", vectors, vector) / np.maximum(lengths, 1)
    return cosines
