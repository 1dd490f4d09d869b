"""The scope of a count: a restriction that is no place."""

import re
from itertools import takewhile

from extractor.facts.counts.measured.amounts import MEASURES
from extractor.facts.counts.measured.subjects import noun_phrase_before
from extractor.facts.counts.nouns.attributes import rating_at
from extractor.facts.counts.nouns.counted import Counted, Told, closed
from extractor.facts.counts.nouns.heads import head_at
from extractor.facts.counts.nouns.kinds import clause_behind, part_label
from extractor.facts.counts.nouns.phrases import read_noun_phrase
from extractor.facts.layout import Layout, Word, within
from extractor.facts.verbs import Predicate, aspects
from extractor.reading.spans import Reading
from extractor.vietnamese.lexicon import word_forms, word_pattern, word_set
from extractor.vietnamese.phrases import settle

# Characters before a contributor's verb in which its name stands.
SUBJECT_REACH = 90
# Characters behind a number within which its comparison stands.
COMPARED_REACH = 90
# The most words of a figure's label, and the fewest figures of a kind in its list.
LONGEST_LABEL, LEAST_LISTED = 5, 2
# The most words of who did something.
LONGEST_AGENT = 6
# Characters before a sentence within which the model is named that it takes up.
TAKEN_UP_WITHIN = 500


def scope_of(
    reading: Reading,
    layout: Layout,
    counted: Counted,
    verb: Predicate,
    each: tuple[int, int] | None,
    before: Counted | None,
    *,
    part: bool,
) -> tuple[str | None, str]:
    """The restriction of a count that is no place, as in the text, and the reason.

    `before` is the count before it; it may be `part` of a total.
    """
    if counted.told:
        labelled = _of_table(reading, layout, counted.told)
        return labelled, "table" if labelled else "none"
    if counted.item is not None:
        return (None, "none") if counted.category in MEASURES else (counted.item.label or None, "part label")
    unit = _each_phrase(layout, each) if each else None
    found = (
        (unit, "each"),
        (_comparison(layout, counted), "comparison"),
        (_plan_behind(layout, counted), "plan"),
        (_agent(layout, counted), "agent"),
        (clause_behind(reading, layout, counted, verb, part=part), "clause behind"),
        (part_label(reading, layout, counted, before) if part else None, "part label"),
        (_subject_scheme(reading, layout, counted), "named model"),
        (_contributor(reading, layout, counted, verb), "contributor"),
        (_rating(layout, counted), "rating"),
        (_label(reading, layout, counted), "label"),
        (_phrase_behind(layout, counted, part=part), "phrase behind"),
    )
    return next((one for one in found if one[0]), (None, "none"))


def _of_table(reading: Reading, layout: Layout, told: Told) -> str | None:
    """A heading that only restricts the noun, else the label of the cell's row where it names no place or sum."""
    begin, end = told.label
    label = " ".join(layout.text[begin:end].split())
    named = (
        within(reading.places, begin, end) or label.istitle() or not any(word.islower() for word in label.split())
    )
    summed = settle(label).startswith(word_forms("tables", "sum_label"))
    return told.scope or (None if named or summed else label or None)


def _plan_behind(layout: Layout, counted: Counted) -> str | None:
    """The plan that a percent is of: `đạt 46% |kế hoạch năm|`."""
    if counted.category != "percent":
        return None
    begin = counted.quantity.end
    behind = layout.text[begin : min(layout.sentence(begin)[1], begin + 90)]
    match = word_pattern("cues", "plan").match(settle(behind).lstrip())
    if match is None:
        return None
    phrase = _phrase(behind.lstrip())
    stop = word_pattern("cues", "plan_end").search(settle(phrase))
    return phrase[: stop.start()].rstrip() if stop else phrase


