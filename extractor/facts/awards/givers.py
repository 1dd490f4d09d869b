"""Who gives an award: the name of a body or an office before the verb, or after `của`."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.facts.awards.word_edges import inner_blanks
from extractor.facts.awards.words import opening, words
from extractor.reading.spans import Reading
from extractor.vietnamese.letters import UPPER
from extractor.vietnamese.lexicon import Row, rows, word_forms
from extractor.vietnamese.phrases import settle, whole_words


class GiverHead(Row):
    """How a giver's name begins. An `office` after a person's name is that person's, who hands over."""

    office: bool = False


@dataclass(frozen=True, slots=True)
class Giver:
    """A giver's name in `start:end`. One with a person's name in it gives, but may only hand over (`by_hand`).

    An office in apposition to a person (`bà Lê Thị Lụa, Bí thư Huyện ủy`) and a deputy never give (`apposed`).
    """

    start: int
    end: int
    name: str
    by_hand: bool = False
    apposed: bool = False


def read_givers(reading: Reading, settled: str, start: int, stop: int) -> tuple[Giver, ...]:
    """All names in `start:stop` that could be a giver's, in order."""
    found: list[Giver] = []
    inner = inner_blanks(reading, start, stop) if start < stop else frozenset()
    brackets = [match.span() for match in _BRACKETS.finditer(settled, start, stop)]
    at = start
    while at < stop:
        head = _heads().search(settled, at, stop)
        if head is None:
            break
        at = head.end()
        bracketed = any(left < head.start() < right for left, right in brackets)
        if bracketed or head.end() in inner or not _begins(reading.text, settled, head, start):
            continue
        if found and _COMMA.fullmatch(settled, found[-1].end, head.start()) and _holds(reading, head, found[-1]):
            continue  # UBND huyện Mẫu, tỉnh Mẫu: where the giver is, not another one
        # |Bộ Mẫu – Đoài|, Bộ trưởng |Bộ Mẫu – Đoài|
        body = max((b.end for b in reading.bodies if b.start in (head.start(), head.end() + 1)), default=0)
        end = _name_end(reading.text, settled, head.end(), stop, body)
        found.append(_giver(reading, settled, head, end, start))
        at = end
    return tuple(found)


def coordinated(givers: tuple[Giver, ...], settled: str) -> tuple[Giver, ...]:
    """The last giver with those that `và` or a comma ties to it: `Sở Y tế và UBND tỉnh`."""
    kept: list[Giver] = []
    for giver in reversed(givers):
        if kept and kept[0].by_hand:
            break  # Tổng Bí thư, Chủ tịch nước Lê Văn Mẫu: two offices of one person
        if kept and not _TIE.fullmatch(settled, giver.end, kept[0].start):
            break
        if kept and settled.endswith(("của ", "ở ", "tại "), 0, giver.start):
            break  # hội nghị sơ kết Chỉ thị 09 của |Ban Bí thư|, Chủ tịch UBND tỉnh tặng Bằng khen
        kept.insert(0, giver)
    return tuple(kept)


def _holds(reading: Reading, head: re.Match[str], giver: Giver) -> bool:
    """Whether the unit named here holds the giver: it stands above each unit in the giver's name."""
    own = [place.path for place in reading.places if giver.start <= place.start < giver.end]
    return any(
        place.start == head.start() and all(len(place.path) < len(path) or not path for path in own)
        for place in reading.places
    )


def _begins(text: str, settled: str, head: re.Match[str], start: int) -> bool:
    """Whether a name begins here: a capital letter, or a plain unit as the clause's subject."""
    if text[head.start() - 1 : head.start()] in ("-", "/"):
        return False  # Quyết định số 123/QĐ-UBND
    if text[head.start()].isupper() or " " in head.group():
        return True
    before = settled[start : head.start()].rstrip()
    name = _PROPER.match(text, head.end())
    return (not before or before[-1] in ",;") and _SUBJECT.match(settled, name.end() if name else 0) is not None


def _name_end(text: str, settled: str, at: int, stop: int, body: int) -> int:
    """Where the name ends: at a verb, a bracket, a comma that starts something new.

    A dash or `và` before the end of the `body` read there is the name's: `Bộ Lao động - Thương binh và Xã hội`.
    """
    while at < stop:
        dash = _DASH.match(text, at, body)
        if dash:
            at = dash.end()
            continue
        quote = _QUOTED.match(text, at)
        if quote:
            at = quote.end()
            continue
        stopping = _stops().match(settled, at)
        if (
            _END.match(settled, at)
            or _opens_sentence(text, settled, at)
            or (stopping and not text[at : at + 2].lstrip()[:1].isupper())
        ):
            break
        conjunction = _AND.match(settled, at)
        heads = conjunction and at >= body and _heads().match(settled, conjunction.end())
        if conjunction and heads and text[conjunction.end()].isupper():
            break
        word = _WORD.match(settled, at)
        at = word.end() if word else at + 1
    end = min(at, stop)
    while end > 0 and not text[end - 1].isalnum() and text[end - 1] not in '”")':
        end -= 1
    return end - 3 if text[end - 3 : end] == " và" else end


def _opens_sentence(text: str, settled: str, at: int) -> bool:
    """Whether a sentence begins here without a full stop before it, as behind a caption: `… huyện Dịp này, …`."""
    return text[at : at + 2].lstrip()[:1].isupper() and opening("setting").match(settled, at) is not None


def _giver(reading: Reading, settled: str, head: re.Match[str], end: int, floor: int) -> Giver:
    start = head.start()
    person = next((p for p in reading.people if start < p.name_start < end), None)
    deputy = _DEPUTY.search(settled, floor, start) is not None
    apposed = head.group() in _offices() and any(
        floor <= p.name_start < start and not _stops().search(settled, p.name_end, start) for p in reading.people
    )
    name = reading.text[start : person.start if person else end].strip(" ,-–")
    return Giver(start, end, name, by_hand=person is not None, apposed=deputy or apposed)


_BRACKETS = re.compile(r"\([^()]*\)")
_DEPUTY = re.compile(rf"(?<!\w){words('deputy')}\s*,?\s*\Z")
_TIE = re.compile(r"\s*(?:,|và|cùng|,\s*và)\s*")
_COMMA = re.compile(r"\s*,\s*")
_PROPER = re.compile(rf"(?:\s[{UPPER}][\w’'-]*){{0,4}}")
_SUBJECT = re.compile(rf"\s+{words('subject_verb')}(?!\w)")
_QUOTED = re.compile(r"\s*[“\"][^“”\"\n]{2,140}[”\"]")
_END = re.compile(rf"\s*(?:[;:(\n–]|,(?!\s*{words('continuation')}(?!\w)))|\s+-\s")
_DASH = re.compile(r"\s[-–]\s")
_AND = re.compile(r"\s*(?:và|cùng)\s+")
_WORD = re.compile(r"\s*[\w/&.’'-]+")


@cache
def _heads() -> re.Pattern[str]:
    return whole_words(form for row in rows("awards", "giver", GiverHead) for form in row.forms)


@cache
def _offices() -> frozenset[str]:
    found = rows("awards", "giver", GiverHead)
    return frozenset(settle(form) for row in found if row.office for form in row.forms)


@cache
def _stops() -> re.Pattern[str]:
    words = whole_words(word_forms("awards", "giver_stop"))
    return re.compile(r"\s*" + words.pattern)
