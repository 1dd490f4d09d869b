"""Legacy Vietnamese encodings and mojibake: detected by what they would read as, converted with offsets.

Known are TCVN3 (ABC, the .VnTime fonts), VNI for Windows, VIQR, Windows-1258, and UTF-8 that was read as
Windows-1252 or Latin-1, once or twice, all of it or in places. The character tables are those of the TCVN
5712:1993 and VNI font standards.

ftfy knows mojibake too, but gives no offsets and repairs what is in order: it reads the headline “TOÀN XÃ” as
“TOÀN XÔ (U+00C3 U+201D are the bytes of Ô). Here text that is Vietnamese is touched only where a sequence gives
a letter that no other text has.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

Piece = tuple[int, str]
"""Where a converted piece began in the source, and what it reads as."""


@dataclass(frozen=True, slots=True)
class Repair:
    """Converted text; `offsets[i]` is where its i-th character came from. `encoding` names the source's."""

    text: str
    offsets: tuple[int, ...]
    encoding: str


SAMPLE = 2000
_ENOUGH = 0.03
"""Share of very frequent words from which text counts as Vietnamese; news has 0.15 to 0.25 of them."""
_CERTAIN = 0.12
_COMMON = (
    "của và các được những là có không một với người đã này tại để từ năm ngày về đến xã huyện tỉnh đồng ở thành "
    "phố phát hiện làm sẽ cũng việt đang ủy việc gia đình số tổ chức an toàn địa phương"
)
_FREQUENT = frozenset(word for word in _COMMON.split() if not word.isascii())
_WORD = re.compile(r"[^\W\d_]+")
_VIETNAMESE = re.compile("[\u1ea0-\u1ef9ăđơưĂĐƠƯ]")


def repair(text: str) -> Repair | None:
    """The text as it was meant, or None when it is in order or in no encoding known here."""
    sample = text[:SAMPLE]
    letters = len(_WORD.findall(sample))
    if letters < 3 or _is_fine(sample, letters):
        return _patched(text)
    best, name = _best(sample)
    if best < _ENOUGH or best <= 1.5 * _share(sample):
        return _patched(text)
    pieces = list(_CONVERTERS[name](text))
    offsets = tuple(at for at, piece in pieces for _ in piece)
    return Repair(_joined(pieces), offsets, name)


def _patched(text: str) -> Repair | None:
    """Text that is in order but for some words or paragraphs of mojibake: `xã LÃª VÄƒn`."""
    if not _SURE.search(text):
        return None
    pieces = list(_from_places(text))
    return Repair(_joined(pieces), tuple(at for at, piece in pieces for _ in piece), "mojibake in places")


def convert(text: str, encoding: str | None) -> str:
    """Text in the encoding that `repair` found, as it was meant."""
    return _joined(_CONVERTERS[encoding](text)) if encoding else text


def _best(sample: str) -> tuple[float, str]:
    """The encoding in which most words are frequent ones, and their share."""
    scored: list[tuple[float, str]] = []
    for name, convert in list(_CONVERTERS.items())[:-1]:
        scored.append((_share(_joined(convert(sample))), name))
        if scored[-1][0] > _CERTAIN:
            break
    return max(scored, key=lambda one: one[0])


def _is_fine(sample: str, words: int) -> bool:
    """Real Vietnamese has a letter of its own in every second word, text in another encoding has none."""
    own = len(_VIETNAMESE.findall(unicodedata.normalize("NFC", sample)))
    return own > 0.05 * words or (sample.isascii() and not _VIQR_HINT.search(sample))


def _share(text: str) -> float:
    """Share of the words that are frequent in Vietnamese and hold a Vietnamese letter."""
    words = _WORD.findall(unicodedata.normalize("NFC", text).lower())
    return sum(word in _FREQUENT for word in words) / len(words) if words else 0.0


def _joined(pieces: Iterator[Piece] | list[Piece]) -> str:
    return "".join(piece for _, piece in pieces)


# TCVN3: one byte, one letter. Céng hßa x· héi
_TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)


def _from_tcvn3(text: str) -> Iterator[Piece]:
    return ((at, _TCVN3.get(letter, letter)) for at, letter in enumerate(text))


# VNI: a vowel and a mark after it. Coäng hoøa xaõ hoäi
_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_CIRCUMFLEX = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_BREVE = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_ALONE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ", "ñ": "đ"}


@cache
def _vni() -> dict[str, str]:
    """Letters and pairs of the VNI fonts, lower and upper case."""
    table = dict(_ALONE)
    for vowel in "aeouyôö":
        table |= {vowel + mark: _ALONE.get(vowel, vowel) + tone for mark, tone in _TONES.items()}
    for vowel in "aeo":
        table |= {vowel + mark: vowel + "\u0302" + tone for mark, tone in _CIRCUMFLEX.items()}
    table |= {"a" + mark: "a\u0306" + tone for mark, tone in _BREVE.items()}
    for pair, letter in list(table.items()):
        table[pair.upper()] = letter.upper()
        if len(pair) == 2:
            table[pair[0] + pair[1].upper()] = letter
            table[pair[0].upper() + pair[1]] = letter[0].upper() + letter[1:]
    return {pair: unicodedata.normalize("NFC", letter) for pair, letter in table.items()}


def _from_vni(text: str) -> Iterator[Piece]:
    return _by_table(text, _vni(), longest=2)


# VIQR: Co^.ng ho`a xa~ ho^.i
_VIQR_HINT = re.compile(r"[aeoAEO]\^|[ouOU]\+|[aA]\([^)]|\b[dD][dD][aeiouy]")
_VIQR = re.compile(r"(?P<d>[dD][dD])|(?P<vowel>[aeiouyAEIOUY])(?P<marks>[\^(+]['`?~.]?|['`?~.][\^(+]?)?")
_SENTENCE_END = re.compile(r"\s*(?:$|\s[A-Z\d\"])|[\"')]")
_VIQR_MARKS = {"^": "\u0302", "(": "\u0306", "+": "\u031b"} | dict(
    zip("'`?~.", "\u0301\u0300\u0309\u0303\u0323", strict=True)
)


