"""Quoted and capitalised proper names of schemes (mô hình), and quoted names that are none."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc

from extractor.reading.quotations import Quotation, find_quotations, is_speech
from extractor.reading.spans import SchemeName
from extractor.vietnamese.letters import UPPER, fold, tone_key
from extractor.vietnamese.lexicon import Row, rows

LONGEST_NAME = 120  # characters; a longer quotation is speech
LONGEST_MOTTO = 6  # words; with a verb of telling, more are speech
REACH = 80  # characters between a noun and its name, and between two names of a list


class SchemeNoun(Row):
    """A noun of community schemes. A `sure` one allows words before the name, others as many as `between` says."""

    sure: bool = False
    between: int = 0


class OtherNoun(Row):
    """A noun of what is no scheme. A `part` may belong to a scheme that stands before it."""

    part: bool = False


@dataclass(frozen=True, slots=True)
class _Head:
    """The noun that a quoted name goes with (None inside the name itself), and how it was found."""

    start: int
    word: str | None
    is_scheme: bool
    rule: str


def read_schemes(doc: Doc) -> tuple[SchemeName, ...]:
    """All named schemes, and quoted names that are none, in order."""
    text = str(doc.text)
    starts = [sentence.start_char for sentence in doc.sents]
    found: list[SchemeName] = []
    for quotation in find_quotations(text):
        floor = starts[max(0, bisect_right(starts, quotation.start) - 1)] if starts else 0
        before = found[-1] if found and found[-1].start >= floor else None
        name = _read_name(text, quotation, floor, before)
        if name is not None:
            found.append(name)
    found = [name if _has_noun(doc, name) else replace(name, is_scheme=False) for name in found]
    bare = [*_bare_names(text, found), *_mottoes(text)]
    return _recalled(sorted([*found, *bare], key=lambda name: name.name_start))


def _has_noun(doc: Doc, name: SchemeName) -> bool:
    """Whether the scheme's noun is a noun there: no `ban` (gives), no `hội` in `Hiệp hội`, no `Ban hành`."""
    if not name.is_scheme or name.rule.endswith(("list", "list opener")) or _scheme_nouns().get(name.noun or ""):
        return True
    noun = _heads().match(doc.text, name.name_start if name.noun is None else name.start)
    span = doc.char_span(*noun.span(), alignment_mode="expand") if noun else None
    if noun is None or span is None or span.start_char < noun.start():
        return False
    return not span[0].tag_.startswith("V")


def _mottoes(text: str) -> list[SchemeName]:
    """Mottoes of numbers without quotation marks: `mô hình 5 không 3 sạch`, `mô hình 1 quận 1 trường`."""
    return [
        SchemeName(
            match.start(), match.end(), match["name"], match.start("name"), match.end("name"),
            _plain(match["noun"]), True, "motto",
        )
        for match in _motto().finditer(text)
    ]  # fmt: skip


def _bare_names(text: str, quoted: list[SchemeName]) -> list[SchemeName]:
    """Clubs without quotation marks: `câu lạc bộ Liên thế hệ tự giúp nhau`, three to eight Vietnamese words."""
    taken = [(name.start, name.end) for name in quoted]
    found: list[SchemeName] = []
    for head in _bare_heads().finditer(text):
        stop = _bare_stop().search(text, head.end())
        start, end = _trimmed(text, head.end(), min(stop.start() if stop else len(text), head.end() + LONGEST_NAME))
        words = text[start:end].split()
        if not 3 <= len(words) <= 8 or not words[1].islower() or not _SYLLABLE.fullmatch(fold(words[0])):
            continue
        several = _several().search(text, max(0, head.start() - 12), head.start())
        taken_up = any(a < end and start < b for a, b in taken)
        if several or taken_up or _NEXT_NAME.match(text, end) or _is_team(text[start:end]):
            continue
        word = _plain(head["noun"])
        found.append(SchemeName(head.start(), end, text[start:end], start, end, word, True, "unquoted, noun"))
    return found


