"""Where the text says that a number holds for each unit: `mỗi xã 15 mắt`, `ngày 3 bữa`, `2 buổi một tuần`."""

import re
from functools import cache

from extractor.facts.layout import Layout
from extractor.facts.verbs import starting_at
from extractor.vietnamese.lexicon import word_forms, word_pattern, word_set
from extractor.vietnamese.phrases import alternation, settle

# How far before a number its `mỗi xã` may stand.
EACH_REACH = 48
# How far before a number its list may have begun.
LIST_REACH = 200
_ITEMS = re.compile(r"(?:\d[\d.,]* [^\d,;:()]{1,30}(?:,| và) )+$")
_ITEM_END = re.compile(r"\s*(?:[,.;)]|và\s|$)")


def each_unit(layout: Layout, start: int, end: int) -> tuple[int, int] | None:
    """Where the text says that the number holds for each unit: `mỗi xã 15 mắt`, `2 mô hình ở mỗi xã`."""
    first, last = layout.sentence(start)
    before = settle(layout.text[first:start])
    graded = [match.span() for match in word_pattern("cues", "graded").finditer(before)]
    # `mỗi ngày anh ăn 500 g ức gà, |6 chén cơm|, rau`: what stands before it in its list is of each, too.
    goes_on = _ITEM_END.match(layout.text, end, last)
    unlisted = before[:-LIST_REACH] + _ITEMS.sub("", before[-LIST_REACH:]) if goes_on else before
    found = [
        match
        for match in word_pattern("cues", "each").finditer(before)
        if (_near(before[match.end() :]) or _near(unlisted[match.end() :] or ","))
        and not any(begin <= match.start() < stop for begin, stop in graded)
    ]
    if found:
        return first + found[-1].start(), start
    if opening := _for_each().match(before) or _on_average().match(before):
        return first + opening.start(opening.lastgroup or 1), start
    often = word_pattern("cues", "repeated").search(settle(layout.text[start:end]))
    if often and (bare := _bare_time().search(before)):
        return first + bare.start("unit"), start
    if usual := _in_one_time().search(before):
        return first + usual.start("unit"), start
    if composed := _composed().search(before):
        return first + composed.start(1), start
    if listed := _listed_of_each().search(before):
        return first + listed.start(1), start
    if _goes_on(before):
        return first, start
    end = _past_brackets(layout.text, end, last)
    behind = settle(layout.text[end : min(last, end + 24)])
    match = word_pattern("cues", "each_behind").search(behind)
    between = behind[: match.start()] if match else ""
    # `12 vụ trong một ngày` happened within one.
    within = between.rstrip().endswith(word_forms("cues", "within"))
    if match and not within and not set(between) & set(",;.0123456789"):
        return end + match.start(), last
    return None


@cache
def _for_each() -> re.Pattern[str]:
    """A sentence that opens with its unit: `Với |mỗi tấm hình|, bà được 9 đồng`, `|Mỗi ngày|, bà bán 9 cân`."""
    said, time = alternation(word_forms("cues", "for_each")), alternation(word_forms("cues", "short_time"))
    unit = rf"{said}\s(?P<unit>mỗi\s[^,;:()\d]{{1,40}})|(?P<time>mỗi\s{time}(?:\s[^,;:()\d]{{1,24}})?)"
    return re.compile(rf"\s*(?:{unit}),\s[^;:()\d]{{0,{EACH_REACH}}}\(?$")


@cache
def _bare_time() -> re.Pattern[str]:
    """A unit of time right before how often: `ăn |ngày| 3 bữa`, `học |một tuần| 2 buổi`; not `trong ngày 3 lần`."""
    apart = "".join(rf"(?<!\b{form} )" for form in word_forms("cues", "one_time"))
    time = alternation(word_forms("cues", "short_time"))
    return re.compile(rf"(?<!\w)(?<!\d ){apart}(?P<unit>(?:(?:một|1) )?{time}) $")


@cache
def _in_one_time() -> re.Pattern[str]:
    """What a unit of time brings whoever it is: `có trại |một ngày| xuất chuồng 900 con`; not `sau một ngày`."""
    apart = "".join(rf"(?<!\b{form} )" for form in word_forms("cues", "one_time"))
    time = alternation(word_forms("cues", "short_time"))
    deed = alternation(word_forms("cues", "done_daily"))
    return re.compile(rf"(?<!\w){apart}(?P<unit>(?:một|1) {time}) (?:[^\W\d]+ )?{deed} (?:[^\W\d]+ ){{0,3}}$")


