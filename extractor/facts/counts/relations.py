"""What a count takes over from a count before it: parts from their total, prices, extents, ranks and shares.

`12.934 hộ nghèo, chiếm |31,3%|` is of one time and place, `xây 74 công trình, tổng chiều dài |118 km|` one deed.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from extractor.facts.counts.nouns.counted import HAPPENING, Counted
from extractor.facts.counts.status.prices import as_priced
from extractor.facts.counts.timing import TRAITS
from extractor.facts.layout import Layout
from extractor.facts.scene.clause import within as lies_within
from extractor.facts.verbs import Predicate
from extractor.records import Aspect, Category, Modifier, Path, Span
from extractor.vietnamese.lexicon import word_forms, word_pattern, word_set
from extractor.vietnamese.phrases import alternation, settle

# The reason of what a part takes from its total.
AS_TOTAL = "as its total"
# What tells how much there is of several things together.
EXTENTS: frozenset[Category] = frozenset({"length", "area", "mass", "volume"})
# Opens a scope that names what a number is for each of.
_EACH = "mỗi "
# Sentences back in which the row stands that a number goes on with.
ROW_REACH = 3


@dataclass(frozen=True, slots=True)
class Draft:
    """A count on its way to a record. `total` is the index of the draft that it is a part of.

    `chances` tell how likely its slots are and that it is a fact, where that was learned.
    """

    counted: Counted
    verb: Predicate
    aspect: Aspect
    locality: Path | None
    period: Span | None
    measured: str | None
    scope: str | None
    total: int | None
    reasons: dict[str, str]
    modifier: Modifier
    chances: Mapping[str, float] = field(default_factory=dict)


def related(draft: Draft, earlier: Sequence[Draft], layout: Layout) -> Draft:
    """The draft with what it takes over from the `earlier` ones, one relation after the other."""
    for relation in RELATIONS:
        draft = relation(draft, earlier, layout)
    return draft


def as_part(draft: Draft, total: Draft) -> Draft:
    """Parts take the aspect and the period of their total, but for one that is told of a time within it."""
    reasons = draft.reasons | {"aspect": AS_TOTAL, "period": AS_TOTAL}
    if _of_time_within(draft, total):
        return replace(draft, aspect=total.aspect, reasons=reasons | {"period": draft.reasons["period"]})
    if draft.reasons["aspect"] == "per unit" and total.aspect != "target":
        return replace(draft, period=total.period, reasons=draft.reasons | {"period": AS_TOTAL})
    # What was done to the whole was done to its parts: `phân bổ 52 tỷ đồng, trong đó xã Đông 20 tỷ đồng`.
    done = draft.counted.item is not None or (draft.verb.text is None and total.verb.aspect == "flow")
    verb = total.verb if done else draft.verb
    part = replace(draft, aspect=total.aspect, period=total.period, verb=verb, reasons=reasons)
    labelled = draft.reasons["scope"] == "part label"
    if draft.counted.category != "money" or not (total.measured or labelled):
        return part
    # `nguồn lực 864 tỷ đồng, gồm: vốn tín dụng 845 tỷ đồng`: the part measures the same, its noun is its scope.
    return replace(part, measured=total.measured, scope=draft.scope or draft.measured)


def _of_time_within(part: Draft, total: Draft) -> bool:
    """`Từ năm 2019 đến nay gom 48 tấn giấy, trong đó năm 2020 |11 tấn|`; not the day that ends the total's time."""
    own = part.reasons["period"] in ("beside", "clause", "topic")
    (first, last), (begun, end) = part.period or ("", ""), total.period or ("", "")
    if not (own and first and last and end and first != last):
        return False
    return (begun or "") <= first and last[: len(end)] <= end and (first, last) != (begun, end)


def _before(draft: Draft, earlier: Sequence[Draft], layout: Layout) -> Draft | None:
    """The count right before in the same sentence, of which no table tells."""
    base = earlier[-1] if earlier else None
    near = base and not draft.counted.told and base.counted.start >= layout.sentence(draft.counted.start)[0]
    return base if near else None