def _contributor(reading: Reading, layout: Layout, counted: Counted, verb: Predicate) -> str | None:
    """Who gave the money: `|nhân dân| đóng góp 248 triệu đồng`."""
    given = counted.category == "money" and settle(verb.text or "").startswith(word_forms("verbs", "giving"))
    if not given or verb.side != "left":
        return None
    first = max(layout.sentence(counted.start)[0], verb.start - SUBJECT_REACH)
    return noun_phrase_before(reading, layout, layout.words_between(first, verb.start))


def _each_phrase(layout: Layout, each: tuple[int, int]) -> str | None:
    """`mỗi xã`, `mỗi tháng`, without the verb behind it; an average alone (`bình quân`) names no unit."""
    words = layout.words_between(each[0], each[1])
    if len(words) < 2 or words[0].lower not in word_set("cues", "each_behind") or words[1].tag in ("C", "E"):
        return None
    phrase = read_noun_phrase(layout, words[1].start, each[1])
    at = 2 if words[1].text[0].isdigit() and len(words) > 2 else 1
    return " ".join(layout.text[each[0] : phrase.end if phrase else words[at].end].split())


def _rating(layout: Layout, counted: Counted) -> str | None:
    """How those are rated that are counted: 19 mô hình |loại khá|."""
    start = counted.end + 1
    end = rating_at(layout.text, start)
    return " ".join(layout.text[start:end].split()) if end else None


def _label(reading: Reading, layout: Layout, counted: Counted) -> str | None:
    """The label of a figure in a list: `cao đẳng 210 người, |trung cấp| 3.050 người`, `|hàng giả| là 348 vụ`."""
    first, last = layout.sentence(counted.start)
    listed = re.findall(rf"\d\s{re.escape(settle(counted.what))}(?!\w)", settle(layout.text[first:last]))
    if len(listed) < LEAST_LISTED:
        return None
    mark = max(layout.text.rfind(sign, first, counted.start) for sign in ",;:(")
    if counted.rule not in ("noun", "classifier") or mark < 0 or settle(counted.what) != counted.head:
        return None
    words = list(layout.words_between(mark + 1, counted.start))
    while words and words[-1].lower in word_set("cues", "labelling"):
        words.pop()
    if not 0 < len(words) <= LONGEST_LABEL:
        return None
    level = words[0].lower in word_set("nounphrase", "level")  # cấp huyện
    if not level and not all(_labels(word) for word in words):
        return None
    spans = (reading.quantities, reading.periods, reading.places, reading.people)
    if any(within(found, mark, counted.start) for found in spans):
        return None
    return " ".join(layout.text[words[0].start : words[-1].end].split())


def _labels(word: Word) -> bool:
    """Whether the word may stand in a figure's label: no verb, no conjunction, no name of a kind of place."""
    kind = head_at(word.lower, 0, len(word.lower))
    if word.lower in aspects() or word.lower in word_set("nounphrase", "stop"):
        return False
    return word.tag.startswith(("N", "A")) and not (kind and kind[2] in ("admin_unit", "field"))


def _comparison(layout: Layout, counted: Counted) -> str | None:
    """`so với cùng kỳ năm 2023` behind a number that a verb of comparison governs, or before in its sentence."""
    first, last = layout.sentence(counted.start)
    clause = re.split(r"[,;]", settle(layout.text[max(first, counted.start - 30) : counted.start]))[-1]
    if not word_pattern("cues", "comparing").search(clause):
        return None
    limit = min(last, counted.end + COMPARED_REACH)
    match = word_pattern("cues", "compared").search(settle(layout.text[counted.end : limit]))
    if match:
        phrase = _phrase(layout.text[counted.end + match.start() : limit])
        measured = match.group() != "so với" and any(letter.isdigit() for letter in phrase)
        return None if measured else phrase  # vượt 0,7% kế hoạch: a figure of its own
    before = [
        m
        for m in word_pattern("cues", "compared").finditer(settle(layout.text[first : counted.start]))
        if m.group() == "so với"
    ]
    if not before:
        return None
    phrase = _phrase(layout.text[first + before[-1].start() : counted.start])
    # `so với cùng kỳ |giảm 4 vụ|`: the change is no part of what it is compared with.
    change = word_pattern("cues", "change").search(settle(phrase))
    return phrase[: change.start()].rstrip() if change else phrase