def _read_name(text: str, quotation: Quotation, floor: int, before: SchemeName | None) -> SchemeName | None:
    if quotation.rule == "unopened":
        return _unopened(text, quotation, floor)
    end = quotation.inner_end if quotation.rule == "quoted" else _guessed_end(text, quotation.inner_start)
    start, end = _trimmed(text, quotation.inner_start, end)
    if not 2 <= end - start <= LONGEST_NAME or is_speech(text, quotation.inner_start, quotation.inner_end):
        return None
    head = _head(text, quotation.start, start, floor, before)
    if quotation.rule == "unclosed" and (head is None or not head.is_scheme or head.rule != "noun"):
        return None
    return SchemeName(
        start=quotation.start if head is None else head.start,
        end=max(end, quotation.end),
        name=text[start:end],
        name_start=start,
        name_end=end,
        noun=None if head is None else head.word,
        is_scheme=head is not None and head.is_scheme and not _tells(text, start, end),
        rule=quotation.rule if head is None else f"{quotation.rule}, {head.rule}",
    )


def _tells(text: str, start: int, end: int) -> bool:
    """What names no scheme: small letters (`mô hình “lớp học đảo ngược”`), codes, teams, a question, speech."""
    name = text[start:end]
    spoken = len(name.split()) >= LONGEST_MOTTO and _speech().search(name) is not None
    common = name[0].islower() and _plain(_first_noun(name)) not in _scheme_nouns()
    return spoken or common or name.endswith("?") or _SMALL_WORD.search(name) is None or _is_team(name)


def _first_noun(name: str) -> str:
    """The noun that opens the name: `mô hình “|câu lạc bộ| tự quản”`."""
    noun = _heads().match(name)
    return noun.group() if noun else ""


def _is_team(name: str) -> bool:
    """Whether a club plays: `câu lạc bộ |Bóng đá| …`."""
    return _sports().match(name) is not None


def _head(text: str, quote: int, name: int, floor: int, before: SchemeName | None) -> _Head | None:
    """The noun of the quoted name: just before it, shared with the name before, or opening a list."""
    own = _counted_head(text, quote, name, floor)
    own = own or _own_head(text, quote, name, max(floor, quote - REACH, before.end if before else 0))
    if own is not None:
        return own
    if before is not None and before.noun and quote - before.end <= REACH:
        # gồm “A” (phường X), “B”: a list of names shares the noun of its first.
        gap = text[before.end : quote]
        if _list_gap().search(gap) and not _barriers().search(_PLACE_PHRASE.sub(" ", gap)):
            return _Head(quote, before.noun, before.is_scheme, "list")
    return _list_head(text, quote, name, floor) or _inner_head(text, quote, name)


def _counted_head(text: str, quote: int, name: int, floor: int) -> _Head | None:
    """`thành lập 214 “Tổ liên gia an toàn PCCC”`: a number before, and the noun inside the name."""
    return _inner_head(text, quote, name, "counted") if _NUMBER.search(text, floor, quote) else None


def _inner_head(text: str, quote: int, name: int, rule: str = "noun inside") -> _Head | None:
    """`“Tổ nhân dân tự quản” vẫn vững vàng`: the noun opens the name itself, in three words to twelve."""
    noun = _heads().match(text, name)
    if noun is None or _plain(noun.group()) not in _scheme_nouns() or text[name].islower():
        return None
    return _Head(quote, None, True, rule) if _SOME_WORDS.match(text, name) else None


def _own_head(text: str, quote: int, name: int, floor: int) -> _Head | None:
    """The nearest noun before the mark, unless other words say that the name is not its own."""
    clause = _fused_comma().sub(" ", text[floor:quote])
    for head in reversed(list(_heads().finditer(clause))):
        word = _plain(head.group())
        between = _naming().sub("", clause[head.end() :].rstrip(" :\n"))
        sure = _scheme_nouns().get(word)
        if _owns_other(clause, head.start()):
            continue
        if _PUNCTUATION.search(between) or _barriers().search(between) or len(between.split()) > 7:
            return None
        if sure is None and " " not in word and between.strip():
            continue  # tổ hòa giải cơ sở “Ba cùng”: no giải
        if sure is None and word in _parts() and _has_sure(clause[: head.start()]):
            continue  # mô hình xây dựng tủ sách “Ươm mầm”: the tủ sách is part of the mô hình
        if sure is False and (len(between.split()) > _between()[word] or text[name].islower()):
            return None
        return _Head(floor + head.start(), word, sure is not None, "noun")
    return None