def _same_then(draft: Draft, earlier: Sequence[Draft], layout: Layout) -> Draft:
    """The same at another time: `mỗi hộ có 8 thửa; nay còn |2 thửa|`, `có 21 tổ; đến nay con số này là |87|`."""
    if earlier and draft.counted.rule == "this number":
        reasons = draft.reasons | {"aspect": "the same then"}
        return replace(draft, aspect=earlier[-1].aspect, verb=earlier[-1].verb, reasons=reasons)
    base = _before(draft, earlier, layout)
    if base is None or draft.aspect not in ("stock", "flow") or not _told_of_then(layout, draft.counted, base):
        return draft
    return replace(draft, aspect=base.aspect, reasons=draft.reasons | {"aspect": "the same then"})


def _one_more_price(draft: Draft, earlier: Sequence[Draft], layout: Layout) -> Draft:
    """One more price behind a price: `gạo 20.000 đồng/kg, nếp |24.000 đồng|`."""
    base = _before(draft, earlier, layout)
    if base is None or draft.counted.category != "money" or draft.aspect != "flow":
        return draft
    if draft.verb.text or base.aspect != "rate" or not as_priced(layout, draft.counted, base.counted):
        return draft
    return replace(draft, aspect="rate", reasons=draft.reasons | {"aspect": "price"})


def _converted(draft: Draft, earlier: Sequence[Draft], layout: Layout) -> Draft:
    """The same money in another currency, in brackets: `1.370 bảng/suất (tương đương |41 triệu đồng|)`."""
    base = _before(draft, earlier, layout)
    if base is None or not base.counted.category == draft.counted.category == "money":
        return draft
    between = settle(layout.text[base.counted.end : draft.counted.quantity.start])
    if base.counted.what == draft.counted.what or not _in_other_money().fullmatch(between):
        return draft
    reasons = draft.reasons | {"aspect": "converted", "period": "as its base"}
    return replace(draft, aspect=base.aspect, period=base.period, reasons=reasons)


@cache
def _in_other_money() -> re.Pattern[str]:
    """From an amount, with its unit, to the bracket that converts it."""
    same = alternation((*word_forms("cues", "equivalent"), *word_forms("cues", "or_so")))
    return re.compile(rf"(?:[ /][^\W\d]+){{0,4}},? ?\((?:{same} ?)*")


def _planned_cost(draft: Draft, earlier: Sequence[Draft], layout: Layout) -> Draft:
    """What a plan costs: `đề xuất mở rộng 3 nút giao với vốn |55 tỷ đồng|`."""
    base = _before(draft, earlier, layout)
    if base is None or draft.counted.category != "money" or draft.aspect != "flow" or base.aspect != "target":
        return draft
    if not _planned_sum().match(settle(layout.text[base.counted.end : draft.counted.start])):
        return draft
    return replace(draft, aspect="target", reasons=draft.reasons | {"aspect": "cost of what is planned"})


def _told_of_then(layout: Layout, one: Counted, base: Draft) -> bool:
    """Whether the same is told of another time: `mỗi hộ có 8 thửa; nay còn |2 thửa|`, `năm 2020 đạt |52 tấn|`."""
    same = settle(one.what) == settle(base.counted.what) and one.category == base.counted.category
    lasting = base.aspect in ("rate", "stock", "flow") and one.category not in ("percent", *HAPPENING)
    between = settle(layout.text[base.counted.end : one.start])
    return same and lasting and not one.quantity.per and _then().fullmatch(between) is not None


@cache
def _then() -> re.Pattern[str]:
    """From a number to the same of another time, which a verb of amount alone follows."""
    then, amount = (alternation(word_forms("cues", table)) for table in ("other_time", "amounting"))
    return re.compile(rf"[^,;:.()\d]{{0,30}}(?:,|;| ?\(|,? thì) ?{then}(?: [\w/.]+){{0,4}}? {amount} ")


@cache
def _planned_sum() -> re.Pattern[str]:
    """From what is planned to what it costs, with no comma but the one before the cost."""
    cost = alternation(word_forms("cues", "planned_cost"))
    return re.compile(rf"^[^.,;:()\d]*(?: với|, với|,) (?:[^\W\d]+ )?{cost}(?: [^\W\d]+){{0,3}} $")


