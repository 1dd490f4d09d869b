"""Where the name of a happening ends: at a mark, at a word that says something of it, at its day."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.facts.events.vocabulary import vocabulary, words_of
from extractor.reading.spans import Reading
from extractor.vietnamese.lexicon import word_forms
from extractor.vietnamese.phrases import alternation, whole_words

LONGEST_NAME = 230
_NAME_REST = 40
"""Characters from a comma in a name to the day behind it."""
_PIECE = re.compile(
    r"[“\"][^“”\"\n]{1,160}[”\"]|‘[^‘’\n]{1,160}’|(?<!\w)'[^'\n]{1,160}'(?!\w)|"
    r"\([^()\n]{1,60}\)|[^\s“”\"(),;:.!?…]+(?:[.,]\d+|(?<=[A-ZĐ])\.[A-ZĐ][^\s“”\"(),;:.!?…]*)*|\S"
)
_WITH, _NOT, _INTO = "với", "không", "vào"
_PAIRS = (("(", ")"), ("“", "”"))
_ABBREVIATION = re.compile(r"[ ]*\((?:[A-ZĐ][\w&.-]*[A-ZĐ&\w]|[A-ZĐ]+)\)$")


@dataclass(frozen=True, slots=True)
class _Tables:
    """`name_end` says something of a happening, but for a `với` that is `kept_with` its word; `opener` begins a
    sentence behind a caption; a happening's noun leads `into` another's name; `term` goes on behind a number;
    `fused` words belong to the one before their comma (phòng, chống), those `among` whom it is held to each other,
    `kept_not` to a "không"; `when` makes a vào one of time; `counterpart` are those a body holds it with;
    `ranked` goes on a row of ranks (hạng nhất, |nhì|).
    """

    lasting: re.Pattern[str]
    opener: re.Pattern[str]
    name_end: re.Pattern[str]
    kept_with: re.Pattern[str]
    fused: re.Pattern[str]
    into: re.Pattern[str]
    among: re.Pattern[str]
    kept_not: re.Pattern[str]
    counterpart: re.Pattern[str]
    ranked: re.Pattern[str]
    hour: re.Pattern[str]
    term: re.Pattern[str]
    titled_on: re.Pattern[str]
    trailing: re.Pattern[str]
    when: re.Pattern[str]


@cache
def _tables() -> _Tables:
    return _Tables(
        lasting=re.compile(rf"\d+[ ]{words_of('lasting')}(?![ ]?\d)(?!\w)"),
        opener=re.compile(rf"{words_of('opener')}(?!\w)"),
        name_end=whole_words(word_forms("events", "name_end")),
        kept_with=re.compile(rf"(?<!\w){words_of('kept_with')}[ ]\Z"),
        into=re.compile(rf"(?<!\w){words_of('into')}[ ]\Z"),
        fused=re.compile(
            rf"[ ]{alternation((*word_forms('schemes', 'fused'), *word_forms('events', 'fellow')))}(?!\w)"
        ),
        among=re.compile(rf"(?<!\w){words_of('among')}[ ]"),
        kept_not=re.compile(rf"[ ]{words_of('kept_not')}(?!\w)"),
        counterpart=re.compile(rf"[ ]{words_of('counterpart')}(?!\w)"),
        ranked=re.compile(rf"[ ]{words_of('ranked')}(?=[,;.]|[ ]cho[ ])"),
        hour=re.compile(rf"(?:{words_of('hour')}[ ])*\(?"),
        when=re.compile(rf"[ ]{words_of('when')}(?!\w)"),
        term=re.compile(rf"[ ]{words_of('term')}(?!\w)"),
        titled_on=re.compile(rf"{words_of('titled_on')}(?!\w)"),
        trailing=re.compile(rf"(?<!\w){words_of('trailing')}[ ,]*\Z"),
    )


@dataclass(frozen=True, slots=True)
class Marks:
    """Offsets at which days begin, within all times, of the commas in the names of bodies, of the words' edges,
    and at which bodies begin and end.
    """

    days: frozenset[int]
    times: frozenset[int]
    inner_commas: frozenset[int]
    edges: frozenset[int]
    bodies: frozenset[int]
    body_ends: frozenset[int]

    @classmethod
    def of(cls, reading: Reading, edges: frozenset[int]) -> "Marks":
        """The marks of a reading whose words have these edges."""
        text = reading.text
        days = {p.start for p in reading.periods if p.form in ("date", "clock") and len(p.first or "x" * 10) > 7}
        inner = {at for body in reading.bodies for at in range(body.start, body.end) if text[at] == ","}
        told = frozenset(at for period in reading.periods for at in range(period.start, period.end))
        starts = frozenset(body.start for body in reading.bodies)
        ends = frozenset(body.end for body in reading.bodies)
        return cls(frozenset(days), told, frozenset(inner), edges, starts, ends)


def name_end(text: str, settled: str, noun: int, at: int, last: int, marks: Marks, *, listing: bool) -> int:
    """Where the name ends: at a mark, at a word that says something of it, at a day, at the next event's noun.

    Without `listing` a comma ends it too: `Tại lễ ra mắt mô hình, công an phường …`.
    """
    end = at
    limit = min(last, at + LONGEST_NAME)
    for piece in _PIECE.finditer(text, at, limit):
        start, stop = piece.span()
        shown = piece.group()
        aside = shown[0] == "(" and _tables().name_end.match(settled, start + 1)
        if "\n\n" in text[end:start] or shown in ".!?…;:”" or aside:
            break
        begun = end > at or vocabulary().ceremony.match(settled, stop + len(" "))
        goes_on = start in marks.inner_commas or (listing and begun and _list_goes_on(text, settled, stop))
        goes_on = goes_on or (shown == "," and _tables().fused.match(settled, stop) is not None)
        goes_on = goes_on or (shown == "," and _day_ends_name(settled, stop, marks.days))
        goes_on = goes_on or (shown == "," and _session_goes_on(text, settled, at, stop, marks))
        goes_on = goes_on or (shown == "," and _among(settled, noun, stop, marks))
        goes_on = goes_on or (shown == "," and _tables().ranked.match(settled, stop) is not None)
        if shown == "," and not goes_on:
            break
        if shown[0].islower() and end == start - 1 and _is_over(text[noun:end], settled, start):
            break
        if shown[0].isupper():
            over = _opens_next(text, settled, noun, start)
        else:
            over = _says_of_it(settled, start, marks, head=end == at)
        if over or _day_begins(settled, start, marks.days):
            break
        if shown in ",-–":
            continue
        end = stop
    name = text[at:end]
    trailing = _ABBREVIATION.search(name)
    name = name[: trailing.start()] if trailing else name
    while weak := _tables().trailing.search(settled, at, at + len(name.rstrip(" ,-–“"))):
        name = text[at : weak.start()]
    name = _closed(name.rstrip(" ,-–“"))
    return at + len(name.rstrip('" ') if name.count('"') % 2 else name)


def _closed(name: str) -> str:
    """The name before a mark that it opens and does not close: `Mẫu Xanh| (`, `với cha mẹ| “Nhà trường`."""
    for opened, closed in _PAIRS:
        if name.count(opened) > name.count(closed):
            name = name[: name.rfind(opened)].rstrip(" ,-–“")
    return name


def _is_over(name: str, settled: str, at: int) -> bool:
    """Whether a title in quotation marks ends a name, but before few words: `cuộc thi “Nét Mẫu”| nhận bài`."""
    return name.endswith(("”", '"')) and _tables().titled_on.match(settled, at) is None


def _says_of_it(settled: str, start: int, marks: Marks, *, head: bool) -> bool:
    """Whether words say something of a happening, whose name has only its `head` yet."""
    said = _tables().name_end.match(settled, start)
    # Not the bị of chuẩn bị, nor the dự of dự án.
    if said and said.group() == _WITH and _tables().kept_with.search(settled, start - 20, start):
        return False  # `sản phẩm thân thiện |với| môi trường`
    if said and _tables().kept_not.match(settled, said.end()) and settled[start - 1 : start].isspace():
        return said.group() != _NOT  # `chợ |không| rác`
    if said and said.group() == _WITH and start - 1 in marks.body_ends:
        met = said.end() + 1 in marks.bodies or _tables().counterpart.match(settled, said.end())
        return not met  # `hội nghị Chính phủ |với| các địa phương`
    if (
        said
        and said.group() == _INTO
        and not (said.end() + 1 in marks.times or _tables().when.match(settled, said.end()))
    ):
        return False  # `hội nghị kêu gọi đầu tư |vào| vùng cao`
    if said and start in marks.edges and said.end() in marks.edges:
        # `lễ tổng kết |và trao giải|` is one; `lễ ra quân mùa hè |và trao| quà` does two things.
        # So is `lễ hội |và các hoạt động|` none with a name of its own.
        return not (head and said.group().startswith("và ")) or said.group().startswith("và các ")
    return head and _tables().lasting.match(settled, start) is not None


def _opens_next(text: str, settled: str, at: int, start: int) -> bool:
    """Whether another happening begins (`… tại buổi lễ |Lễ ký kết …|`), or a sentence behind a caption.

    A Chương trình may be part of a name, and so may what the name is about: `họp báo giới thiệu |Lễ hội …|`.
    """
    opener = _tables().opener.match(settled, start)
    if opener and text[start + 1 : opener.end()].islower():
        return True
    noun = vocabulary().noun.match(settled, start)
    if noun is None or _tables().into.search(settled, at, start):
        return False
    row, own = (vocabulary().rows[" ".join(match.group().split())] for match in (noun, _head(settled, at) or noun))
    # `tứ kết vòng loại |Olympic 2020| khu vực phía Bắc`
    return not row.named and not ((own.match or own.contest) and row.contest and row.seasonal)


def _head(settled: str, at: int) -> re.Match[str] | None:
    """The noun of the happening that begins there."""
    return vocabulary().noun.match(settled, at)


def _list_goes_on(text: str, settled: str, at: int) -> bool:
    """After a comma the name goes on with small words: `tổng kết năm 2024, triển khai nhiệm vụ năm 2025`."""
    word = re.compile(r"[ ]*([^\W\d_]+)").match(text, at)
    if word is None or text[word.start(1)].isupper():
        return False
    return not _tables().name_end.match(settled, word.start(1))


def _among(settled: str, noun: int, comma: int, marks: Marks) -> bool:
    """Whether a comma stands between those a happening brings together: `làm việc giữa Sở Mẫu|, UBND xã và …`."""
    return comma + 1 in marks.bodies and _tables().among.search(settled, noun, comma) is not None


def _session_goes_on(text: str, settled: str, at: int, comma: int, marks: Marks) -> bool:
    """Whether a numbered session goes on with whose it is, or its term: `Kỳ họp thứ 9|, HĐND xã Hạ khóa II|`."""
    term = _tables().term.match(settled, comma)
    numbered = vocabulary().numbering.match(settled, at)
    return bool(numbered) and (term is not None or comma + len(" ") in marks.bodies)


def _day_ends_name(settled: str, at: int, days: frozenset[int]) -> bool:
    """Whether a comma only joins words before the name's day: `tuyên dương người tốt|, việc tốt ngày 15/11`."""
    ahead = (day for day in days if at < day <= at + _NAME_REST)
    between = settled[at : min(ahead, default=at)]
    return bool(between.strip()) and not (
        set(between) & set(',.;:()“”"')
        or _tables().name_end.search(between)
        or vocabulary().holding.search(between)
    )


def _day_begins(settled: str, start: int, days: frozenset[int]) -> bool:
    part = _tables().hour.match(settled, start)
    return start in days or bool(part and part.end() > start and part.end() in days)