def _from_viqr(text: str) -> Iterator[Piece]:
    at = 0
    for match in _VIQR.finditer(text):
        yield from enumerate(text[at : match.start()], start=at)
        at = match.end()
        if match["d"]:
            yield match.start(), "đ" if match["d"][0] == "d" else "Đ"
            continue
        marks = match["marks"] or ""
        if marks in (".", "?") and _SENTENCE_END.match(text, at):
            marks, at = "", at - 1  # no mark: "tha(m ba`. Ho^m nay"
        marks = "".join(_VIQR_MARKS[mark] for mark in marks)
        yield match.start(), unicodedata.normalize("NFC", match["vowel"] + marks)
    yield from enumerate(text[at:], start=at)


# Windows-1258: letters, tone marks as letters of their own after them
def _from_1258(text: str) -> Iterator[Piece]:
    start, cluster = 0, ""
    for at, letter in enumerate(text):
        meant = _as_1258(letter)
        if unicodedata.combining(meant) and cluster:
            cluster += meant
            continue
        if cluster:
            yield start, unicodedata.normalize("NFC", cluster)
        start, cluster = at, meant
    if cluster:
        yield start, unicodedata.normalize("NFC", cluster)


@cache
def _as_1258(letter: str) -> str:
    byte = _byte(letter)
    try:
        return letter if byte is None else bytes((byte,)).decode("cp1258")
    except UnicodeDecodeError:
        return letter


# UTF-8 read as Windows-1252 or Latin-1: á»\x99, Ä\x91, lÃ\xa0
@cache
def _byte(letter: str) -> int | None:
    """The byte that this letter was read from."""
    if ord(letter) < 256:
        return ord(letter)
    try:
        return letter.encode("cp1252")[0]
    except UnicodeEncodeError:
        return None


def _from_mojibake(text: str) -> Iterator[Piece]:
    at = 0
    while at < len(text):
        length, meant = _sequence(text, at)
        yield at, meant
        at += length


def _from_mojibake_twice(text: str) -> Iterator[Piece]:
    """UTF-8 that went wrong two times over: Æ°á»£ is Ã\x86Â°Ã¡Â»Â£."""
    once = list(_from_mojibake(text))
    starts = [at for at, piece in once for _ in piece]
    return ((starts[at], piece) for at, piece in _from_mojibake(_joined(once)))


_FOLLOWER = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_SURE = re.compile(rf"á[º»]{_FOLLOWER}|Ä[\x82\x83\x90\x91‚ƒ‘]|Æ[°¡¯]")
"""Two or three letters of mojibake that give one of Vietnamese alone, and that Vietnamese never has in a row."""
_LIKELY = re.compile(rf"{_SURE.pattern}|Ã(?![“”’]){_FOLLOWER}|â(?:€|\x80){_FOLLOWER}|Ä[¨©]|Å[¨©]")
_LOST_85 = re.compile(r"á»(?=[^\S\x85]|\Z)")
"""The last byte of ễ, 85, is a line's end, and was lost among blanks."""
_AROUND = 200
"""Letters around a sure sequence within which a likely one is believed as well."""


def _from_places(text: str) -> Iterator[Piece]:
    """Only the sequences that are sure, and near them those that are likely."""
    sure = [match.start() for match in _SURE.finditer(text)]
    at = near = 0
    for match in _LIKELY.finditer(text):
        while near + 1 < len(sure) and abs(sure[near + 1] - match.start()) <= abs(sure[near] - match.start()):
            near += 1
        if abs(sure[near] - match.start()) > _AROUND:
            continue
        yield from enumerate(text[at : match.start()], start=at)
        yield match.start(), _sequence(text, match.start())[1]
        at = match.end()
    yield from enumerate(text[at:], start=at)


def _sequence(text: str, at: int) -> tuple[int, str]:
    """Length and reading of the UTF-8 sequence at this place; a letter that is none reads as itself."""
    lead = _byte(text[at])
    length = (
        1 if lead is None or lead < 0xC2 else 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4 if lead < 0xF5 else 1
    )
    if length == 1 or lead is None:
        return 1, text[at]
    if _LOST_85.match(text, at):
        return 2, "ễ"
    rest = [_byte(letter) for letter in text[at + 1 : at + length]]
    data = bytes((lead, *(byte for byte in rest if byte is not None)))
    try:
        return length, data.decode("utf-8") if len(data) == length else text[at]
    except UnicodeDecodeError:
        if lead == 0xC3 and not text[at + 1 : at + 2].strip():
            return 1, "à"  # the no-break space A0 of "lÃ\xa0 " was lost among blanks
        if lead == 0xC2 and not text[at + 1 : at + 2].strip():
            return 1, " "
        return 1, text[at]


def _by_table(text: str, table: dict[str, str], longest: int) -> Iterator[Piece]:
    at = 0
    while at < len(text):
        for length in range(longest, 0, -1):
            found = table.get(text[at : at + length])
            if found is not None:
                break
        yield at, text[at] if found is None else found
        at += 1 if found is None else length


_CONVERTERS: dict[str, Callable[[str], Iterator[Piece]]] = {
    "mojibake": _from_mojibake,
    "mojibake twice": _from_mojibake_twice,
    "TCVN3": _from_tcvn3,
    "VNI": _from_vni,
    "VIQR": _from_viqr,
    "Windows-1258": _from_1258,
    "mojibake in places": _from_places,
}
