"""Foreign names: words that no Vietnamese name has, beside a position or alone with one behind them."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.reading.names.rows import PositionRow
from extractor.vietnamese.letters import fold, is_syllable
from extractor.vietnamese.lexicon import rows, word_forms
from extractor.vietnamese.phrases import alternation, settle, whole_words

Word = tuple[int, int, str]
LONGEST = 4
# What people are called in a trade; behind such a word a foreign name needs no other sign.
_TRADES = frozenset({"none", "artist", "player", "occupation", "staff", "minister"})
SEATED = "seated"
"""What an office takes with its seat told: a name, and no other body."""
_OFFICES = frozenset({"body", "owner", "student", "scholar"})
_OPENING = "(?:^|\n|[.!?:;,…”\"“'’)–-][ \u00a0]*)"


@dataclass(frozen=True, slots=True)
class _Tables:
    """`before` and `behind` tell a name that its position follows: `theo |Mike Mauson|, cựu Giám đốc …`."""

    given: frozenset[str]
    firm: frozenset[str]
    team: frozenset[str]
    known: re.Pattern[str]
    lead: frozenset[str]
    sided: re.Pattern[str]
    particle: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]


@cache
def teams() -> re.Pattern[str]:
    """Countries and clubs, in settled text: what a player or coach is of."""
    return whole_words((*word_forms("people", "country"), *word_forms("foreign", "team")))


@cache
def _tables() -> _Tables:
    naming = alternation(word_forms("foreign", "naming"))
    posts = [
        form
        for row in rows("positions", "position", PositionRow)
        if row.takes in _TRADES | _OFFICES
        for form in row.forms
    ]
    bracket, age = r"(?:[ ]?\([^()\n]{0,40}\))?", rf"(?:,[ ]\d+[ ]{alternation(word_forms('people', 'age'))})?"
    post = rf"(?:{alternation(word_forms('positions', 'standing'))}[ ])?{alternation(posts)}"
    return _Tables(
        given=frozenset(word_forms("foreign", "given")),
        firm=frozenset(word_forms("foreign", "firm")),
        team=frozenset(word_forms("foreign", "team")),
        known=teams(),
        lead=frozenset(form for form in word_forms("foreign", "naming") if " " not in form),
        sided=re.compile(rf"(?<!\w){alternation(word_forms('foreign', 'sided'))}[ ]$"),
        particle=re.compile(rf"(?:[ ]{alternation(word_forms('foreign', 'particle'))}){{1,2}}[ ][A-Z][a-z]+"),
        before=re.compile(rf"(?:{_OPENING}|(?<!\w){naming}[ ]+)$"),
        behind=re.compile(rf"{bracket}{age}[ ]?(?:,|-|–|—|\()[ ]*(?:là[ ])?(?:một[ ])?{post}(?!\w)"),
    )


def strange(word: str) -> bool:
    """Whether no Vietnamese name has such a word; one in capitals may be a short form."""
    return not (shouted(word) or is_syllable(fold(word)))


def shouted(word: str) -> bool:
    """Whether all letters are capitals."""
    return len(word) > 1 and word.isupper()


def _plain(word: str) -> bool:
    return word.isascii() or strange(word)


def impersonal(words: list[Word]) -> bool:
    """Whether the words name a firm or a team: `Mẫu Xanh Group`, `Man Utd`."""
    low = [settle(word) for _, _, word in words]
    return not _tables().firm.isdisjoint(low) or " ".join(low) in _tables().team


def _personal(words: list[Word]) -> bool:
    """Whether the words can be a foreign person's name: no firm's, no team's, no short forms."""
    return (
        2 <= len(words) <= LONGEST
        and any(strange(word) for _, _, word in words)
        and all(_plain(word) and not shouted(word) for _, _, word in words)
        and not impersonal(words)
    )


def start_behind(run: list[Word], at: int, takes: str | None) -> int | None:
    """Where a foreign name begins behind a position: `Quốc vương Mẫu |Abe Shinzo|`, `CEO Mẫu |John Mauson|`."""
    if takes in _TRADES or takes == SEATED:
        first = next((i for i in range(at, min(at + 3, len(run))) if _plain(run[i][2])), None)
        return first if first is not None and _personal(run[first:]) else None
    if takes not in _OFFICES:
        return None
    for first in range(at, min(at + 4, len(run) - 1)):
        short = first == at + 1 and shouted(run[at][2])
        if (short or settle(run[first][2]) in _tables().given) and _personal(run[first:]):
            return first
    return None


def single(text: str, run: list[Word], takes: str | None) -> tuple[str, int] | None:
    """The name of a player called by one word, and where it ends; in full where the text has it.

    `HLV |Maurino|` is `Jose Maurino`, if the text names him so; `Tiền vệ |Angel| di Mauria` goes on.
    """
    tables, (start, end, word) = _tables(), run[-1]
    if takes != "player" or len(run) > 2 or len(word) < 4 or not strange(word) or impersonal(run[-1:]):
        return None
    if tables.known.fullmatch(settle(word)) or tables.sided.search(settle(text[max(0, start - 25) : start])):
        return None
    if more := tables.particle.match(text, end):
        return text[start : more.end()], more.end()
    part = r"[A-Z][a-z]+(?:-[A-Za-z][a-z]+)?"
    full = re.search(rf"(?<!\w)({part}[ ](?:{part}[ ])?{re.escape(word)}|{word}[ ]{part})(?!\w)", text)
    # `người Thái |Lan Maurino|`: the first word is another name's last.
    before = text[: full.start()].split(" ")[-2:] if full else [""]
    torn = before[-1] == "" and before[0][:1].isupper() and not before[0].isascii()
    return (full.group(1) if full and not torn and not tables.known.match(settle(full.group(1))) else word), end


def past_country(settled: str, run: list[Word], at: int, takes: str | None) -> int | None:
    """The index behind a country or team that no name begins with: `Thủ tướng Anh |Boris Mauson|`, or None.

    A country of one word (`Mỹ`, `Nga`) is as often a given name: there a foreign name has to follow.
    """
    judge = any if takes else all
    country = _tables().known.match(settled, run[at][0])
    past = next((i for i in range(at, len(run)) if country and run[i][1] == country.end()), None)
    if past is None:
        return None
    # `Campuchia` is no given name, `Anh` and `Nga` are.
    sure = past > at or (takes is not None and strange(run[at][2]))
    named = bool(run[past + 1 :]) and (sure or judge(strange(word) for _, _, word in run[past + 1 :]))
    return past + 1 if named or past > at else None


def apposed(settled: str, run: list[Word]) -> int | None:
    """Where a foreign name begins that a position is set behind: `Theo |Mike Mauson|, nhà phân tích …`."""
    first = 1 if led(run[0]) else 0
    if not _personal(run[first:]):
        return None
    given = settle(run[first][2]) in _tables().given
    return first if set_off(settled, run, first, begun=given) else None


def led(word: Word) -> bool:
    """Whether a name may follow the word that opens a sentence: `|Theo| Mike Mauson`."""
    return settle(word[2]) in _tables().lead


def set_off(settled: str, run: list[Word], first: int, *, begun: bool = False) -> bool:
    """Whether a position is set behind the run, and its words from `first` on begin as a name does."""
    start = run[first][0]
    begun = begun or first == 1 or _tables().before.search(settled, max(0, start - 20), start) is not None
    return begun and _tables().behind.match(settled, run[-1][1]) is not None
