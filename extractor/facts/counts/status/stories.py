"""Whether a count is of those, or of the things, that had part in one deed that the clause around it tells.

`Hai nhóm thanh niên |cầm gậy xông vào quán|`, `nghi phạm |tẩu thoát| trên 1 chiếc xe con`.
"""

import re

from extractor.facts.counts.nouns.counted import Counted
from extractor.facts.layout import Layout
from extractor.facts.verbs import Predicate
from extractor.records import Category
from extractor.vietnamese.lexicon import word_forms, word_pattern, word_set
from extractor.vietnamese.phrases import settle

# Who and what may have part in a deed.
TAKING_PART: frozenset[Category] = frozenset({"person", "group", "product", "facility", "household", "other"})
# Letters around a number within which the deed is told.
REACH = 90
_MARK = re.compile(r"[,;:.()“”\"]")


def has_part_in_deed(layout: Layout, one: Counted, verb: Predicate) -> bool:
    """Whether what a verb of a state or none counts had part in a deed of its clause."""
    words = settle(verb.text or "")
    if one.category not in TAKING_PART or one.told or one.quantity.per or verb.ongoing:
        return False
    if words in word_set("verbs", "being") | word_set("verbs", "comprising") | word_set("verbs", "remaining"):
        return False
    first, last = layout.sentence(one.start)
    begin = max(first, one.start - REACH)
    before = _MARK.split(settle(layout.text[begin : one.start]))[-1]
    if word_pattern("cues", "habit", "usual").search(settle(layout.text[first : one.start])):
        return False
    behind = _MARK.split(settle(layout.text[one.end : min(last, one.end + REACH)]))[0]
    return _tells(layout, one.start - len(before), before) or _tells(layout, one.end, behind)


def _tells(layout: Layout, begin: int, clause: str) -> bool:
    """Whether the settled clause, which begins at `begin`, tells a deed, and none that only may be or is named."""
    for deed in word_pattern("verbs", "single_deed").finditer(clause):
        if not layout.is_word(begin + deed.start(), begin + deed.end()):
            continue
        if not clause[: deed.start()].rstrip().endswith(word_forms("verbs", "deed_unreal")):
            return True
    return False
