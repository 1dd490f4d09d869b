"""Where a page names its outlet: its masthead, its copyright line, the site's name behind a title, a source."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from extractor.intake.dating import read_stamp
from extractor.intake.furniture import kind_of, names, one_of, sections
from extractor.intake.outlets import TABLE, host_of, known_prefix, name_at_start, portal, row_of_host
from extractor.vietnamese.letters import UPPER, fold

_DOMAIN = re.compile(r"(?:[\w-]+\.)+(?:vn|com|net|org)", re.IGNORECASE)
_STOP = re.compile(r"\.\s|[;:()]")
_WORDS = 8
_PLAIN = re.compile(rf"(?:[{UPPER}][^\W\d]*\.?|[-–&,])")
_TOP = 3
"""Lines of a page among which the name of the body stands that runs it."""


def own_address(text: str) -> str | None:
    """The address of a known outlet that a line is: BAOHAIDUONG.VN."""
    return text if _DOMAIN.fullmatch(text) and row_of_host(host_of(text)) else None


def name_in_copyright(text: str) -> str | None:
    """The outlet that a copyright line names: `© Báo Nghệ An - Giấy phép số …`."""
    return name_at_start(text) or _name_inside(text) if kind_of(text) == "footer" else None


def _name_inside(text: str) -> str | None:
    """An outlet named anywhere in the text: a known one, or a portal whose name ends with its sentence."""
    for match in re.finditer(r"\S+", text[:200]):
        rest = text[match.start() :]
        named = known_prefix(rest) or (name_at_start(_STOP.split(rest)[0]) if portal().match(rest) else None)
        if named:
            return named
    return None


def masthead(printed: Sequence[str], title: str | None) -> str | None:
    """The name at the head of a page, above its menu or in capitals beside it, whatever words it has.

    `MẪU SƠN NGÀY MỚI`, `Bạn nhà máy - Chuyên trang của người lao động`. `printed` are the page's lines, `title` is
    the article's, which may stand first too.
    """
    first = next((at for at, line in enumerate(printed[:2]) if kind_of(line) is None and not _is_bar(line)), None)
    if first is None:
        return None
    name = re.split(r"\s[-–]\s", printed[first].strip())[0]
    beside = [*printed[max(0, first - 1) : first], *printed[first + 1 : first + 3]]
    dated = len(printed) > 1 and read_stamp(printed[1]) is not None
    above = first == 0 and any(map(_is_bar, printed[1 : 3 if dated else 2]))
    short = 2 <= len(re.split(r"[\s-]+", name)) <= _WORDS and not re.search(r"[\d:?!“]|[.…]$", name)
    shouted = short and (name.isupper() or (above and (name[:1].isupper() or "-" in name)))
    section = name.lower() in sections()
    headline = title is not None and fold(name) in fold(title)
    return name if shouted and not section and not headline and any(map(_is_bar, beside)) else None


def _is_bar(line: str) -> bool:
    """A menu, or a row of buttons beside the date: `Ảnh · Video · Đối thoại`."""
    return kind_of(line) == "menu" or len(re.findall(r"\s[|·•]\s|\s{3,}", line)) >= 2


def is_body(line: str) -> bool:
    """Whether a line is the name of a body with its unit and no more: `UBND xã Mẫu`, `CÔNG AN TỈNH MẪU`."""
    match = _body().match(line)
    if match is None or len(line.split()) > _WORDS + 2:
        return False
    area, name = match["area"], match["name"].split()
    plain = all(_PLAIN.fullmatch(word) for word in name) or _body().match(match["name"])
    return bool(area) and 1 <= len(name) <= (3 if line.isupper() else _WORDS) and bool(plain)


@cache
def _body() -> re.Pattern[str]:
    """A body, the words of its field, the kind of its unit, the unit's name."""
    body, area = one_of("publisher", TABLE), one_of("area", TABLE)
    field = rf"(?:\s[{UPPER}][^.:;()\d]{{0,40}})??"
    return re.compile(rf"(?i:{body}){field}\s+(?P<area>(?i:{area}))\s+(?P<name>[^.:;()]+)$")


def body_above(printed: Sequence[str], title: str | None) -> str | None:
    """The body that runs the page, named at its head: `UBND xã Mẫu`, `ĐOÀN THANH NIÊN HUYỆN MẪU`."""
    top = (line.strip() for line in printed[:_TOP])
    return next((line for line in top if is_body(line) and (title is None or fold(line) != fold(title))), None)


def site(behind: str | None, window: str | None, title: str | None) -> str | None:
    """The site's name in the browser's window, behind the article's title: `Xã Mẫu họp dân - Công an tỉnh Mẫu`.

    A section's name or a unit's alone may stand there, too, and a body's name may stand there without a title.
    """
    if window and is_body(window):
        return window
    if not (behind and window and title) or not fold(window).startswith(fold(title)):
        return None
    long = not 2 <= len(re.split(r"[\s.-]+", behind)) <= _WORDS + 2
    unit = re.match(rf"{one_of('area', TABLE)}\s+[{UPPER}]", behind, re.IGNORECASE) and not is_body(behind)
    return None if long or unit or behind.lower() in sections() or kind_of(behind) else behind


def of_source(source: str) -> str | None:
    """The outlet in a credited source: `Báo Mẫu`, `baomau.vn`, `Minh Mẫu/Báo Mẫu`."""
    pieces = (source, source.rpartition("/")[2])
    return next((name for piece in pieces if (name := name_at_start(piece) or own_address(piece))), None)


def self_named(texts: Iterable[str]) -> str | None:
    """The outlet that speaks of its own reporting: `Như Báo Mẫu đã thông tin`, `phóng viên Báo Mẫu có cuộc …`."""
    for text in texts:
        for before, said in ((_as(), "self"), (_reporter(), "talk")):
            for match in before.finditer(text):
                known = known_prefix(text[match.end() :])
                if known and text[match.end() + len(known) :].lstrip().startswith(names(said)):
                    return known
    return None


@cache
def _as() -> re.Pattern[str]:
    return re.compile(r"\bnhư\s+(?=\w)", re.IGNORECASE)


@cache
def _reporter() -> re.Pattern[str]:
    return re.compile(rf"\b{one_of('reporter')}\s+(?=\w)", re.IGNORECASE)
