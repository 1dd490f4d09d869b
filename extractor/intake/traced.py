"""Text that knows where each of its characters came from."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from extractor.vietnamese.encodings import repair
from extractor.vietnamese.letters import canonical

NOWHERE = -1
"""The offset of a character that does not stand in the raw text: a given title, a joining blank."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A text and, for each of its characters, the offset in the raw text."""

    text: str
    offsets: tuple[int, ...]

    def __getitem__(self, span: slice) -> "Traced":
        return Traced(self.text[span], self.offsets[span])

    def __len__(self) -> int:
        return len(self.text)

    def stripped(self, letters: str | None = None) -> "Traced":
        """Without white space, or without these letters, at both ends."""
        left = len(self.text) - len(self.text.lstrip(letters))
        return self[left : max(left, len(self.text.rstrip(letters)))]

    def start(self) -> int:
        """The raw offset of the first character that has one."""
        return next((offset for offset in self.offsets if offset != NOWHERE), NOWHERE)


def trace(raw: str) -> Traced:
    """The raw text in canonical letters, legacy encodings converted."""
    return retrace(Traced(raw, tuple(range(len(raw)))))[0]


def retrace(traced: Traced) -> tuple[Traced, str | None]:
    """The text in canonical letters, its offsets led on, and the legacy encoding that it was converted from."""
    repaired = repair(traced.text)
    if repaired is None:
        return canonical_traced(traced), None
    offsets = tuple(traced.offsets[at] for at in repaired.offsets)
    return canonical_traced(Traced(repaired.text, offsets)), repaired.encoding


def untraced(text: str) -> Traced:
    """Text that stands nowhere in the raw text."""
    return Traced(text, (NOWHERE,) * len(text))


def joined(pieces: Iterable[Traced]) -> Traced:
    """The pieces one after the other."""
    pieces = list(pieces)
    return Traced("".join(p.text for p in pieces), tuple(offset for p in pieces for offset in p.offsets))


def canonical_traced(traced: Traced) -> Traced:
    """In canonical letters: a composed letter stands where its base letter stood."""
    target = canonical(traced.text)
    if len(target) == len(traced.text):
        return Traced(target, traced.offsets)
    offsets: list[int] = []
    for start, end in _clusters(traced.text):
        length = len(canonical(traced.text[start:end]))
        offsets.extend(traced.offsets[start : start + length])
        offsets.extend([traced.offsets[start]] * (length - (end - start)))
    offsets.extend([traced.offsets[-1]] * (len(target) - len(offsets)))
    return Traced(target, tuple(offsets[: len(target)]))


def _clusters(text: str) -> list[tuple[int, int]]:
    """Base letters with the marks that compose with them."""
    starts = [at for at, letter in enumerate(text) if at == 0 or not _attaches(letter)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _attaches(letter: str) -> bool:
    return letter >= "\u0300" and unicodedata.category(letter) in ("Mn", "Mc")


def masked(traced: Traced, spans: Sequence[tuple[int, int]], keep: Callable[[Traced], None]) -> Traced:
    """Without the spans (sorted, apart); each is handed to `keep` first."""
    pieces: list[Traced] = []
    at = 0
    for start, end in spans:
        keep(traced[start:end])
        pieces.append(traced[at:start])
        at = end
    return joined([*pieces, traced[at:]])
