"""Signatures at the end of an article, and the code of the outlet before its first sentence."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.intake import outlets
from extractor.vietnamese.letters import UPPER
from extractor.vietnamese.lexicon import Row, rows


class BylineRow(Row):
    """Words of a signature: before a name (`name`), a signature of their own (`body`), before a source."""

    kind: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed. `author` is None for a bare source (Theo Báo Mẫu)."""

    author: str | None
    start: int = 0


_WORD = rf"[{UPPER}](?:['’]?[^\W\d_]*|\.)(?:\.[{UPPER}][^\W\d_]*)*\.?"
_NAME = rf"{_WORD}(?:\s{_WORD}){{0,4}}"
_SIGNED = re.compile(rf"{_NAME}(?:\s?(?:[,;&–-]|và)\s?{_NAME}){{0,3}}")
_INITIALS = re.compile(rf"(?:[{UPPER}]{{1,2}}\.){{1,3}}[{UPPER}]{{1,2}}\.?")
_IN_BRACKETS = re.compile(r"[(\[]\s*(.{2,60}?)\s*[)\]]")
_GLUED = re.compile(
    rf"[.!?…”\")]\s+(?P<name>{_WORD}(?:\s{_WORD}){{0,3}}|[{UPPER}]\.\s?{_WORD})\s*"
    r"(?P<credit>[(\[]\s*(?i:theo)\b[^)\]]{0,60}[)\]])?$"
)
_CODE = re.compile(r"\(\s?([\w.&+\- ]{2,25}?)\s?\)\s*[-–—:.]?\s*|([\w.&+]{2,15}(?: [oO]nline)?)\s*[-–—]\s*")
_AGENCY = re.compile(rf"[{UPPER}][\w .-]{{1,25}}\(\s?TTXVN[^)]{{0,12}}\)\s*[-–—]?\s*")
# `II. HẠN CHẾ` heads a section; `T. HUY` signs.
_NUMBERED = re.compile(r"(?:[IVX]{2,4}|\d{1,2})[.)/]\s")
_PIECES = re.compile(r"\s*[-–|•]\s+")
_SECOND_LABEL = re.compile(rf"\s*[-–|;,•]\s*[{UPPER}][^:]{{1,24}}:\s")
"""Who did something else, in the same line: `Thực hiện: A - Kỹ thuật: B`."""
_MAX = 70


@cache
def _forms(kind: str) -> tuple[str, ...]:
    found = (form for row in rows("boilerplate", "byline", BylineRow) if row.kind == kind for form in row.forms)
    return tuple(sorted(found, key=len, reverse=True))


def _one_of(*kinds: str) -> str:
    return "(?:" + "|".join(re.escape(form) for kind in kinds for form in _forms(kind)) + ")"


@cache
def _labels(kind: str) -> re.Pattern[str]:
    return re.compile(rf"{_one_of(kind)}\s*[:：]\s*(.+)$", re.IGNORECASE)


@cache
def _credit() -> re.Pattern[str]:
    """(Theo Tin Mẫu), (tổng hợp), and what was compiled without brackets, after a name."""
    words = _one_of("credit", "compiled")
    return re.compile(rf"\s*[(\[]\s*{words}\b[^)\]]{{0,60}}[)\]]$|\s+{_one_of('compiled')}$", re.IGNORECASE)


@cache
def _share() -> re.Pattern[str]:
    """What someone did, behind the name: `Minh Mẫu (ảnh và bài)`."""
    return re.compile(rf"\s*[(\[]\s*{_one_of('name')}\s*(?:[)\]]\s*)?$", re.IGNORECASE)


@cache
def _source() -> re.Pattern[str]:
    return re.compile(rf"[(\[]?\s*(?i:{_one_of('credit')})\s+(?:[{UPPER}]|[\w.-]{{2,30}}\.vn\b)")


@cache
def _office() -> re.Pattern[str]:
    return re.compile(rf"\s*[-–,(]\s*{_one_of('office')}\b[^.]*$", re.IGNORECASE)


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"(?:{_one_of('by')}\s+)?", re.IGNORECASE)


@cache
def _bodies() -> frozenset[str]:
    return frozenset(form.lower() for form in _forms("body"))


def read_signature(text: str) -> Signature | None:
    """The signature that this line is: `Bài, ảnh: TRÀ NGÂN`, `Thu Hoài`, `LÊ PHÚC`, `Ban biên tập`."""
    if len(text) > _MAX or len(text) < 2 or _NUMBERED.match(text):
        return None
    labelled = _labels("name").match(text)
    if labelled:
        return None if _is_said(labelled[1]) else Signature(_clean_name(labelled[1]))
    if text.lower().strip(" .()") in _bodies():
        return Signature(text.strip(" .()"))
    if _labels("credit").match(text) or _source().match(text):
        return Signature(_before_source(credited(text) or ""))
    if name := _before_source(text):
        return Signature(name)
    text = _share().sub("", text[_after_by(text) :])
    office = _office().search(text)
    if office and is_name(text[: office.start()]):
        return Signature(text[: office.start()])
    bare = _credit().sub("", text).strip(" ./")
    if bare.lower() in _bodies():
        return Signature(bare)
    bracketed = _IN_BRACKETS.fullmatch(bare)
    if bracketed and len(bracketed[1].split()) >= 2:
        bare = bracketed[1]
    return Signature(bare) if is_name(bare) or _INITIALS.fullmatch(bare) else None


