"""Places that people tell and the gazetteer does not know: worth a second look, but often right."""

from collections.abc import Iterator

from extractor.store.answers.present import unit_at
from extractor.store.review.decisions import Decision

_SLOTS = ("locality", "path")


def strayed(decision: Decision) -> Iterator[tuple[str, str]]:
    """Each place of a correction, with its slot, from the name on that the gazetteer does not know."""
    for slots in (decision.changes or {}, *decision.parts):
        for slot in _SLOTS:
            path = slots.get(slot)
            names = tuple(map(str, path)) if isinstance(path, list) else ()
            unknown = _unknown(names)
            if unknown is not None:
                yield slot, ", ".join(names[unknown:])


def _unknown(path: tuple[str, ...]) -> int | None:
    """Where the path leaves the gazetteer; None where it does not, or only for a village of a commune."""
    above = None
    for end in range(1, len(path) + 1):
        unit = unit_at(path[:end])
        if unit is None:
            return None if above is not None and above.level == "commune" else end - 1
        above = unit
    return None
