"""Words for awards: certificates, orders, titles, prizes, and praise that is a verb itself."""

import re
from functools import cache
from typing import Literal

from spacy.tokens import Doc

from extractor.reading.spans import AwardForm
from extractor.vietnamese.lexicon import Row, rows
from extractor.vietnamese.phrases import alternation, settle, whole_words


class FormWord(Row):
    """A word for an award and what it is. A `praise` is a verb that needs no other: biểu dương, khen thưởng."""

    kind: Literal["certificate", "honour", "title", "prize", "praise"]


def read_award_forms(doc: Doc) -> tuple[AwardForm, ...]:
    """All award words in order, honours with their names and classes; `rule` is the kind of word."""
    text = str(doc.text)
    settled = settle(text)
    found: list[AwardForm] = []
    for match in _forms().finditer(settled):
        kind = _kinds()[" ".join(match.group().split())]
        if kind == "praise" and _EMULATION.search(settled, max(0, match.start() - 12), match.start()):
            continue  # Hội đồng Thi đua - Khen thưởng
        end = match.end()
        if kind in ("honour", "title"):
            end = _named_end(text, settled, end)
        if kind == "praise" and found and found[-1].rule == "praise" and _joint(settled, found[-1], match.start()):
            found[-1] = AwardForm(found[-1].start, end, text[found[-1].start : end], kind)
            continue
        if found and match.start() < found[-1].end:
            continue
        found.append(AwardForm(match.start(), end, text[match.start() : end], kind))
    return tuple(found)


def _joint(settled: str, before: AwardForm, start: int) -> bool:
    """`biểu dương, khen thưởng`: a joint wording is one form."""
    return _JOINT.fullmatch(settled, before.end, start) is not None


def _named_end(text: str, settled: str, end: int) -> int:
    """The end of `Huân chương` + `Lao động hạng Ba`, `Kỷ niệm chương` + `“Vì an ninh Tổ quốc”`."""
    quoted = _QUOTED.match(text, end)
    if quoted:
        return quoted.end()
    tail = _tails().match(settled, end)
    if tail:
        end = tail.end()
    rank = _CLASS.match(settled, end)
    return rank.end() if rank else end


_EMULATION = re.compile(r"thi đua\s*(?:[-–,]|và)?\s*\Z")
_JOINT = re.compile(r"\s*(?:,|và|-|–)?\s*")
_QUOTED = re.compile(r"\s*[“\"][^“”\"\n]{2,80}[”\"]")
_CLASS = re.compile(
    r"\s+(?:hạng|loại)\s+(?:nhất|nhì|ba|i{1,3}|[123])(?!\w)(?:(?:,|\s+và)\s+(?:hạng\s+)?(?:nhất|nhì|ba)(?!\w))*"
    r"|\s+các\s+(?:hạng|loại)(?!\w)"
)


@cache
def _kinds() -> dict[str, str]:
    return {settle(form): row.kind for row in rows("awards", "form", FormWord) for form in row.forms}


@cache
def _forms() -> re.Pattern[str]:
    return whole_words(_kinds())


@cache
def _tails() -> re.Pattern[str]:
    return re.compile(
        r"\s+" + alternation(form for row in rows("awards", "tail", Row) for form in row.forms) + r"(?!\w)"
    )