def _before_source(text: str) -> str | None:
    """The name before a stroke and the outlet: `Minh Mẫu/Báo Mẫu`, `Thu Mẫu/ĐBP`."""
    name, stroke, source = map(str.strip, text.strip("()[] .").partition("/"))
    known = outlets.is_code(source) or outlets.name_at_start(source) or _looks_like_code(source)
    return name if stroke and known and is_name(name) else None


def _is_said(text: str) -> bool:
    """Whether what stands behind the label is said, not signed: `Phóng viên: Việc này ra sao, thưa bà?`."""
    words = text.split()
    return text.rstrip().endswith(("?", "!")) or sum(word[0].islower() for word in words) > max(3, len(words) // 2)


def credited(text: str) -> str | None:
    """The source that a line credits: `Nguồn: Báo Mẫu`, `(Theo Báo Mẫu)`."""
    if len(text) > _MAX:
        return None
    labelled = _labels("credit").match(text)
    if labelled:
        return labelled[1]
    match = _source().match(text)
    return re.sub(rf"^\W*(?i:{_one_of('credit')})\s+", "", text).strip("()[] .") if match else None


def _after_by(text: str) -> int:
    match = _by().match(text)
    return match.end() if match else 0


def signed_beside(text: str) -> str | None:
    """The name that stands beside a date: `Bởi Minh Mẫu - 15/08/2019`, `15/8/2019 - Người đăng: Minh Mẫu`."""
    labelled = next(filter(None, map(labelled_name, _PIECES.split(text))), None)
    if labelled:
        return labelled
    name = _share().sub("", text[_after_by(text) :]).strip(" -–|,:•")
    return name if is_name(name) and re.search(r"[\s.]", name) else None


def labelled_name(text: str) -> str | None:
    """The name after a label: `Tác giả: Nông Thị Mẫu`."""
    match = _labels("name").match(text) if len(text) <= _MAX else None
    return _clean_name(match[1]) if match and not _is_said(match[1]) else None


def is_name(text: str) -> bool:
    """Whether the line can be a person's name or pen name, alone or with others: `T. HUY`, `Thu Hà - Minh Đức`."""
    if len(text) < 3 or len(text) > 50 or not _SIGNED.fullmatch(text) or len(text.split()) > 8:
        return False
    known = outlets.is_province(text) or outlets.name_at_start(text) is not None
    return not known and any(len(word) > 1 and word[0].isupper() for word in re.split(r"[\s.]+", text))


def _clean_name(text: str) -> str | None:
    text = _SECOND_LABEL.split(text, maxsplit=1)[0]
    name = _credit().sub("", text).strip(" .,-–|/")
    office = _office().search(name)
    if office and is_name(name[: office.start()]):
        name = name[: office.start()]
    return name if 2 <= len(name) <= _MAX else None


def glued_signature(text: str) -> Signature | None:
    """The name after the last sentence of a line: `… điều tra làm rõ. Minh Mẫu`, `… (Theo Tin Mẫu)` with it."""
    compiled = re.search(rf"\s+{_one_of('compiled')}$", text[-30:], re.IGNORECASE)
    end = len(text) - len(compiled.group()) if compiled else len(text)
    match = _GLUED.search(text[:end], max(0, end - 100))
    if not match or len(match["name"]) < 4 or not re.search(r"[\s.]", match["name"]):
        return None
    name = match["name"].strip()
    if name.lower().startswith("theo "):
        return Signature(None, match.start("name"))
    return Signature(name, match.start("name")) if is_name(name) else None


def dateline(text: str) -> tuple[int, str | None]:
    """Length of what stands before the first sentence, and the outlet it names: `(Baothanhhoa.vn) - `, `BTO-`."""
    match = _CODE.match(text)
    if match:
        code = (match[1] or match[2]).strip()
        bracketed = match[1] is not None and text[: match.end()].rstrip()[-1] in "-–—:"
        if outlets.is_code(code) or (match[1] and outlets.is_known(code)) or (bracketed and _looks_like_code(code)):
            return match.end(), code
    match = _AGENCY.match(text)
    if match:
        return match.end(), "TTXVN"
    return outlets.begins_with_outlet(text), None


def _looks_like_code(code: str) -> bool:
    """Capitals of a paper's name, known or not: (ABCĐT) -."""
    letters = code.replace(" ", "").replace("&", "").replace(".", "")
    return 2 <= len(letters) <= 8 and letters.isupper() and letters.isalpha()
