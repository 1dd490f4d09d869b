"""What the words around a number say of its aspect whatever its verb: wages, fines, prices, children, loads."""

import re
from functools import cache

from extractor.facts.counts.nouns.counted import HAPPENING, Counted
from extractor.facts.counts.status.prices import costs_one
from extractor.facts.layout import Layout
from extractor.facts.verbs import Predicate, aspects, starting_at
from extractor.reading.spans import Period
from extractor.records import Aspect, Category
from extractor.vietnamese.lexicon import word_forms, word_pattern, word_set
from extractor.vietnamese.phrases import alternation, settle

# A wage is smaller, in đồng.
ONE_WAGE = 200_000_000
# Who and what may do something in a show or to somebody.
ACTING: frozenset[Category] = frozenset({"person", "organization", "group", "product"})
# What is no thing that anybody is found with.
UNSEIZED: frozenset[Category] = HAPPENING | {"person", "percent", "duration", "length", "area"}
_CLAUSE = re.compile(r"[,;:]")
# A label alone before its number, at the beginning of a line: `- |Sửa nhà dột|: 30 nhà`.
_LABEL = re.compile(r"[-–+*•\s]*(?P<label>[^\d:;,.]+): $")


def standing(layout: Layout, one: Counted, verb: Predicate, period: Period | None) -> tuple[Aspect, str] | None:
    """The aspect that holds whatever the verb tells, and the reason, or None."""
    first, last = layout.sentence(one.start)
    before = settle(layout.text[first : one.start])
    behind = _CLAUSE.split(settle(layout.text[one.end : last]))[0]
    if one.category in ("money", "duration") and _is_legal(one, before, verb):
        return "rate" if one.category == "money" else "target", "fined by law"
    if one.category == "money" and before.rstrip().endswith(word_forms("verbs", "lacking")):
        return "stock", "lacking"
    if one.category == "money":
        before = _set_out().sub(" ", before)
        whole = settle(layout.text[one.end : last])
        priced = costs_one(one, verb, before, whole)
        return ("rate", "price") if priced else ("rate", "wage") if _is_wage(one, before, behind) else None
    if one.quantity.modifier == "at_most" and _allowed().search(before):
        return "target", "most that is allowed"
    if one.category == "person" and (told := _of_people(one, verb, period, behind)):
        return told
    if holds(layout, one):
        return "stock", "load"
    if one.category == "length" and one.what == "mm" and word_pattern("cues", "rain").search(before):
        return "flow", "rainfall"
    if one.category == "length" and _high_water().search(before):
        return "flow", "high water"
    if one.category in ACTING and verb.text is None and _by_them().search(before):
        return "flow", "done by them"
    if one.category == "length" and _away().search(before):
        return "stock", "distance"
    if _is_under_crop(one, verb, period, before):
        return "stock", "grown"
    if one.category not in HAPPENING and _amounting().search(before):
        return "stock", "amount there is"
    if _is_kept_now(one, verb, before) or _is_ill_now(one, before, behind):
        return "stock", "of today"
    if one.category not in UNSEIZED and _goods().search(before):
        return "flow", "seized"
    if verb.text is None and _is_result(layout, one):
        return "flow", "result"
    if settle(verb.text or "") in word_set("verbs", "carrying") and _goes().match(behind):
        return "flow", "carried there"
    return None


@cache
def _set_out() -> re.Pattern[str]:
    """What a change sets out from, up to where it leads: `phí |được nâng từ 750 nghìn đồng lên| 1 triệu đồng`."""
    starting, leading, change = (
        alternation(word_forms("cues", table)) for table in ("starting", "resuming", "repricing")
    )
    amount = rf"\d[\d.,]*(?: [^\W\d]+){{0,7}}? {leading}(?: [^\W\d]+){{0,2}} $"
    return re.compile(rf"(?: (?:được )?{change})?(?:{starting} {amount}|{starting} $)")


