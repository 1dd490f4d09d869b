"""The words in and around organisations' names: what opens them, what they hold and what ends them."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.reading.names.rows import HeadRow, PositionRow
from extractor.vietnamese.lexicon import Row, rows, word_forms
from extractor.vietnamese.phrases import CAPITAL, alternation, settle, whole_words


@dataclass(frozen=True, slots=True)
class BodyWords:
    """Compiled tables of the words in and around organisations' names, for settled text; `opener` for plain text.

    `said` tells something of the body, `clause` closes it, a `holder` is a post with its own name behind it.
    """

    head: re.Pattern[str]
    tails: dict[str, str]
    field: re.Pattern[str]
    level: re.Pattern[str]
    stop: re.Pattern[str]
    office: re.Pattern[str]
    post: re.Pattern[str]
    nation: re.Pattern[str]
    person: re.Pattern[str]
    kin: re.Pattern[str]
    said: re.Pattern[str]
    clause: re.Pattern[str]
    holder: re.Pattern[str]
    opener: re.Pattern[str]


@cache
def opener() -> re.Pattern[str]:
    """A capital's word that opens a sentence behind a caption without a full stop: `Lê Văn Mẫu |Tại| xã …`."""
    words = "|".join(re.escape(form.capitalize()) for form in word_forms("bodies", "opener"))
    return re.compile(rf"(?:{words})(?=[ ](?!{CAPITAL})\w)")


@cache
def body_words() -> BodyWords:
    """The tables, compiled once."""
    heads = rows("bodies", "head", HeadRow)
    return BodyWords(
        head=whole_words(form for row in heads for form in row.forms),
        tails={settle(form): row.tail for row in reversed(heads) for form in row.forms},
        field=whole_words(word_forms("bodies", "field")),
        level=whole_words(word_forms("bodies", "level")),
        stop=whole_words(word_forms("bodies", "stop")),
        office=whole_words(
            form
            for row in rows("positions", "position", PositionRow)
            for form in row.forms
            if row.takes in ("body", "minister", "unit", "none")
        ),
        post=whole_words(form for row in rows("positions", "position", PositionRow) for form in row.forms),
        person=whole_words((*word_forms("people", "rank"), *word_forms("people", "honorific"))),
        kin=whole_words(word_forms("positions", "relative")),
        said=whole_words(
            form
            for form in (*word_forms("bodies", "stop"), *word_forms("speech", "telling"))
            if form not in word_forms("bodies", "plural")
        ),
        clause=re.compile(rf"[ ]{alternation(word_forms('positions', 'clause'))}(?!\w)"),
        # `Bệnh viện Mẫu và |điều dưỡng Nguyễn| Thị Mẫu`
        holder=re.compile(
            rf"{alternation(form for row in rows('positions', 'position', PositionRow) for form in row.forms)}[ ]"
            rf"{alternation(form for row in rows('people', 'family', Row) for form in row.forms)}[ ]"
        ),
        opener=opener(),
        nation=re.compile(rf"(?<!\w){alternation(word_forms('bodies', 'nation'))}\Z"),
    )
