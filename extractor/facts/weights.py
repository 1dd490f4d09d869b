"""Tables of learned weights that lie beside the code which uses them."""

import json
from collections.abc import Mapping
from pathlib import Path


def read_weights(path: Path, protocol: int) -> Mapping[str, Mapping[str, float]]:
    """The weights of the cues, in log odds, by what they were learned for.

    None where there is no table, or one of another layout than `protocol`.
    """
    if not path.exists():
        return {}
    told = json.loads(path.read_text(encoding="utf-8"))
    weights: Mapping[str, Mapping[str, float]] = told["weights"] if told["protocol"] == protocol else {}
    return weights
