"""Bodies that belong to a trade, a title or a student and stand a mark or a few words away."""

import re
from functools import cache

from extractor.facts.roles.organizations import AT, Organizations
from extractor.facts.roles.vocabulary import vocabulary
from extractor.vietnamese.lexicon import word_forms, word_set
from extractor.vietnamese.phrases import alternation, settle

LONGEST_STUDIES = 70
_OF_BODY = re.compile(r"(?:[ ]?\([^()\n]{0,40}\))?[ ](?:của|đến từ|thuộc)[ ]")
_COMMA = re.compile(r",[ ]")
_TITLE = re.compile(r"[\s.,-]+")
_BREAK = re.compile(r"[.;:!?\n“”\"()]")


@cache
def _mark() -> re.Pattern[str]:
    """`, `, ` - `, ` (thuộc `, `, công tác tại `, before a body."""
    working = alternation(word_forms("positions", "working"))
    return re.compile(rf"(?:[ ]?\([^()\n]{{0,40}}\))?[ ]?(?:,|-|–|—|\()[ ]*(?:{working}[ ])?")


def set_behind(where: Organizations, end: int) -> tuple[int, int] | None:
    """The body set off behind a name, if a mark or a verb of saying follows: `bác sĩ Lê Mẫu, |Khoa Nhi|, …`."""
    mark = _mark().match(where.settled, end)
    return _closed(where, mark.end()) if mark else None


def of_behind(where: Organizations, end: int) -> tuple[int, int] | None:
    """The body or firm that is told behind the name: `HLV trưởng Lê Mẫu |của Mẫu Xanh|`."""
    of = _OF_BODY.match(where.settled, end)
    if of is None:
        return None
    if (body := where.bodies.get(of.end())) and any(map(str.isupper, body.name)):
        return of.end(), where.parents(body.end, len(where.text))
    stop = where.capitals(of.end(), of.end() + LONGEST_STUDIES)
    return (of.end(), stop) if stop > of.end() else None


def beyond_comma(where: Organizations, end: int) -> tuple[int, int, int] | None:
    """The body behind a trade and a comma: `giảng viên cao cấp, |Học viện Mẫu|, …`."""
    comma = _COMMA.match(where.settled, end)
    body = _closed(where, comma.end()) if comma else None
    return (end, *body) if body else None


def _closed(where: Organizations, at: int) -> tuple[int, int] | None:
    body = where.bodies.get(at)
    if body is None or not any(map(str.isupper, body.name)):
        return None
    stop = where.parents(body.end, len(where.text))
    return (at, stop) if vocabulary().closing.match(where.settled, stop) else None


def school(where: Organizations, end: int, limit: int) -> tuple[int, int, int] | None:
    """The school of a student, behind what is learned there: `sinh viên năm 2 ngành điện, |Trường Đại học Mẫu|`."""
    starts = (at for at in where.starts if end < at < min(limit, end + LONGEST_STUDIES))
    start = next((at for at in starts if any(map(str.isupper, where.bodies[at].name))), None)
    if start is None:
        return None
    between = where.settled[end:start]
    told = between.strip(" ,-–")
    tied = not told or AT.fullmatch(f"{told} ") or told.startswith(word_forms("positions", "studies"))
    if _BREAK.search(between) or between.count(",") > 1 or not tied:
        return None
    return end, start, where.parents(where.bodies[start].end, limit)


def calling(honorific: str | None) -> bool:
    """Whether the word before a name is the person's work: `cô giáo`."""
    return settle(honorific or "") in word_set("positions", "calling")


def profession(rank: str | None) -> str | None:
    """The profession in a rank: `bác sĩ` of `Bác sĩ chuyên khoa II`, `BS` of `ThS.BS`; None if a mere degree."""
    words = _TITLE.split(rank or "")
    told = (" ".join(words[at : at + width]) for width in (2, 1) for at in range(len(words)))
    return next((word for word in told if settle(word) in word_set("positions", "profession")), None)