def _has_sure(clause: str) -> bool:
    return any(_scheme_nouns().get(_plain(head.group())) for head in _heads().finditer(clause[-40:]))


def _owns_other(text: str, noun: int) -> bool:
    """Whether what is named belongs to the noun and is no scheme: `khẩu hiệu của |câu lạc bộ| là “A”`."""
    if _OWNED.search(text[:noun]) is None:
        return False
    heads = _heads().findall(text[:noun])
    return bool(heads) and _plain(heads[-1]) not in _scheme_nouns()


def _list_head(text: str, quote: int, name: int, floor: int) -> _Head | None:
    """`4 mô hình mới được xây dựng gồm “A”, “B”`: the noun stands earlier in the sentence."""
    opening = text[floor:quote]
    opener = _openers().search(opening)
    if opener is None or text[name].islower():
        return None
    heads = list(_heads().finditer(opening[: opener.start()]))
    if not heads or _owns_other(opening, heads[-1].start()):
        return None
    word = _plain(heads[-1].group())
    return _Head(quote, word, True, "list opener") if _scheme_nouns().get(word) else None


def _unopened(text: str, quotation: Quotation, floor: int) -> SchemeName | None:
    """`mô hình Camera An ninh”`: from the noun to the mark, where a capital letter begins the name."""
    lowest = max(floor, quotation.start - REACH)
    heads = [
        head for head in _heads().finditer(text, lowest, quotation.start) if _plain(head.group()) in _scheme_nouns()
    ]
    for head in reversed(heads):
        start, end = _trimmed(text, head.end(), quotation.start)
        name = text[start:end]
        if name[:1].isupper() and not re.search(r"[;.()“”\"]", name) and not _barriers().search(name):
            word = _plain(head.group())
            return SchemeName(
                head.start(), quotation.end, text[start:end], start, end, word, True, "unopened, noun"
            )
    return None


def _guessed_end(text: str, start: int) -> int:
    """Where a name without its closing mark ends: before a comma, a bracket or a word that no name holds."""
    end = start + LONGEST_NAME
    for pattern in (_name_stop(), _barriers()):
        match = pattern.search(text, start, end)
        end = match.start() if match else end
    return min(end, len(text))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",;:.…-–"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.…-–"):
        end -= 1
    return start, end


def _recalled(found: list[SchemeName]) -> tuple[SchemeName, ...]:
    """A bare name is a scheme where the article calls it one elsewhere: `Cùng với “Ngọn đèn an ninh”, …`."""
    known = {tone_key(name.name) for name in found if name.is_scheme}
    return tuple(
        replace(name, is_scheme=True, rule=f"{name.rule}, recalled")
        if name.noun is None and tone_key(name.name) in known
        else name
        for name in found
    )


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


# Another name of a list follows: `mô hình Camera an ninh, Tiếng kẻng an ninh`.
_NEXT_NAME = re.compile(rf",\s[{UPPER}]")
_OWNED = re.compile(r"(?<!\w)của\s\Z")
_SMALL_WORD = re.compile(r"[a-zà-ỹđ]{2}")
_SOME_WORDS = re.compile(r"\w+(?:,?\s+\w+){2,11}\s*(?:[^\w\s,]|\Z)")
# One vowel group: CLB Valencia is no Vietnamese word.
_SYLLABLE = re.compile(r"[b-df-hj-np-tvx]*[aeiouy]+[b-df-hj-np-tvx]*")
_PLACE_PHRASE = re.compile(r"(?<!\w)(?:ở|tại|của|do)\s[^,;]*", re.IGNORECASE)
_PUNCTUATION = re.compile(r"[,;.()“”\"!?]")
_NUMBER = re.compile(r"(?<![\w/.,])\d{1,3}(?:\.\d{3})*\s*\Z")


