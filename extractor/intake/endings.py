"""Where an article ends: at the first furniture, or after the signature, from which the text does not go on."""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

from extractor.intake.bylines import Signature, dateline, read_signature
from extractor.intake.dating import happening
from extractor.intake.furniture import BLOCKS, names
from extractor.intake.lines import Line
from extractor.intake.titles import key, looks_like_title

_TEASER_MIN = 25
_SAME_WORDS = 0.8
_TEASER_SHARE = 0.4
"""Of a headline's words, which the article before does not know: from it the paragraph below is its teaser."""


def find_end(lines: Sequence[Line], kinds: Sequence[str | None], start: int) -> tuple[int, str | None]:
    """Where the tail begins, and the author that signed there.

    After a heading of other articles a single paragraph may be a teaser's: two in a row are asked for, or one
    before a signature; after a share bar or a counter one is enough. After a comment box or a footer the article
    goes on only where most of the text is still to come. `mass` holds the letters of running text up to each line.
    """
    end = len(lines)
    letters = (len(line) if at >= start and runs(line, kinds[at]) else 0 for at, line in enumerate(lines))
    mass = list(accumulate(letters))
    last_pair = _last_pair(lines, kinds)
    for at in range(start, len(lines)):
        furniture = kinds[at] is not None and kinds[at] != "menu"
        signed = kinds[at] is None and mass[at] > 0 and read_signature(lines[at].text) is not None
        ahead = last_pair > at if kinds[at] in BLOCKS or signed else mass[-1] > mass[at]
        ahead = ahead or (kinds[at] == "others" and _goes_on(lines, kinds, at))
        if kinds[at] in ("comments", "footer") and 2 * mass[at] >= mass[-1]:
            ahead = False
        if (furniture or signed) and not ahead:
            end = at + 1 if signed else at
            break
    end = _without_teasers(lines, kinds, start, end)
    author: str | None = None
    while end > start and (signature := _tail_signature(lines, kinds, end - 1, start)):
        author = signature.author or author
        end -= 1
    beyond = range(end, min(end + 6, len(lines)))
    after = [read_signature(lines[at].text) for at in beyond if kinds[at] != "others"]
    return end, author or next((one.author for one in after if one and one.author), None)


def _tail_signature(lines: Sequence[Line], kinds: Sequence[str | None], at: int, start: int) -> Signature | None:
    if kinds[at] is not None:
        return Signature(None)
    return read_signature(lines[at].text) if at > start else None


def _last_pair(lines: Sequence[Line], kinds: Sequence[str | None]) -> int:
    """The last line of running text before another one or a signature, -1 where there is none."""
    told = [at for at in range(len(lines)) if kinds[at] not in ("punctuation", "image")]
    for one, two in reversed(list(pairwise(told))):
        signed = kinds[two] is None and read_signature(lines[two].text) is not None
        if runs(lines[one], kinds[one]) and (runs(lines[two], kinds[two]) or signed):
            return one
    return -1


def _goes_on(lines: Sequence[Line], kinds: Sequence[str | None], at: int) -> bool:
    """Whether the article goes on after headlines that stand midway: the next paragraph is not their teaser.

    A teaser repeats words of its headline that are new here, or begins with an outlet's code or a day.
    """
    if not any(word in lines[at].text.lower() for word in names("midway")):
        return False
    next_text = next(
        (later for later in range(at + 1, len(lines)) if kinds[later] != "others" and lines[later].is_paragraph),
        None,
    )
    if next_text is None or not runs(lines[next_text], kinds[next_text]):
        return False
    between = range(at, next_text)
    if any(kinds[one] not in (None, "others", "image", "punctuation") for one in between):
        return False
    body = {word for line in lines[:at] for word in key(line.text).split()}
    told = set(key(lines[next_text].text).split()) - body
    words = key(lines[next_text - 1].text).split()
    opened = dateline(lines[next_text].text)[0] or happening(lines[next_text].text)
    return not opened and sum(word in told for word in words) < _TEASER_SHARE * max(1, len(words))


def runs(line: Line, kind: str | None) -> bool:
    """Running text; a teaser's lead is often cut off with dots."""
    return kind is None and line.is_paragraph and not line.text.endswith(("...", "…"))


def _without_teasers(lines: Sequence[Line], kinds: Sequence[str | None], start: int, end: int) -> int:
    """The end without the headlines of other articles that stand there under no heading: at least three."""
    at = end
    while at > start + 1 and _is_headline(lines[at - 1], kinds[at - 1]):
        at -= 1
    before = lines[at - 1] if at > start else None
    listed = before is None or before.text.endswith(":") or _names_pictures(before.text[-60:])
    firsts = Counter(line.text.split()[0] for line in lines[at:end])
    listed = listed or any(number * 2 > end - at for number in firsts.values())
    listed = listed or _speak_of(lines[at:end], lines[start:at])
    return at if end - at >= 3 and not listed and before is not None and before.is_paragraph else end


def _speak_of(lines: Sequence[Line], body: Sequence[Line]) -> bool:
    """Whether the lines use the words of the text before, as captions do and other articles' headlines do not."""
    known = {word for line in body for word in key(line.text).split()}
    words = [word for line in lines for word in key(line.text).split()]
    return sum(word in known for word in words) >= _SAME_WORDS * len(words)


def _names_pictures(text: str) -> bool:
    return any(word in text.lower() for word in names("picture"))


def _is_headline(line: Line, kind: str | None) -> bool:
    return (
        kind is None
        and looks_like_title(line)
        and len(line) >= _TEASER_MIN
        and line.text[0].isalnum()
        and not line.text[0].isdigit()
        and line.text[0].isupper()
        and not line.ends_sentence
        and not line.text[-1].isdigit()
        and "\t" not in line.text
        and line.role not in ("caption", "item", "heading")
        and not _names_pictures(line.text)
    )