def is_fine_of_law(layout: Layout, one: Counted, verb: Predicate) -> bool:
    """Whether the money is what anybody is fined, told to come, too: `bạn sẽ bị phạt |2 đến 3 triệu đồng|`."""
    before = settle(layout.text[layout.sentence(one.start)[0] : one.start])
    return one.category == "money" and _is_legal(one, before, verb)


def _is_legal(one: Counted, before: str, verb: Predicate) -> bool:
    """Whether a law says what everybody is fined: `theo nghị định, tài xế bị phạt |40 triệu đồng|`.

    Nobody was fined a range: `người vi phạm bị phạt |từ 1 đến 3 triệu đồng|`.
    """
    if settle(verb.text or "") not in word_set("cues", "fining"):
        return False
    scale = one.quantity.modifier == "range" and not re.search(r"\d", before)
    return word_pattern("cues", "law").search(before) is not None or (scale and one.category == "money")


def _is_wage(one: Counted, before: str, behind: str) -> bool:
    """Whether one wage is told: `lương từ |6 triệu đồng|`, `lĩnh |8 triệu đồng| tiền lương`."""
    worth = one.quantity.value or one.quantity.high
    if worth is None or worth > ONE_WAGE or one.what != "đồng":
        return False
    found = _wage().search(before)
    told = found is not None and not before[: found.start()].rstrip().endswith(word_forms("cues", "wage_sum"))
    return told or behind.lstrip().startswith(word_forms("cues", "wage"))


@cache
def _wage() -> re.Pattern[str]:
    """A wage with whose it is, right before the number: `lương giáo viên của cô |9 triệu đồng|`."""
    return re.compile(rf"(?<!\w){alternation(word_forms('cues', 'wage'))}(?: [^\W\d]+){{0,5}} $")


def _of_people(one: Counted, verb: Predicate, period: Period | None, behind: str) -> tuple[Aspect, str] | None:
    """What holds of somebody's children and of those who are ill for long."""
    if _is_child(one, verb):
        return "stock", "child"
    return ("stock", "ailing") if _is_ailing(verb, period, behind) else None


def _is_child(one: Counted, verb: Predicate) -> bool:
    """Whether somebody's children are counted, and neither their birth nor their loss: `nuôi |2 con|`."""
    child = settle(one.what) in word_set("cues", "offspring")
    told = f" {settle(verb.text or '')} "
    changed = any(f" {form} " in told for form in word_forms("verbs", "kin_change"))
    return child and verb.side == "left" and not changed


@cache
def _high_water() -> re.Pattern[str]:
    """Water up to how high it stood or rose: `nhiều nơi ngập sâu |2 m|`, `nước lũ dâng |1,8 m|`."""
    return re.compile(rf"(?<!\w){alternation(word_forms('cues', 'high_water'))}(?: [^\W\d]+){{0,6}} $")


@cache
def _by_them() -> re.Pattern[str]:
    """What was done, up to those who did it: `em bị |6 bạn| cùng khối đánh`, `đơn tố cáo của |9 hộ|`."""
    show = alternation(word_forms("cues", "show"))
    return re.compile(rf"(?<!\w)bị $|(?<!\w){show}(?: [^\W\d]+){{0,4}} của $")


@cache
def _allowed() -> re.Pattern[str]:
    """What one may do, up to how often or how many at most: `mỗi đội |được đăng ký| tối đa 12 cầu thủ`."""
    may = alternation(word_forms("cues", "permission"))
    done = "".join(rf"(?<!\b{form} )" for form in word_forms("cues", "no_permission"))
    return re.compile(rf"(?<!\w){done}{may}(?: [^\W\d]+){{1,5}} $")


@cache
def _away() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(word_forms('verbs', 'distance'))}(?: [^\W\d]+){{0,5}} $")


def holds(layout: Layout, one: Counted) -> bool:
    """Whether the load of one vehicle or vessel is told: `cho |xe tải 5 tấn| qua`, `cần bình oxy |21 lít|`."""
    table = {"mass": "carrier", "volume": "vessel"}.get(one.category)
    if table is None or one.quantity.modifier != "exact":
        return False
    return _loaded(table).search(settle(layout.text[layout.sentence(one.start)[0] : one.start])) is not None