def _alternation(words: list[str]) -> str:
    """A regex that prefers the longest of the words and allows any white space inside them."""
    ordered = sorted(set(words), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


def _whole(words: list[str], tail: str = "") -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternation(words)})(?!\w){tail}", re.IGNORECASE)


def _forms(table: str) -> list[str]:
    return [form for row in rows("schemes", table, Row) for form in row.forms]


@cache
def _scheme_nouns() -> dict[str, bool]:
    """Each scheme noun in lower case, and whether it is sure."""
    return {form.lower(): row.sure for row in rows("schemes", "scheme", SchemeNoun) for form in row.forms}


@cache
def _between() -> dict[str, int]:
    return {form.lower(): row.between for row in rows("schemes", "scheme", SchemeNoun) for form in row.forms}


@cache
def _parts() -> frozenset[str]:
    return frozenset(form.lower() for row in rows("schemes", "other", OtherNoun) if row.part for form in row.forms)


@cache
def _heads() -> re.Pattern[str]:
    return _whole([*_scheme_nouns(), *(form for row in rows("schemes", "other", OtherNoun) for form in row.forms)])


@cache
def _barriers() -> re.Pattern[str]:
    return _whole(_forms("barrier"))


@cache
def _fused_comma() -> re.Pattern[str]:
    return re.compile(rf",(?=\s*(?:{_alternation(_forms('fused'))})(?!\w))", re.IGNORECASE)


@cache
def _list_gap() -> re.Pattern[str]:
    return re.compile(rf"(?:[,;]|(?<!\w)(?:{_alternation(_forms('joint'))})(?!\w))\s*(?:các\s*)?$", re.IGNORECASE)


@cache
def _name_stop() -> re.Pattern[str]:
    return re.compile(rf"[;.(:\n“”\"]|,(?!\s*(?:{_alternation(_forms('fused'))})(?!\w))", re.IGNORECASE)


@cache
def _speech() -> re.Pattern[str]:
    return _whole(_forms("speech"))


@cache
def _sports() -> re.Pattern[str]:
    return _whole(_forms("sport"))


@cache
def _several() -> re.Pattern[str]:
    return _whole(_forms("several"), r"\s+\Z")


@cache
def _bare_heads() -> re.Pattern[str]:
    """A club's noun before a capital letter, maybe with a colon or dash between."""
    noun = f"(?i:{_alternation(_forms('bare'))})"
    return re.compile(rf"(?<!\w)(?P<noun>{noun})(?::|\s[-–])?[ \u00a0](?=[{UPPER}][^\W\d_{UPPER}]+\s)")


@cache
def _motto() -> re.Pattern[str]:
    noun = _alternation([*_forms("bare"), *_forms("motto_noun")])
    told = _alternation(_forms("motto"))
    pairs = r"1\s[^\W\d_]+(?:,?\s1\s[^\W\d_]+)+"
    name = rf"(?:\d\d?\s(?:{told})(?!\w)(?:(?:,|\svà)?\s\d\d?\s(?:{told})(?!\w))*|{pairs})"
    return re.compile(rf"(?<!\w)(?P<noun>{noun})\s(?P<name>{name})", re.IGNORECASE)


@cache
def _bare_stop() -> re.Pattern[str]:
    places = rf"(?:{_alternation(_forms('bare_place'))})(?=\s+(?-i:[{UPPER}\d]))"
    without = rf"không(?!\s+(?:{_alternation(_forms('bare_without'))})(?!\w))"
    words = rf"\s(?:{_alternation(_forms('bare_stop'))}|{without})(?!\w)|\s{places}"
    return re.compile(rf"[,;.:()\n“”\"–\d]|\s-|{words}", re.IGNORECASE)


@cache
def _naming() -> re.Pattern[str]:
    return _whole(_forms("naming"), r"\s*$")


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<!\w)(?:{_alternation(_forms('opener'))})\s*:?|:)\s*(?:các\s*)?$", re.IGNORECASE)