def _phrase(text: str) -> str:
    """The text up to its first mark."""
    return " ".join(re.split(r"[;()]|[,.](?!\d)", text)[0].split())


def _subject_scheme(reading: Reading, layout: Layout, counted: Counted) -> str | None:
    """The named model whose members, devices or groups are counted: mô hình “Camera an ninh” … 57 mắt."""
    if counted.name or counted.category in ("model", "percent", "money"):
        return None
    first, _ = layout.sentence(counted.start)
    for scheme in reversed(within(reading.schemes, first, counted.start)):
        if scheme.name_end <= counted.start and scheme.is_scheme and scheme.noun:
            between = layout.text[scheme.name_end : counted.start]
            if ";" in between or len(between) > 90:
                return None
            return layout.text[scheme.start : closed(layout.text, scheme)]
    return _scheme_before(reading, layout, first, counted.start)


def _scheme_before(reading: Reading, layout: Layout, first: int, start: int) -> str | None:
    """The named model of the sentences before that a bare noun takes up: `|Mô hình| gồm 9 tổ với 120 hộ`."""
    clause = re.split(r"[;:]", settle(layout.text[first:start]))[-1]
    if not word_pattern("cues", "taken_up").search(clause) or within(reading.schemes, first, start):
        return None
    back = within(reading.schemes, max(0, first - TAKEN_UP_WITHIN), first)
    named = [scheme for scheme in back if scheme.is_scheme and scheme.noun]
    return layout.text[named[-1].start : closed(layout.text, named[-1])] if named else None


def _agent(layout: Layout, counted: Counted) -> str | None:
    """Who did it: `212 mắt do |dân| góp`; a cause (`do khó khăn về kinh phí`) has no verb behind it."""
    _, last = layout.sentence(counted.start)
    words = layout.words_between(counted.end, last)
    at = next((at for at, word in enumerate(words[:4]) if word.lower in word_set("cues", "agent")), None)
    if at is None or "," in layout.text[counted.end : words[at].start]:
        return None
    who = list(takewhile(_names, words[at + 1 :]))
    behind = words[at + 1 + len(who) :][:1]
    named = bool(behind) and _acts(behind[0]) and 0 < len(who) <= LONGEST_AGENT
    if not named or who[0].start in layout.fences:
        return None
    return " ".join(layout.text[who[0].start : who[-1].end].split())


def _names(word: Word) -> bool:
    """Whether the word may stand in a doer's name: no verb, no preposition, no mark."""
    return not _acts(word) and word.tag != "E" and word.text[0].isalnum()


def _acts(word: Word) -> bool:
    return word.lower in aspects() or word.lower in word_set("verbs", "ending")


def _phrase_behind(layout: Layout, counted: Counted, *, part: bool) -> str | None:
    """The noun phrase behind `ở`, `trong khối`: 18 mô hình trong khối giáo dục.

    Behind a place word it restricts models and groups, and the parts of a total; else it tells where something
    happened: `cắm 120 biển báo ở các giao lộ`.
    """
    _, last = layout.sentence(counted.start)
    words = layout.words_between(counted.end, last)[:4]
    at = next((at for at, word in enumerate(words) if word.lower in word_set("cues", "scope")), None)
    if at is None or not (part or counted.category in ("model", "group")):
        return None
    if layout.text[counted.end : words[at].start].strip(" ").count(","):
        return None
    while at + 1 < len(words) and words[at + 1].lower in ("các",):
        at += 1
    phrase = read_noun_phrase(layout, words[at].end, last)
    if phrase is None or phrase.start in layout.fences:
        return None
    return " ".join(layout.text[phrase.start : phrase.end].split())