@cache
def _loaded(table: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(word_forms('cues', table))} $")


def _is_under_crop(one: Counted, verb: Predicate, period: Period | None, before: str) -> bool:
    """Whether a household's or unit's land is told with no time of its own: `Hộ anh Pản trồng |3 ha| mận`."""
    grown = settle(verb.text or "") in word_set("verbs", "growing") and one.category == "area" and period is None
    clause = _CLAUSE.split(before)[-1].strip()
    return grown and clause.startswith(word_forms("cues", "grower")) and not re.search(r"\d", clause)


@cache
def _amounting() -> re.Pattern[str]:
    """The subject is an amount, told to be great or small: `số bể chứa do dân góp khá nhiều, |300 bể|`."""
    amount, much = (alternation(word_forms("cues", table)) for table in ("sum", "much"))
    return re.compile(rf"(?:^|[,;:“]) ?\W*{amount} [^,;:\d]+ {much}, $")


def _is_kept_now(one: Counted, verb: Predicate, before: str) -> bool:
    """Whether a sentence of today goes on with what is kept: `Hiện anh nuôi 9 con dê, trồng |2 ha| cỏ`."""
    kept = settle(verb.text or "") in word_set("verbs", "husbandry")
    return kept and one.category not in HAPPENING and _today().match(before) is not None


def _is_ill_now(one: Counted, before: str, behind: str) -> bool:
    """Whether a sentence of today goes on with its patients: `Hiện 640 người đang điều trị, |25 ca| nặng`."""
    if one.category != "case" or not _today().match(before):
        return False
    return word_pattern("verbs", "perfect").search(f"{before}{behind}") is None


def _is_ailing(verb: Predicate, period: Period | None, behind: str) -> bool:
    """Whether a lasting illness is told, in no stretch of time: `khoảng 3 triệu người |bị tiểu đường|`."""
    stretch = period is not None and period.form in ("span", "since") and period.first != period.last
    return verb.side != "left" and not stretch and _ailing().match(behind) is not None


@cache
def _ailing() -> re.Pattern[str]:
    suffering, illness = (alternation(word_forms("cues", table)) for table in ("suffering", "lasting_illness"))
    return re.compile(rf"(?: [^\W\d]+){{0,4}}? {suffering}(?: {suffering})*(?: [^\W\d]+)? {illness}(?!\w)")


@cache
def _today() -> re.Pattern[str]:
    return re.compile(rf"\W*{alternation(word_forms('cues', 'today'))}(?!\w)")


@cache
def _goods() -> re.Pattern[str]:
    """What was seized, up to one thing of its list: `Tang vật thu giữ: 6 chiếu bạc, |14 xe đạp|`."""
    goods, opening = (alternation(word_forms("cues", table)) for table in ("seized_goods", "list_opening"))
    return re.compile(
        rf"(?<!\w){goods}(?: [^\W\d]+){{0,7}}(?::| {opening}:?) (?:[^:;]*(?:,|;| và| cùng| với)(?: có)? )?$"
    )


def _is_result(layout: Layout, one: Counted) -> bool:
    """Whether a line's label tells what was done: `- Sửa nhà dột: |30 nhà|`, not `- Diện tích: |64 ha|`."""
    begin = layout.text.rfind("\n", 0, one.start) + 1
    label = _LABEL.fullmatch(layout.text[begin : one.start])
    if label is None:
        return False
    done = starting_at(settle(label["label"]), 0) or ""
    return aspects().get(done) == "flow" and settle(label["label"]) != done


@cache
def _goes() -> re.Pattern[str]:
    """Behind what is carried, where it goes, before any number: `mang 2 hòm phiếu |đến| nhà cụ Tư`."""
    return re.compile(rf"[^\d]{{0,30}}\s{alternation(word_forms('cues', 'whither'))}(?!\w)")
