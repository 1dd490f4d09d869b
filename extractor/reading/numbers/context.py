"""What stands around a number: words before and after it, their tags, and the quotation it is in."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Doc

from extractor.reading.numbers.scan import plain

_WORD_AFTER = re.compile(r"[\s(]*([^\W\d_]+(?:-[^\W\d_]+)*)")
_LAST_WORD = re.compile(r"([^\W\d_]+)[\s(]*$")
_REACH = 60


@dataclass(frozen=True, slots=True)
class Context:
    """A text prepared for look-ups around offsets; all in constant or logarithmic time."""

    text: str
    lower: str
    starts: tuple[int, ...] = field(repr=False)
    ends: tuple[int, ...] = field(repr=False)
    tags: tuple[str, ...] = field(repr=False)
    quotes: tuple[tuple[int, int], ...] = field(repr=False)

    @classmethod
    def of(cls, doc: Doc) -> "Context":
        """The context of one Doc."""
        text = str(doc.text)
        cells = doc.to_array(["IDX", "LENGTH", "TAG", "IS_SPACE"])
        words = cells[cells[:, 3] == 0]  # token objects would cost ten times as much
        starts, ends = words[:, 0], words[:, 0] + words[:, 1]
        names = {code: doc.vocab.strings[code] for code in set(words[:, 2].tolist())}
        tags = tuple(names[code] for code in words[:, 2].tolist())
        return cls(text, plain(text), tuple(starts.tolist()), tuple(ends.tolist()), tags, _quotations(text))

    def before(self, at: int, reach: int = _REACH) -> str:
        """The lower-case text before `at`, on its line, without trailing blanks."""
        piece = self.lower[max(0, at - reach) : at]
        return piece.rsplit("\n\n", 1)[-1].rstrip(" \u00a0\n\t")

    def after(self, at: int, reach: int = _REACH) -> str:
        """The lower-case text from `at` on."""
        return self.lower[at : at + reach].split("\n\n", 1)[0]

    def word_before(self, at: int) -> str:
        """The syllable before `at` as written, or an empty string."""
        match = _LAST_WORD.search(self.text[max(0, at - 24) : at])
        return match[1] if match else ""

    def word_after(self, at: int) -> str:
        """The syllable after `at` as written, or an empty string where punctuation stands between."""
        match = _WORD_AFTER.match(self.text, at)
        return match[1] if match else ""

    def token(self, at: int) -> tuple[int, int, str] | None:
        """Start, end and tag of the word that holds the offset `at`."""
        index = bisect_right(self.starts, at) - 1
        if index < 0 or self.ends[index] <= at:
            return None
        return self.starts[index], self.ends[index], self.tags[index]

    def tag_after(self, at: int) -> str:
        """The tag of the word that starts after `at`, past blanks."""
        while at < len(self.text) and self.text[at] in " \u00a0\n\t":
            at += 1
        token = self.token(at)
        return token[2] if token else ""

    def is_word(self, at: int, before: str, found: re.Match[str]) -> bool:
        """Whether what was found in `before(at)` is more than the tail of a word: not the luật of kỷ luật."""
        if " " in found[1]:
            return True
        end = at
        while end > 0 and self.lower[end - 1] in " \u00a0\n\t":
            end -= 1
        place = end - len(before) + found.start()
        token = self.token(place)
        return token is None or token[0] == place

    def quotation(self, at: int) -> tuple[int, int] | None:
        """The bounds of the quotation around `at`."""
        index = bisect_right(self.quotes, (at, len(self.text))) - 1
        if index >= 0 and self.quotes[index][0] < at < self.quotes[index][1]:
            return self.quotes[index]
        return None


_QUOTED = re.compile(
    r"[“«](?P<a>[^“”«»\n]{1,400}?)[”»\"]|(?<!\w)\"(?P<b>[^\"“”\n]{1,400})[\"”]|‘(?P<c>[^‘’\n]{1,200})’"
)


def _quotations(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((match.start(), match.end()) for match in _QUOTED.finditer(text))
