"""The words of positions: offices, what follows them, and what stands between them."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.reading.names.foreign import teams
from extractor.reading.names.rows import HeadRow, PositionRow, Takes
from extractor.vietnamese.lexicon import Row, rows, word_forms
from extractor.vietnamese.phrases import BLANK, CAPITAL, alternation, settle, whole_words

# Blanks or one line break, or nothing.
GAP = f"(?:{BLANK})?"
# What positions take that many hold at once, and that are told of anybody.
TRADES = frozenset({"occupation", "staff", "member", "artist", "player", "student", "scholar"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Compiled tables of the positions, for settled text."""

    office: re.Pattern[str]
    standing: re.Pattern[str]
    suffix: re.Pattern[str]
    board: re.Pattern[str]
    between: re.Pattern[str]
    charge: re.Pattern[str]
    country: re.Pattern[str]
    line: re.Pattern[str]
    link: re.Pattern[str]
    seat: re.Pattern[str]
    lined: tuple[str, ...]
    kin: re.Pattern[str]
    takes: dict[str, Takes]
    level: re.Pattern[str]
    opening: re.Pattern[str]
    crew: re.Pattern[str]
    stop: re.Pattern[str]
    society: re.Pattern[str]
    posted: re.Pattern[str]
    living: re.Pattern[str]
    field: re.Pattern[str]
    occasion: re.Pattern[str]
    branch: re.Pattern[str]
    closing: re.Pattern[str]
    singled: re.Pattern[str]
    side: re.Pattern[str]
    team: re.Pattern[str]
    taught: re.Pattern[str]
    heading: tuple[str, ...]


def _words_of(table: str) -> str:
    return alternation(word_forms("positions", table))


@cache
def holding() -> str:
    """A pattern source, for settled text: `hiện là`, `được bầu giữ chức`, `từng giữ các chức vụ: `."""
    return rf"(?:{_words_of('given')}[ ])*(?:{station()}|{_words_of('holding')})[ ]"


@cache
def station(*, kept: bool = False) -> str:
    """A pattern source for a word for a post, with the verb before it if `kept`: `giữ chức vụ`, `trên cương vị`."""
    verb, several = (_words_of(table) for table in ("keeping", "several_posts"))
    verb = rf"{verb}[ ](?:{several}[ ])?" if kept else rf"(?:{verb}[ ])?(?:{several}[ ])?"
    return rf"{verb}{_words_of('station')}(?:[ ]{_words_of('row')})?[:;,]?"


@cache
def termed() -> re.Pattern[str]:
    """` nhiệm kỳ 2010 - 2015`, `, khóa X, XI`, ` (2010 - 2015)`, behind a post, for settled text."""
    years = r"(?:lần[ ]thứ[ ])?[\w./]+(?:[ ]?[-–][ ]?\d+)?(?:,[ ][ivx]+(?!\w))*"
    return re.compile(rf"(?:,?[ ]{_words_of('term')}[ ]{years}|[ ]\([^()\n]{{0,30}}\d\))+")


@cache
def vocabulary() -> Vocabulary:
    """The tables, compiled once."""
    table = rows("positions", "position", PositionRow)
    forms = [form for row in table for form in row.forms]
    heads = [form for row in rows("bodies", "head", HeadRow) for form in row.forms]
    nation = alternation(word_forms("people", "country"))
    return Vocabulary(
        office=re.compile(
            rf"(?<!\w)(?:{_words_of('standing')}[ ])?{alternation(forms)}(?:[ ]{_words_of('suffix')})?(?!\w)"
        ),
        standing=re.compile(rf"{_words_of('standing')}[ ]"),
        suffix=re.compile(rf"[ ]{_words_of('suffix')}$"),
        board=re.compile(rf"[ ]{_words_of('board')}$"),
        between=re.compile(
            rf"{GAP}(?:,|-|–|—|;(?={GAP}{_words_of('standing')}[ ])|(?:,[ ]*)?{_words_of('joining')}){GAP}"
            rf"(?:{_words_of('joining')}[ ]+|là[ ]+)?"
        ),
        charge=re.compile(rf"[ ]{_words_of('charge')}(?!\w)"),
        country=re.compile(rf"(?:[ ]{_words_of('native')})?[ ](?P<name>{nation})(?!\w)"),
        line=re.compile(rf"[ ]{_words_of('line')}(?!\w)"),
        link=re.compile(rf"{_words_of('link')}(?!\w)"),
        seat=re.compile(rf"(?<=[ ]){_words_of('seat')}(?!\w)"),
        lined=word_forms("positions", "lined"),
        kin=re.compile(rf"[ ]({_words_of('kin')}(?:[ ]{CAPITAL}[^\W\d_]*)+)"),
        takes={settle(form): row.takes for row in reversed(table) for form in row.forms},
        level=whole_words(word_forms("bodies", "level")),
        opening=whole_words(heads),
        crew=whole_words(form for form in heads if " " in form),
        stop=whole_words(word_forms("bodies", "stop")),
        living=re.compile(rf"(?:,?[ ]{_words_of('living')}[ ]|,[ ])"),
        field=whole_words(word_forms("bodies", "field")),
        posted=re.compile(rf"{nation}[ ]tại[ ]{nation}(?!\w)"),
        society=whole_words(word_forms("positions", "society")),
        occasion=whole_words(word_forms("positions", "occasion")),
        branch=re.compile(rf"[ ]{_words_of('branch')}(?!\w|[ ]nhất)"),
        closing=re.compile(rf"[ ]?(?:[,.;:)–—-]|$)|[ ]{_words_of('clause')}(?!\w)"),
        singled=re.compile(rf"[ ]{_words_of('singled')}(?!\w)"),
        side=re.compile(rf"(?:[ ](?:của|bên|thuộc))?(?P<name>[ ]{_words_of('side')})?[ ]"),
        team=teams(),
        heading=word_forms("positions", "heading"),
        taught=re.compile(rf"(?<!\w){_words_of('taught')}$"),
    )


class KindRow(Row):
    """Words that point at a body of a kind, and the words that open such a body's name."""

    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kinds:
    """Bodies that are pointed at: `nhà trường`, `Hiệu trưởng` have a school in mind.

    `leading` are the words before a position's first noun, `anaphor` a kind with no name behind it, `heads` its
    opening words.
    """

    leading: re.Pattern[str]
    anaphor: re.Pattern[str]
    heads: dict[str, tuple[str, ...]]


def _heads(row: KindRow, form: str) -> tuple[str, ...]:
    return tuple(f"{settle(head)} " for head in row.heads or (form,))


@cache
def kinds() -> Kinds:
    """The tables, compiled once."""
    table = rows("positions", "kind", KindRow)
    forms = alternation(form for row in table for form in row.forms)
    end = rf"(?=[ ]*[,.;:)–-]|[ ](?:{_words_of('clause')})(?!\w))"
    return Kinds(
        leading=re.compile(rf"^(?:{_words_of('standing')}[ ])?(?:{_words_of('deputy')}[ ])?"),
        anaphor=re.compile(rf"[\s-]*(?:của\s)?(?P<kind>{forms})(?:[ ]này)?{end}"),
        heads={settle(form): _heads(row, form) for row in table for form in row.forms},
    )


def takes_of(office: str) -> Takes:
    """What follows the office, with or without `nguyên` before it and `thường trực` behind."""
    tables = vocabulary()
    plain = " ".join(office.split())
    bare = tables.standing.sub("", plain, count=1) if plain not in tables.takes else plain
    return tables.takes.get(bare) or tables.takes.get(tables.suffix.sub("", bare), "body")
