"""Bytes to text: byte order marks, UTF-8, a declared charset, the legacy Vietnamese encodings.

Text in a legacy encoding is handed on as Latin-1, one character a byte, and converted where the offsets are kept
(`intake/traced.py`), so that an offset into it is an offset into the file.
"""

import codecs
import re

from extractor.errors import InputError
from extractor.vietnamese.encodings import repair

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,30})""", re.IGNORECASE)
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_BAD_SHARE = 0.002
"""A few broken letters in a thousand are a slip of the scraper, more are another encoding."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of the bytes. Raises InputError for what is no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    sample = data[:100_000]
    if len(sample.translate(None, _CONTROL)) < 0.99 * len(sample):
        raise InputError("a binary file, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, declared)


def _not_utf8(data: bytes, declared: str | None) -> str:
    patched = data.decode("utf-8", errors="replace")
    if patched.count("\ufffd") <= max(1, _BAD_SHARE * len(patched)):
        return patched
    return _legacy(data, declared)


def _legacy(data: bytes, declared: str | None) -> str:
    match = _DECLARED.search(data[:4000])
    for name in (declared, match.group(1).decode("ascii") if match else None):
        try:
            if name and codecs.lookup(name).name not in ("utf-8", "iso8859-1", "cp1252"):
                return data.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    view = data.decode("latin-1")
    if repair(view):
        return view
    raise InputError("not UTF-8 and in no known Vietnamese encoding")
