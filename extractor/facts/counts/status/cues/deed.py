"""Whether something was done to or with what a number counts."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.facts.counts.status.cues.surroundings import clause_before
from extractor.facts.layout import Layout
from extractor.facts.verbs import aspects
from extractor.vietnamese.lexicon import word_forms, word_pattern, word_set
from extractor.vietnamese.phrases import alternation, settle


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done.

    `done_to` tells that a measure was taken against those counted, `total` that the number is what the sum of
    something done comes to, `caught` that someone was found with it.
    """

    done_to: bool
    total: bool
    caught: bool


def read_deed(layout: Layout, start: int, hedge: int) -> Deed:
    """The deed told with the number at `start`, its hedge at `hedge`."""
    return Deed(
        done_to=_done_to().search(settle(layout.text[layout.sentence(start)[0] : hedge])) is not None,
        total=_totals(layout, max(start, hedge)),
        caught=_is_caught(layout, start),
    )


@cache
def _done_to() -> re.Pattern[str]:
    """A measure or crime and whom it struck: `xử lý kỷ luật |với 5 cán bộ|`, `chiếm đoạt tiền |của 9 hộ|`."""
    measure, against, crime = (
        alternation(word_forms("cues", table)) for table in ("measure_taken", "measure_against", "crime")
    )
    between = r"(?:\s[^\s,.;:()]+)"
    return re.compile(rf"(?<!\w)(?:{measure}{between}{{0,8}}\s{against}|{crime}(?:,?{between}){{0,8}}?\scủa)\s$")


def _totals(layout: Layout, start: int) -> bool:
    """Whether the subject sums up what was done: `số xe |nhập khẩu| là 4.281 chiếc`; not what is there."""
    clause = clause_before(layout, start)
    if _turnover().search(clause):
        return True
    summed = list(word_pattern("cues", "sum").finditer(clause))
    raised = summed and word_pattern("cues", "raised").search(clause, 0, summed[-1].start())
    if not summed or raised or not clause.rstrip().endswith(word_forms("cues", "sum_reached")):
        return False
    words = layout.words_between(start - len(clause) + summed[-1].end(), start)
    change = word_set("cues", "change") | word_set("verbs", "particle")
    verbs = (word.lower for word in words if word.tag == "V" and word.lower in aspects())
    verb = next((verb for verb in verbs if verb not in change), "")
    return aspects().get(verb) == "flow" and not any(word.lower in word_set("verbs", "ongoing") for word in words)


@cache
def _turnover() -> re.Pattern[str]:
    """What was sold or made, up to how much: `|doanh số xe điện đạt| 900 xe`, `sản lượng xe máy là 90 chiếc`."""
    turned, up = (alternation(word_forms("cues", table)) for table in ("turnover", "sum_reached"))
    return re.compile(rf"(?<!\w){turned}(?: [\w.-]+){{0,9}}?{up} $")


def _is_caught(layout: Layout, start: int) -> bool:
    """Whether someone was found with it: `|bắt quả tang| 3 đối tượng đang vận chuyển 57 gam heroin`.

    The sentence may go on with more of it: `thu giữ 2 xe máy. Ngoài ra còn có |9 điện thoại|`.
    """
    first, _ = layout.sentence(start)
    sentence = settle(layout.text[first:start])
    part = re.split(r"[;:]", sentence)[-1]
    at = layout.sentence_index(first)
    if at and _further().match(sentence):
        begun, _ = layout.sentences[at - 1]
        part = settle(layout.text[begun:first]) if begun >= layout.paragraph(first)[0] else part
    found = word_pattern("cues", "catching").search(part)
    return found is not None and not part[: found.start()].rstrip().endswith(word_forms("cues", "made_noun"))


@cache
def _further() -> re.Pattern[str]:
    """A sentence that only adds to what the one before counts: `Ngoài ra còn có`."""
    more, place = (alternation(word_forms(*table)) for table in (("cues", "moreover"), ("verbs", "aside")))
    return re.compile(rf"\W*{more},? (?:{place} (?:[^\W\d]+ ){{1,6}})?còn ")
