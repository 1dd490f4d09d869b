"""Words for awards: certificates, orders, titles, prizes, and praise that is a verb itself."""

import re
from functools import cache
from typing import Literal

from spacy.tokens import Doc

from extractor.reading.spans import AwardForm
from extractor.vietnamese.lexicon import Row, rows, word_forms
from extractor.vietnamese.phrases import CAPITAL, alternation, settle, whole_words


class FormWord(Row):
    """A word for an award and what it is. A `praise` is a verb that needs no other: biểu dương, khen thưởng.

    A `quoted` word is an award only with a quoted name behind it (cờ “Đơn vị dẫn đầu”), a `counted` one only before
    a number (khen 3 tập thể). A `proper` one may carry any capitalised name.
    """

    quoted: bool = False
    counted: bool = False
    proper: bool = False
    kind: Literal["certificate", "honour", "title", "prize", "praise"]


def read_award_forms(doc: Doc) -> tuple[AwardForm, ...]:
    """All award words in order, honours with their names and classes; `rule` is the kind of word."""
    text = str(doc.text)
    settled = settle(text)
    found: list[AwardForm] = []
    for match in _forms().finditer(settled):
        row = _rows()[" ".join(match.group().split())]
        kind = row.kind
        if kind == "praise" and _emulation().search(settled, max(0, match.start() - 12), match.start()):
            continue  # Hội đồng Thi đua - Khen thưởng
        end = match.end()
        if kind in ("honour", "title", "prize"):
            end = _named_end(text, settled, end, capitalised=row.proper)
        if kind == "title" and end == match.end():
            continue
        if (row.quoted and end == match.end()) or (row.counted and not _NUMBER.match(text, end)):
            continue
        if kind == "praise" and found and found[-1].rule == "praise" and _joint(settled, found[-1], match.start()):
            found[-1] = AwardForm(found[-1].start, end, text[found[-1].start : end], kind)
            continue
        if found and match.start() < found[-1].end:
            continue
        found.append(AwardForm(match.start(), end, text[match.start() : end], kind))
    return _with_titles(text, settled, found)


def _with_titles(text: str, settled: str, found: list[AwardForm]) -> tuple[AwardForm, ...]:
    """The forms with titles that have no noun: `được tuyên dương |Anh hùng Lao động|`.

    The praise right before a title is its verb.
    """
    bare = [
        AwardForm(match.start(1), match.end(), text[match.start(1) : match.end()], "title")
        for match in _conferred().finditer(settled)
        if text[match.start(1)].isupper()
    ]
    new = [title for title in bare if not any(title.start < form.end and form.start < title.end for form in found)]
    starts = {form.start for form in (*found, *new) if form.rule == "title"}
    verbs = [form for form in found if form.rule == "praise" and starts & {form.end, form.end + 1}]
    return tuple(sorted((form for form in (*found, *new) if form not in verbs), key=lambda form: form.start))


def _joint(settled: str, before: AwardForm, start: int) -> bool:
    """`biểu dương, khen thưởng`: a joint wording is one form."""
    return _JOINT.fullmatch(settled, before.end, start) is not None


def _named_end(text: str, settled: str, end: int, *, capitalised: bool) -> int:
    """The end of `Huân chương` + `Lao động hạng Ba`, `Kỷ niệm chương` + `“Vì an ninh Tổ quốc”`.

    A `capitalised` name needs no quotation marks and no table: `Giải thưởng Sao Mẫu`.
    """
    closed = _QUOTED.match(text, end) or _party_age().match(settled, end) or _contest().match(settled, end)
    if closed:
        return closed.end()
    tail = _tails().match(settled, end) or (_proper().match(text, end) if capitalised else None)
    if tail:
        # Đơn vị Anh hùng Lực lượng vũ |trang nhân dân|: a known name ends where it ends
        inner = _tails().search(settled, tail.start(), tail.end() + _LONGEST_TITLE) if capitalised else None
        end = max(tail.end(), inner.end() if inner and inner.start() < tail.end() else 0)
        era = _era().match(settled, end)
        end = era.end() if era else end
    else:
        foreign = _FOREIGN.match(text, end)
        end = foreign.end() if foreign else end
    rank = _class().match(settled, end) or _ranked().search(settled, max(0, end - _RANKED_REACH), end + 2)
    return rank.end() if rank and rank.end() > end else end