def _extent_of(draft: Draft, earlier: Sequence[Draft], layout: Layout) -> Draft:
    """How long, large or heavy the things are together that something was done to: it was done to all of that.

    `xây dựng 74 công trình |với tổng chiều dài 118 km|`, `tiêu hủy 47 con lợn|, tổng trọng lượng 2.650 kg|`.
    """
    base = earlier[-1] if earlier else None
    if base is None or draft.aspect != "stock" or draft.counted.category not in EXTENTS or draft.counted.told:
        return draft
    between = settle(layout.text[base.counted.end : draft.counted.start])
    done = base.aspect in ("flow", "target") and base.counted.start >= layout.sentence(draft.counted.start)[0]
    told = _extent().search(between)
    several = base.counted.quantity.value != 1 or (told and told["sum"])
    if not (done and told and several):
        return draft
    reasons = draft.reasons | {"aspect": "extent of what was done", "period": "as its base"}
    return replace(draft, aspect=base.aspect, period=base.period, reasons=reasons)


@cache
def _extent() -> re.Pattern[str]:
    """From what was counted to the size of all of it, with no comma but the one before a sum."""
    sizes, total = (alternation(word_forms("cues", table)) for table in ("extent", "sum_of_all"))
    return re.compile(
        rf"^(?:[^.,;:()\d]|\d+[/-]\d+)*(?:\s(?:với|trên)\s|,\s(?={total}))(?P<sum>{total}\s)?{sizes}\s(?:[^\W\d_]+\s){{0,2}}$"
    )


def _ranked(draft: Draft, earlier: Sequence[Draft], layout: Layout) -> Draft:
    """One of a ranking of what was counted before: `tiêu hủy 900 con lợn. Nhiều nhất là xã Hạ |140 con|`."""
    first = layout.sentence(draft.counted.start)[0]
    before = settle(layout.text[first : draft.counted.start])
    if draft.aspect != "stock" or not word_pattern("cues", "ranking").search(before):
        return draft
    of = next((d for d in reversed(earlier) if settle(d.counted.what) == settle(draft.counted.what)), None)
    of = of or next((d for d in reversed(earlier) if d.counted.category == draft.counted.category), None)
    if of is None or of.aspect != "flow" or (of.counted.quantity.value or 0) < (draft.counted.quantity.value or 0):
        return draft
    reasons = draft.reasons | {"aspect": "ranked", "period": "as its base"}
    return replace(draft, aspect=of.aspect, period=of.period, reasons=reasons)


def _in_row(draft: Draft, earlier: Sequence[Draft], layout: Layout) -> Draft:
    """One more of a row of the same, of which no verb tells: `Hãng bán 900 xe. Dẫn đầu là xe con với |640 xe|`.

    It stands behind a name in brackets, behind `với`, or behind the words of a ranking.
    """
    one = draft.counted
    if draft.reasons["aspect"] != "no verb" or one.told or one.quantity.per:
        return draft
    at = layout.sentence_index(one.start)
    reach = layout.sentences[max(0, at - ROW_REACH)][0]
    of = next((d for d in reversed(earlier) if settle(d.counted.what) == settle(one.what)), None)
    if of is None or of.aspect != "flow" or of.counted.category != one.category or of.counted.start < reach:
        return draft
    before = settle(layout.text[layout.sentences[at][0] : one.start])
    if not _in_a_row().search(before) or word_pattern("cues", "present").search(before):
        return draft
    period = draft.period if draft.reasons["period"] in ("beside", "clause", "sentence") else of.period
    return replace(draft, aspect="flow", period=period, reasons=draft.reasons | {"aspect": "one more of a row"})


@cache
def _in_a_row() -> re.Pattern[str]:
    """The sentence up to one of a row: a name and its bracket, or a rank with no other verb behind it."""
    rank, word = alternation(word_forms("cues", "rank")), r"[\w.-]*[^\W\d][\w.-]*"
    return re.compile(rf"{word} ?\($|(?<!\w){rank}(?: {word}){{0,8}},?(?: {word}){{0,8}}:? $")


def _at_once(draft: Draft, earlier: Sequence[Draft], layout: Layout) -> Draft:
    """A change told beside a level, and what a thing done is worth, are of the time of that.

    `hiện có 613 người (tăng |20 người|)`; `trồng 14 km đường hoa, trị giá |320 triệu đồng|`.
    """
    base = _base(draft, earlier, layout)
    if base is None:
        return draft
    verb = settle(draft.verb.text or "")
    changed = verb.startswith(word_forms("cues", "change")) and draft.aspect == "flow"
    changed = changed and base.aspect in ("stock", "rate") and _is_open(base, draft)
    worth = draft.counted.category == "money" and verb in word_forms("cues", "being_worth")
    worth = worth and base.aspect == draft.aspect == "flow" and draft.reasons["period"] == "none"
    if not (changed or worth):
        return draft
    return replace(draft, period=base.period, reasons=draft.reasons | {"period": "as its base"})


