"""Finding a table's words in text, whatever their case and tone placement, at the text's own offsets."""

import re
from collections.abc import Iterable

from extractor.vietnamese.letters import UPPER

# `hoà`, `thuý`: older spelling puts the tone on the glide's vowel. Both letters change, the length does not.
_OLD_PLACEMENT = {
    old: new
    for olds, news in (
        ("oà oá oả oã oạ", "òa óa ỏa õa ọa"),
        ("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"),
        ("uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"),
    )
    for old, new in zip(olds.split(), news.split(), strict=True)
}
_OLD = re.compile(r"(?<!q)(?:" + "|".join(_OLD_PLACEMENT) + r")(?!\w)")


# Blanks between two words, or one line break (a hard-wrapped line), never an empty line.
BLANK = r"(?:[^\S\n]+\n?|\n)[^\S\n]*"


# A character class of the Latin capitals, Vietnamese ones included (a range such as À-Ỹ holds small letters too).
CAPITAL = f"[{UPPER}]"


def settle(text: str) -> str:
    """Lower-case NFC text with tones where the modern spelling puts them; offsets stay those of `text`."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(letter.lower()[:1] for letter in text)
    return _OLD.sub(lambda match: _OLD_PLACEMENT[match.group()], lowered)


def alternation(forms: Iterable[str]) -> str:
    """A pattern source for any of the forms, longest first, its blanks matching any `BLANK`."""
    settled = sorted({settle(form) for form in forms}, key=lambda form: (-len(form), form))
    return "(?:" + "|".join(re.escape(form).replace(r"\ ", BLANK) for form in settled) + ")"


def whole_words(forms: Iterable[str]) -> re.Pattern[str]:
    """Compiled for `settle`d text: any of the forms, not inside a longer word."""
    return re.compile(r"(?<!\w)" + alternation(forms) + r"(?:(?<=\.)|(?!\w))")