_RANKED_REACH = 8
# Names in plain letters: Huân chương |Order of Australia|
_FOREIGN = re.compile(r"\s[A-Z][a-z]+(?![^\W\d_])(?:\s(?:of|the|[A-Z][a-z]+)(?![^\W\d_]))*")
_JOINT = re.compile(r"\s*(?:,|và|-|–)?\s*")
_LONGEST_TITLE = 60
_NUMBER = re.compile(r"\s+(?:cho\s+)?\d")
_QUOTED = re.compile(r"\s*[“\"][^“”\"\n]{2,80}[”\"]")


@cache
def _emulation() -> re.Pattern[str]:
    return re.compile(alternation(word_forms("awards", "emulation")) + r"\s*(?:[-–,]|và)?\s*\Z")


@cache
def _contest() -> re.Pattern[str]:
    """`cuộc thi “Em yêu biển đảo” cấp tỉnh` behind a prize."""
    words, levels = (alternation(word_forms("awards", table)) for table in ("contest", "contest_level"))
    plain = r"(?:\s+(?!(?:của|cho|và|năm|do|với)\s)[^\W\d_]+){1,5}?(?=\s*[,;.(\n]|\s+(?:của|cho|và|năm|do)\s|\Z)"
    named = rf"(?:\s+[^\W\d_]+){{0,4}}?{_QUOTED.pattern}"
    return re.compile(rf"\s+{words}(?:{named}|{plain})(?:\s+{levels}(?!\w))?")


@cache
def _party_age() -> re.Pattern[str]:
    return re.compile(r"\s+\d+\s+" + alternation(word_forms("awards", "party_age")))


@cache
def _proper() -> re.Pattern[str]:
    """A capitalised name of up to seven words, to a year, a preposition or a mark: `Nhà nông trẻ tiêu biểu`."""
    stop = alternation(word_forms("awards", "proper_stop"))
    return re.compile(rf"\s+(?={CAPITAL})[^\W\d_]+(?:\s+(?!{stop}(?!\w))[^\W\d_]+){{0,6}}")


@cache
def _class() -> re.Pattern[str]:
    """`hạng Nhất`, `hạng Nhất, Nhì, Ba`, `các hạng`."""
    words, names = (alternation(word_forms("awards", table)) for table in ("class", "class_name"))
    # `hạng Nhì, 1 Huân chương …`: a number counts the next order.
    more = rf"(?:(?:,|\s+và)\s+(?:{words}\s+)?(?!\d\s+\w){names}(?!\w))*"
    return re.compile(rf"\s+{words}\s+{names}(?!\w){more}|\s+các\s+{words}(?!\w)")


@cache
def _ranked() -> re.Pattern[str]:
    """A title and its number: `Á hậu 1`."""
    return re.compile(rf"(?<!\w){alternation(word_forms('awards', 'ranked'))}\s\d(?![\d.,/]*\w)")


@cache
def _rows() -> dict[str, FormWord]:
    return {settle(form): row for row in rows("awards", "form", FormWord) for form in row.forms}


@cache
def _forms() -> re.Pattern[str]:
    return whole_words(_rows())


@cache
def _tails() -> re.Pattern[str]:
    known = (*word_forms("awards", "tail"), *word_forms("awards", "title_name"))
    return re.compile(r"\s+" + alternation(known) + r"(?!\w)")


@cache
def _era() -> re.Pattern[str]:
    """`thời kỳ đổi mới` behind a title."""
    return re.compile(r"\s+" + alternation(word_forms("awards", "title_era")) + r"(?!\w)")


@cache
def _conferred() -> re.Pattern[str]:
    """A title (group 1) right behind the verb that confers it; of the weaker verbs only in the passive."""
    tables = ("conferring", "praising", "title_bearer", "title_name", "title_era")
    firm, weak, bearer, names, eras = (alternation(word_forms("awards", table)) for table in tables)
    verb = rf"(?:{firm}|được\s+(?:[^\W\d_]+\s+){{0,7}}?{weak})"
    return re.compile(rf"(?<!\w){verb}\s+((?:{bearer}\s+)?{names}(?!\w)(?:\s+{eras}(?!\w))?)")