def _share(draft: Draft, earlier: Sequence[Draft], layout: Layout) -> Draft:
    """A share, an equivalent or a price of the count before it speaks of the same time and place.

    `12.934 hộ nghèo, chiếm 31,3%`; `còn 1,46%, tương đương 7.912 hộ`; `104 điểm, mỗi điểm 5 triệu đồng`.
    """
    base = _base(draft, earlier, layout)
    equivalent = settle(draft.verb.text or "").startswith(word_forms("cues", "equivalent"))
    if base is None or not (equivalent or _is_share(draft, base) or _is_price(draft, base)):
        return draft
    reasons = draft.reasons | {"period": "as its base", "locality": "as its base"}
    if _has_own_place(draft, base):
        return replace(draft, period=base.period, reasons=reasons | {"locality": draft.reasons["locality"]})
    same = replace(draft, period=base.period, locality=base.locality, reasons=reasons)
    changes = settle(base.verb.text or "").startswith(word_forms("cues", "change"))
    if not changes or not (equivalent or draft.verb.text is None):
        return same
    # `giảm 5 vụ (29,4%) so với cùng kỳ`: the percent is of the same change.
    return replace(same, verb=base.verb, scope=draft.scope or base.scope)


def _base(draft: Draft, earlier: Sequence[Draft], layout: Layout) -> Draft | None:
    """The count right before in the same sentence, of whose time a count without its own may be."""
    near = earlier and earlier[-1].counted.start >= layout.sentence(draft.counted.start)[0]
    return earlier[-1] if near and draft.reasons["period"] not in ("beside", "base", "as its base") else None


def _is_share(draft: Draft, base: Draft) -> bool:
    """Whether a percent is of what the base counts, or a rate holds for what was done until then.

    `Đến ngày 15/8, xã đã xóa 118 nhà tạm; mức hỗ trợ là |60 triệu đồng/nhà|`.
    """
    percent = draft.counted.category == "percent" and base.counted.category != "percent"
    of_base = percent and draft.aspect == "rate" and base.reasons["aspect"] not in TRAITS
    return of_base or (draft.aspect == "rate" and base.aspect == "flow" and _is_open(draft, base))


def _is_price(draft: Draft, base: Draft) -> bool:
    """Whether the money or thing is for each of what the base counts: `phát 90 suất quà, mỗi suất |10 kg gạo|`.

    `đỡ đầu 5 cháu, mỗi cháu |500.000 đồng/tháng|` goes on, whenever it began.
    """
    if base.period is None and draft.counted.quantity.per in word_set("cues", "time_unit"):
        return False
    planned = draft.aspect == base.aspect == "target"
    given = base.aspect == "flow" and draft.reasons["aspect"] == "per unit"
    if not planned and not given:
        return False
    money, scope = draft.counted.category == "money", settle(draft.scope or "")
    if not scope.startswith(_EACH):
        return money and not planned
    return money or scope.removeprefix(_EACH) == settle(base.counted.head).split()[0]


def _is_open(draft: Draft, base: Draft) -> bool:
    """Whether the base is told until the day that the draft is told of."""
    told, until = draft.period, base.period
    return bool(told and until and until[0] is None and told[0] == told[1] == until[1])


def _has_own_place(draft: Draft, base: Draft) -> bool:
    """Whether a share is told of a smaller place than its base: `rác 38 tấn/ngày, thu gom ở xã Hạ đạt 92%`."""
    told = draft.reasons["locality"] in ("sentence", "beside")
    return bool(told and draft.locality and base.locality and lies_within(draft.locality, base.locality))


RELATIONS: tuple[Callable[[Draft, Sequence[Draft], Layout], Draft], ...] = (
    _same_then,
    _one_more_price,
    _converted,
    _planned_cost,
    _extent_of,
    _ranked,
    _in_row,
    _at_once,
    _share,
)
"""In their order: each sees what the ones before made of the count."""
