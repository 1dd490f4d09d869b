"""Which line of a page is its title, and titles that a scraper glued to a section's name or to the lead."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractor.intake.bylines import read_signature
from extractor.intake.furniture import names
from extractor.intake.lines import Line
from extractor.intake.outlets import name_at_start
from extractor.intake.traced import Traced, joined, untraced
from extractor.vietnamese.letters import UPPER, fold

_SUFFIX = re.compile(r"\s+[|–—»-]\s+(?=[^|–—»]{2,80}$)")
_CRUMBS = re.compile(r"(?:[^>»›|]{2,40}\s*(?:>{1,2}|»|›)\s*){1,5}")
_DASH = re.compile(r"\s*[-–|:]\s*")
_INNER_STOP = re.compile(rf"(?<=[^\W\d{UPPER}][^\W\d{UPPER}])[.…]\s+[{UPPER}]")
_WORD = re.compile(r"\w+")
_LONGEST = 230
_FULL_LINE = 30
_OVERLAP = 0.6
"""Share of a footer title's words that the article must hold, so that no other article's title is taken."""


@dataclass(frozen=True, slots=True)
class Title:
    """The title and the lines that hold it; `first` is where it stands for the first time, -1 when nowhere."""

    traced: Traced
    lines: tuple[int, ...]

    @property
    def first(self) -> int:
        """The first line that holds it."""
        return self.lines[0] if self.lines else -1


def key(text: str) -> str:
    """What two printings of the same line have in common: letters without marks, digits, one blank."""
    return " ".join(_WORD.findall(fold(text)))


def looks_like_title(line: Line) -> bool:
    """Long enough to say something, and no sentence, signature or row of a table."""
    text = line.text
    if not 12 <= len(text) <= _LONGEST or len(text.split()) < 4 or line.is_row or "|" in text:
        return False
    if re.search(r"[.,;:]$", text) and not text.endswith("..."):
        return False
    if _INNER_STOP.search(text):
        return False
    return read_signature(text) is None and any(letter.isalpha() for letter in text)


def find_title(lines: Sequence[Line], kinds: Sequence[str | None], first: int) -> Title | None:
    """The title of a page that gives none: before the first paragraph, before a lead printed twice, or at the end.

    `first` is the index of the first paragraph.
    """
    before = [
        at for at in range(first) if kinds[at] is None and looks_like_title(Line(without_suffix(lines[at].traced)))
    ]
    keys = [key(without_suffix(line.traced).text) for line in lines]
    if before:
        return _top_title(lines, kinds, keys, before, first)
    twice = _before_second_lead(lines, kinds, keys, first)
    if twice is not None:
        return Title(lines[twice].traced, _same(keys, keys[twice]))
    return _footer_title(lines, kinds, keys, first)


def _top_title(
    lines: Sequence[Line], kinds: Sequence[str | None], keys: Sequence[str], before: Sequence[int], first: int
) -> Title:
    """The likeliest of the lines `before` the text, with its second line and without what is glued to it."""
    printed = Counter(keys)
    body = _words_of(lines, keys, first)
    last = max(at for at in range(first) if kinds[at] is None)

    def score(at: int) -> tuple[float, int]:
        """A title stands next to the date or the text, is printed again, and speaks of what the text does."""
        words = keys[at].split()
        told = sum(word in body for word in words) / max(1, len(words))
        dated = 2.0 * (kinds[at + 1 : at + 2] == ["stamp"]) + 1.0 * (at > 0 and kinds[at - 1] == "stamp")
        dated += 1.0 * (kinds[at + 2 : at + 3] == ["stamp"])
        shape = 0.5 * (len(lines[at]) >= _FULL_LINE) + 1.0 * (lines[at].role == "title")
        return dated + shape + 0.5 * (at == last) + 2.0 * (printed[keys[at]] > 1) + 3.0 * told, -at

    best = max(before, key=score)
    above = best - 1
    if above in before and len(lines[above]) >= _FULL_LINE and _goes_on_in_capitals(lines, kinds, above):
        best = above
    whole = _without_rubric(without_suffix(lines[best].traced), lines, best)
    if _goes_on_in_capitals(lines, kinds, best):
        whole = joined([whole, untraced(" "), lines[best + 1].traced])
        return Title(whole, (*_same(keys, keys[best])[:1], best + 1))
    return Title(whole, _same(keys, keys[best]))


def _words_of(lines: Sequence[Line], keys: Sequence[str], first: int) -> set[str]:
    """The words of the page's paragraphs."""
    return {word for at in range(first, len(lines)) if lines[at].is_paragraph for word in keys[at].split()}


def _goes_on_in_capitals(lines: Sequence[Line], kinds: Sequence[str | None], at: int) -> bool:
    """A title in capitals on two lines: XÃ MẪU TỔNG KẾT PHONG TRÀO TOÀN DÂN / BẢO VỆ AN NINH TỔ QUỐC."""
    if at + 1 >= len(lines) or kinds[at + 1] is not None or lines[at + 1].gap:
        return False
    second = lines[at + 1].text
    return lines[at].text.isupper() and second.isupper() and len(second.split()) >= 3 and not lines[at + 1].is_row