@cache
def _composed() -> re.Pattern[str]:
    """What so much of a thing is made of: `trong |100 g dứa| có 90 g nước, 15 mg canxi`."""
    held, measure, of = (alternation(word_forms("cues", t)) for t in ("holding", "portion", "portion_of"))
    return re.compile(rf"(?<!\w){of} (\d+ ?{measure} [^,;:()\d]{{1,30}} {held} )[^;:()]*$")


@cache
def _on_average() -> re.Pattern[str]:
    """A sentence that opens with a mean, set off: `|Trung bình|, tiền hạt giống`, `|Trung bình một ngày|, trạm`."""
    mean, time = alternation(word_forms("cues", "mean")), alternation(word_forms("cues", "short_time"))
    return re.compile(rf"\W*({mean}(?:\s(?:một|1|mỗi)\s{time})?),\s[^,;:()\d]{{0,{EACH_REACH}}}$")


@cache
def _listed_of_each() -> re.Pattern[str]:
    """A list of what each has goes on: `41 điểm, |mỗi điểm có 6 bình, 2 búa và| 2 xà beng`."""
    every, having = (alternation(word_forms(*table)) for table in (("cues", "every"), ("cues", "each_having")))
    item = r"\d[\d.]* [^,;:()\d]{1,30}?"
    return re.compile(rf"[,;:(–-] ({every} \w+ {having} {item}(?:(?:,| và) {item})*)(?:,| và) $")


def _goes_on(before: str) -> bool:
    """A sentence of each unit goes on: `Mỗi ha thả 3 tấn giống, |thu 8 tấn|`; `Mỗi hộ có 1 bình, |1 chuông|`."""
    opened = re.match(rf"\W*{alternation(word_forms('cues', 'every'))} (\w+) ", before)
    if opened is None or opened[1] in word_set("cues", "time_unit") or len(before) > 3 * EACH_REACH:
        return False
    clause = re.split(r",|(?<!\w)và(?!\w)", before)[-1].strip()
    done = not clause or starting_at(clause, 0) is not None or clause.startswith(word_forms("verbs", "carrying"))
    return "," in before and ";" not in before and done


def _past_brackets(text: str, end: int, last: int) -> int:
    """Behind the brackets that open right at `end`: `6 cốc |(2 lít nước)| mỗi ngày`."""
    bracket = re.compile(r"\s?\([^)]*\)").match(text, end, last)
    return bracket.end() if bracket else end


def _near(gap: str) -> bool:
    # `mỗi khóm, ấp có 2 tổ`: a comma right behind the first noun joins another unit to it.
    joined = re.sub(r"^(\s*\w+),( \w+ | $)", r"\1\2", gap)
    # `mỗi món đạt 4 sao được thưởng 30 triệu đồng`: a number of what each is.
    joined = re.sub(rf"( {alternation(word_forms('cues', 'reached'))} )\d+(?= )", r"\1", joined)
    # `mỗi hộ nhận 2 xô và 1 gói men`: the second is of each, too.
    joined = re.sub(r"(?<=\s)\d[\d.,]*(?= [^\d,;:()]*\b(?:và|cùng) $)", "", joined)
    return len(gap) < EACH_REACH and not any(mark in ",;:()" or mark.isdigit() for mark in joined)


def is_each_time(layout: Layout, each: tuple[int, int], table: str = "time_unit") -> bool:
    """Whether the unit is one of time, or of another table: `mỗi ngày thu gom 9 tấn`, `ngày nào cũng thu 9 tấn`.

    Of a season an average is none: `mỗi năm bán 12 tấn` tells a flow, `bình quân mỗi năm` a rate.
    """
    words = settle(layout.text[each[0] : each[1]]).split(maxsplit=2)
    if table == "season" and _is_mean(layout, each):
        return False
    units = word_set("cues", table)
    return len(words) > 1 and (words[1].rstrip(",") in units or (words[1] == "nào" and words[0] in units))


def _is_mean(layout: Layout, each: tuple[int, int]) -> bool:
    """Whether an average is told."""
    first, _ = layout.sentence(each[0])
    return settle(layout.text[first : each[0]]).rstrip().endswith(word_forms("cues", "mean"))
