"""Hedges: the words that loosen a number (hơn, gần, khoảng, ít nhất, … trở lên)."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.reading.context import Context
from extractor.records import Modifier
from extractor.vietnamese.lexicon import Row, rows


class HedgeRow(Row):
    """A hedge; `unless_after` lists the words before it that bind it instead (cao hơn)."""

    modifier: Modifier
    unless_after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hedge:
    """A modifier, where its words start, and the word that made it."""

    start: int
    modifier: Modifier
    word: str


@cache
def _before() -> dict[str, HedgeRow]:
    return {form: row for row in rows("hedges", "before", HedgeRow) for form in row.forms}


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(_before(), key=len, reverse=True)
    return re.compile(r"(?<!\w)(" + "|".join(form.replace(" ", r"\s+") for form in forms) + r")$")


_FILLER = re.compile(r"\s(?:từ|có|là|đạt|được|phải|cho|đến|còn)$")
_ESTIMATE = re.compile(r"(?<!\w)ước(?:\s[^\W\d_]+){1,2}$")
_FAR = re.compile(r"(?<!\w)tối (đa|thiểu)\s[^.;,:\n\d]{0,80}\slà$")
_NONE_ABOVE = re.compile(r"(?<!\w)không\s(?:[^\W\d_]+\s){1,4}nào\s(?:[^\W\d_]+\s){0,4}(?:trên|quá|hơn)$")
_UPWARD = re.compile(r"(?:\s[^\W\d_]+|\s?%|/[^\W\d_]+){0,8}?\s+(trở lên|trở xuống)")


def find_hedge(context: Context, start: int, *, bare_small: bool) -> Hedge | None:
    """The hedge that ends right before `start`. `bare_small`: the number is below ten and has no unit or scale."""
    before = context.before(start, 100)
    match = _NONE_ABOVE.search(before)
    if match:
        return Hedge(start - 1, "at_most", "không … trên")
    for text in (before, _FILLER.sub("", before)):
        match = _pattern().search(text)
        if match is None:
            continue
        row = _before()[" ".join(match[1].split())]
        if text is not before and row.modifier in ("over", "under"):
            continue
        preceding = re.search(r"([^\W\d_]+)\s*$", text[: match.start()])
        if preceding and preceding[1] in row.unless_after:
            continue
        begin = context.lower.rfind(match[1], max(0, start - 100), start)
        if row.word == "gần" and bare_small:
            return None
        if row.word == "trên" and _is_place(context, begin, start, bare_small=bare_small):
            return None
        return Hedge(begin, row.modifier, row.word)
    if _ESTIMATE.search(before) and not re.search(r"(?:mơ|quy|điều|nguyện|hương|công) ước", before):
        return Hedge(start, "about", "ước …")
    far = _FAR.search(before)
    if far:
        return Hedge(start, "at_most" if far[1] == "đa" else "at_least", f"tối {far[1]} … là")
    return None


_SURFACE = re.compile(
    r"[\s\d.,/]*(?:lĩnh vực|địa bàn|tuyến|trục|mặt trận|phương diện|khía cạnh|nền tảng|kênh|trang|mạng|cánh đồng|sông)\b"
)
_ADMIN = re.compile(r"[\s\d.,/]*(?:xã|phường|huyện|tỉnh|thôn|quận|thị|khu|ấp|bản|địa phương)\b")
_COMPARED = (
    "có",
    "với",
    "đạt",
    "gồm",
    "được",
    "cho",
    "là",
    "còn",
    "lên",
    "của",
    "thu",
    "tặng",
    "bắt",
    "giúp",
    "đã",
)


def _is_place(context: Context, begin: int, start: int, *, bare_small: bool) -> bool:
    """Whether `trên` is the preposition: hoạt động trên 05 lĩnh vực, triển khai trên 18 xã."""
    preceding = context.word_before(begin).lower()
    after = context.after(start, 40)
    if _SURFACE.match(after):
        return True
    if preceding in _COMPARED:
        return False
    if bare_small or re.match(r"\d+/\d", after):
        return True
    return bool(_ADMIN.match(after)) and re.match(r"\d*[05]0\b", after) is None


def find_upward(context: Context, end: int) -> Modifier | None:
    """`over` for `… trở lên`, `under` for `… trở xuống` within a few words after `end`."""
    match = _UPWARD.match(context.lower, end)
    if match is None:
        return None
    return "over" if match[1] == "trở lên" else "under"