def title_of(hint: str, lines: Sequence[Line], nowhere: Traced) -> Title:
    """The given title, with the places where the page prints it; `nowhere` is the title without a place."""
    wanted = key(hint)
    found = _same([key(line.text) for line in lines], wanted)
    if not found:
        return Title(nowhere, ())
    printed = lines[found[0]].traced
    return Title(printed if printed.text == hint else _on_place(nowhere, printed), found)


def _on_place(given: Traced, printed: Traced) -> Traced:
    """The given title at the printed one's place, letter by letter where their lengths agree."""
    if len(given) == len(printed):
        return Traced(given.text, printed.offsets)
    return Traced(given.text, tuple(printed.offsets[min(at, len(printed) - 1)] for at in range(len(given))))


def _same(keys: Sequence[str], wanted: str) -> tuple[int, ...]:
    return tuple(at for at, one in enumerate(keys) if one == wanted)


def _before_second_lead(
    lines: Sequence[Line], kinds: Sequence[str | None], keys: Sequence[str], first: int
) -> int | None:
    """The title between a lead and its second printing; the first may carry the outlet's code."""
    if first >= len(lines):
        return None
    for at in range(first + 2, min(len(lines), first + 40)):
        if lines[at].is_paragraph and keys[first].endswith(keys[at]):
            return next(
                (one for one in range(at - 1, first, -1) if kinds[one] is None and looks_like_title(lines[one])),
                None,
            )
    return None


def _footer_title(
    lines: Sequence[Line], kinds: Sequence[str | None], keys: Sequence[str], first: int
) -> Title | None:
    """The title that only the page's own footer prints, after furniture: `Tổng kết mô hình … - Trang thông tin …`.

    It speaks of nothing that the article does not speak of.
    """
    body = _words_of(lines, keys, first)
    headed = _headed(kinds)
    for at in range(len(lines) - 1, first, -1):
        bare, marked = _bare(lines[at].traced)
        marked = marked or (kinds[at] is None and headed[at] not in (None, "others"))
        words = key(bare.text).split()
        fits = marked and looks_like_title(Line(bare)) and len(words) >= 6
        if fits and sum(word in body for word in words) >= _OVERLAP * len(words):
            return Title(bare, (at,))
    return None


def _bare(traced: Traced) -> tuple[Traced, bool]:
    """Without what stands around a title in a footer: a label, a path of sections, the outlet's name; and whether
    there was any."""
    length = len(traced)
    match = _label().match(traced.text) or _CRUMBS.match(traced.text)
    if match:
        traced = traced[match.end() :]
    outlet = name_at_start(traced.text)
    if outlet and (rest := _DASH.match(traced.text, len(outlet))):
        traced = traced[rest.end() :]
    traced = without_suffix(traced).stripped()
    return traced, len(traced) < length


def _headed(kinds: Sequence[str | None]) -> list[str | None]:
    """For each line the kind of the nearest furniture before it."""
    found: list[str | None] = []
    nearest: str | None = None
    for kind in kinds:
        found.append(nearest)
        nearest = kind if kind not in (None, "stamp", "punctuation") else nearest
    return found


def without_suffix(traced: Traced) -> Traced:
    """Without ` - Báo Mẫu` at the end."""
    match = _SUFFIX.search(traced.text)
    named = match and match.start() >= 20 and name_at_start(traced.text[match.end() :])
    return traced[: match.start()] if match and named else traced


def _without_rubric(traced: Traced, lines: Sequence[Line], at: int) -> Traced:
    """Without a section's name glued before it: a long one, or one that stands elsewhere on the page too."""
    length = rubric_length(traced.text, "rubric")
    name = traced.text[:length].strip().lower()
    if len(name.split()) < 3:
        length = max(length, rubric_length(traced.text, "section"))
        name = traced.text[:length].strip().lower()
        if not any(name in line.text.lower() for line in lines[:at]):
            return traced
    return traced[length:] if len(traced.text[length:].split()) >= 4 else traced


@cache
def _label() -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in names("label"))
    return re.compile(rf"(?:{forms})\s*:\s*", re.IGNORECASE)


@cache
def _rubric(table: str) -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in names(table))
    return re.compile(rf"(?:{forms})\s*[:–|-]?\s+(?=[{UPPER}“\"])")


@cache
def _opener() -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in names("opener"))
    return re.compile(rf"(?<=[\w”\")])\s+(?=(?:{forms})\b)")


def rubric_length(text: str, table: str = "rubric") -> int:
    """Length of the section's name that is glued to the start of a title, else 0."""
    match = _rubric(table).match(text)
    return match.end() if match else 0


def glued_lead(text: str) -> int | None:
    """Where the lead begins in a line that holds title and lead: `… về an ninh trật tự Thời gian qua, …`."""
    stop = re.search(r"[.!?]\s", text)
    if not text.endswith((".", "!", "?", "…", "”", '"', ":")):
        return None  # a title alone: no sentence ends here
    for match in _opener().finditer(text, 20, min(len(text), _LONGEST)):
        if (stop is None or match.start() < stop.start()) and len(text) - match.end() >= 40:
            return match.end()
    return None
