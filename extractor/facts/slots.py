"""The slots that qualify a count: what a measure measures, and the scope that is no place."""

import re

from extractor.facts.counted import Counted
from extractor.facts.layout import Layout
from extractor.facts.nouns import read_noun_phrase
from extractor.facts.predicates import Predicate
from extractor.reading.spans import Reading
from extractor.vietnamese.lexicon import word_forms, word_set
from extractor.vietnamese.phrases import settle, whole_words

MAX_MEASURED = 60


def measured_by(
    layout: Layout, counted: Counted, earlier: list[Counted], verb: Predicate
) -> tuple[str | None, str]:
    """What money, a percent or a measure measures, as in the text, and the reason."""
    if counted.rule != "unit":
        return None, "plain count"
    if counted.thing and counted.category != "money":
        return counted.thing, "noun behind the unit"
    noun = measured_noun(layout, counted.start)
    if noun:
        return " ".join(layout.text[noun[0] : noun[1]].split()), "noun before"
    if counted.thing:
        return counted.thing, "noun behind the unit"
    first, _ = layout.sentence(counted.start)
    base = next((c for c in reversed(earlier) if c.start >= first and c.category not in ("percent", "money")), None)
    if counted.category == "percent" and base:
        return base.what, "count before"
    return (verb.text, "verb") if counted.category == "percent" and verb.text else (None, "none")


def measured_noun(layout: Layout, start: int) -> tuple[int, int] | None:
    """Bounds of the nearest `kinh phí lắp đặt`, `tỷ lệ hộ nghèo` before the number in its sentence."""
    first, _ = layout.sentence(start)
    before = settle(layout.text[first:start])
    worth = [match.span() for match in whole_words(("trị giá",)).finditer(before)]
    found = [
        match
        for match in whole_words(word_forms("cues", "measured")).finditer(before)
        if not any(begin < match.start() < stop for begin, stop in worth)
    ]
    if not found or ";" in before[found[-1].end() :]:
        return None
    begin = found[-1].start()
    previous = found[-2] if len(found) > 1 else None
    if previous and not before[previous.end() : begin].strip():
        begin = previous.start()
    end = found[-1].end()
    for word in layout.words_between(first + end, start)[:8]:
        lower = word.lower
        attached = not layout.text[first + end : word.start].strip()
        # A verb belongs to the noun only right behind it: kinh phí lắp đặt, not ngân sách huyện hỗ trợ.
        tags = (
            ("N", "Np", "A", "Ny", "V")
            if word.start - first <= end + 1 == found[-1].end() + 1
            else ("N", "Np", "A", "Ny")
        )
        thing = word.tag in tags and lower not in word_set("nounphrase", "stop")
        if (
            not attached
            or not thing
            or lower in word_set("verbs", "ending") | word_set("cues", "change")
            or lower in ("ước", "khoảng", "chỉ")
        ):
            break
        end = word.end - first
    return (first + begin, first + end) if end - begin <= MAX_MEASURED else None


_BEHIND = re.compile(r"\s*(?:được\s+|đã\s+|\w+\s+){0,2}?(ở|tại|trong|do|của)\s+(?:các\s+|khối\s+)?", re.UNICODE)
_COMPARED = re.compile(r"(?:so (?:với )?|vượt )[^,;.()]{3,60}")


def scope_of(
    reading: Reading, layout: Layout, counted: Counted, each: tuple[int, int] | None
) -> tuple[str | None, str]:
    """The restriction of a count that is no place, as in the text, and the reason."""
    if each:
        return _each_phrase(layout, each), "each"
    compared = _comparison(layout, counted)
    if compared:
        return compared, "comparison"
    scheme = _subject_scheme(reading, layout, counted)
    if scheme:
        return scheme, "named model"
    behind = _phrase_behind(layout, counted)
    return (behind, "phrase behind") if behind else (None, "none")


def _each_phrase(layout: Layout, each: tuple[int, int]) -> str:
    """`mỗi xã`, without the verb behind it."""
    noun_start = layout.text.find(" ", each[0]) + 1
    phrase = read_noun_phrase(layout, noun_start, each[1]) if noun_start else None
    return " ".join(layout.text[each[0] : phrase.end if phrase else noun_start].split())


def _comparison(layout: Layout, counted: Counted) -> str | None:
    _, last = layout.sentence(counted.start)
    first, _ = layout.sentence(counted.start)
    verb = settle(layout.text[max(first, counted.start - 30) : counted.start])
    if not re.search(r"(tăng|giảm|vượt|cao hơn|thấp hơn)[^,;]*$", verb):
        return None
    match = _COMPARED.search(layout.text, counted.end, min(last, counted.end + 90))
    return " ".join(match.group().split()) if match else None


def _subject_scheme(reading: Reading, layout: Layout, counted: Counted) -> str | None:
    """The named model whose members, devices or groups are counted: mô hình “Camera an ninh” … 57 mắt."""
    if counted.name or counted.category in ("model", "percent", "money"):
        return None
    first, _ = layout.sentence(counted.start)
    for scheme in reversed(reading.schemes):
        if first <= scheme.start and scheme.name_end <= counted.start and scheme.is_scheme and scheme.noun:
            between = layout.text[scheme.name_end : counted.start]
            if ";" in between or len(between) > 90:
                return None
            closed = layout.text[scheme.name_end : scheme.name_end + 1] in "”\"»'"
            return layout.text[scheme.start : scheme.name_end + closed]
    return None


def _phrase_behind(layout: Layout, counted: Counted) -> str | None:
    _, last = layout.sentence(counted.start)
    match = _BEHIND.match(layout.text, counted.end, last)
    if not match:
        return None
    start = match.end()
    if match.group().strip().endswith("khối"):
        start = layout.text.rindex("khối", 0, match.end())
    phrase = read_noun_phrase(layout, start, last)
    if phrase is None or phrase.start in layout.fences:
        return None
    return " ".join(layout.text[phrase.start : phrase.end].split())
