"""What may stand between a name and its position."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.facts.roles.vocabulary import GAP as _G
from extractor.facts.roles.vocabulary import holding, station
from extractor.reading.names.rows import PositionRow
from extractor.vietnamese.lexicon import rows, word_forms
from extractor.vietnamese.phrases import alternation


@dataclass(frozen=True, slots=True)
class Gaps:
    """What may stand between a name and its position.

    `aside`: `(SN 1970), 54 tuổi`. `after`: `, hiện là`, `được bầu giữ chức`. `bracket`: `(39 tuổi, ở phường 2, …`.
    `made`: `… làm`. `held`: `với vai trò`, further on in the sentence; `bearing`: the same, right before the post.
    `resumed`: the same, behind a semicolon.
    `others`: a word that gives the position to someone else. `acting`: `thừa ủy quyền của`. `ranked`:
    `(cựu Đại tá, `. `relative`: `con gái của`. `plural`: `các đồng chí`, `hai`. `led`: `tân`, `chức`, too.
    `row`: ` như`.
    """

    aside: re.Pattern[str]
    after: re.Pattern[str]
    bracket: re.Pattern[str]
    held: re.Pattern[str]
    resumed: re.Pattern[str]
    bearing: re.Pattern[str]
    made: re.Pattern[str]
    others: re.Pattern[str]
    acting: re.Pattern[str]
    ranked: re.Pattern[str]
    relative: re.Pattern[str]
    plural: re.Pattern[str]
    led: re.Pattern[str]
    row: re.Pattern[str]


def _words_of(file: str, table: str) -> str:
    return alternation(word_forms(file, table))


def _people() -> str:
    """A pattern source for a word that tells of several, before a position: `các đồng chí `, `2 `, `như: `."""
    rows, honorific = rf"{_words_of('positions', 'row')}[ ]?:?", _words_of("people", "honorific")
    number = rf"(?P<number>{_words_of('people', 'several')}|(?<![\w/.,-])[2-9])"
    return rf"(?:{rows}|{number})[ ](?:{honorific}[ ])?"


@cache
def gaps() -> Gaps:
    """The patterns, compiled once."""
    born, age = _words_of("people", "born"), _words_of("people", "age")
    held = holding()
    # `… về trường |với vai trò|`, `… bị bắt |khi đang là|`: further on a bare `là` may be anyone's.
    long = alternation(form for form in word_forms("positions", "holding") if " " in form)
    holds = rf"(?:{station()}|{_words_of('positions', 'holding')})"
    # `được |HĐND tỉnh| bầu bổ sung chức danh`
    by = rf"được[ ](?:[^\W\d_]\w*[ ]){{1,9}}?{_words_of('positions', 'conferring')}(?:[ ]{holds})?"
    further = (
        rf"{_words_of('positions', 'capacity')}[ ]{holds}|{by}"
        rf"|(?:{station(kept=True)}|{long})(?:[ ](?:là|{_words_of('positions', 'joining')}))?"
    )
    ranked = rf"(?:{_words_of('positions', 'standing')}[ ])?{_words_of('people', 'rank')}"
    given = rf"(?:{_words_of('positions', 'given')}[ ])*"
    students = (row for row in rows("positions", "position", PositionRow) if row.takes == "student")
    student = alternation(form for row in students for form in row.forms)  # `20 tuổi, |sinh viên|`
    personal = rf"\d{{1,3}}[ ]{age}|(?!{student}){born}[ ]?[\w/.-]+|{_words_of('people', 'graded')}[ ]\d/\d"
    people, posted = _people(), _words_of("positions", "station")
    return Gaps(
        aside=re.compile(rf"(?:{_G}\([^()\n]{{0,60}}\))?(?:(?:{_G},[ ]*|[ ])(?:{personal}))*"),
        after=re.compile(
            rf"{_G}(?:,|:|\(|-|–|—|,[ ]*-){_G}(?:{held})?(?:{_words_of('positions', 'new')}[ ])?(?:{ranked},[ ])?"
            rf"|[ ]{held}|[ ](?P<bare>{given}{_words_of('positions', 'seated')})[ ]|[ ]"
        ),
        bracket=re.compile(rf"[ ]?\((?=[^()\n]*(?:{age}|{born})|\d{{4}},)[^()\n]{{0,140}}"),
        held=re.compile(rf"(?<!\w)(?:{further})[ ]"),
        resumed=re.compile(rf";[ ](?:(?:[^\W\d_]+,?[ ]){{0,5}})(?<!\w)(?:{further})[ ]"),
        bearing=re.compile(rf"(?<!\w)(?:{further})[ ]$"),
        made=re.compile(rf"(?:[ ]\([^()\n]{{0,60}}\))?[ ]*[,–—-]?[ ]*\b{held}"),
        others=re.compile(rf"(?<!\w){_words_of('positions', 'others')}[ ]$"),
        acting=re.compile(rf"(?<!\w){_words_of('positions', 'acting')}[ ]$"),
        ranked=re.compile(rf"(?:\(|[,–-][ ])({ranked}),[ ]$"),
        relative=re.compile(rf"(?<!\w){_words_of('positions', 'relative')}[ ]$"),
        row=re.compile(rf",?[ ]{_words_of('positions', 'row')}[ ]?:?[ ]|:[ ]"),
        led=re.compile(rf"(?<!\w)(?:{people}|{_words_of('positions', 'new')}[ ]|{posted}[ ])$"),
        plural=re.compile(rf"(?<!\w)(?:{people}|{_words_of('people', 'honorific')}[ ])$"),
    )
