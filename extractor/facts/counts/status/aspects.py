"""Whether a count exists (stock), happened (flow), is planned (target) or is a rate."""

from typing import cast

from extractor.facts.counts.nouns.counted import HAPPENING, Counted, Told
from extractor.facts.counts.status.cues import Cues
from extractor.facts.counts.status.prices import is_small
from extractor.facts.counts.status.traits import equipped, like
from extractor.facts.verbs import Predicate, aspects, starting_at
from extractor.reading.spans import Period
from extractor.records import Aspect, Category
from extractor.vietnamese.lexicon import word_forms, word_pattern, word_set
from extractor.vietnamese.phrases import settle

# Amounts that without a verb are what was produced, moved or lost (khối lượng, sản lượng).
LAID_OUT: frozenset[Category] = frozenset({"mass", "volume"})
BROUGHT: frozenset[Category] = LAID_OUT | {"money"}
# Sides that something is between or of.
PARTIES: frozenset[Category] = frozenset({"other", "organization", "admin_unit", "group", "person", "household"})
# What no plant or hall holds.
UNHELD: frozenset[Category] = frozenset({"money", "percent", "duration", "event"})
# What people are caught with.
SEIZED: frozenset[Category] = LAID_OUT | {"product", "other"}


def decide_aspect(
    counted: Counted,
    verb: Predicate,
    cues: Cues,
    period: Period | None,
    measured: str | None,
    published: str | None,
) -> tuple[Aspect, str]:
    """The aspect of a count and the reason."""
    given = is_given(counted, verb)
    if cues.thing.capacity and counted.category not in UNHELD and not (cues.plan.wording or counted.quantity.per):
        return "stock", "capacity"
    if cues.plan.wording and not given and not _is_general(counted, cues, measured):
        return "target", f"cue: {cues.plan.wording}"
    if cues.plan.heading and not _is_over(period, published):
        return "target", f"heading: {cues.plan.heading}"
    if _is_future(period, published) and not given:
        lasting = period is not None and period.form == "since" and verb.aspect == "stock"
        return ("stock", "future state") if lasting else ("target", "future period")
    if counted.category == "percent":
        return "rate", "percent"
    if (
        counted.category in LAID_OUT
        and (verb.text is None or settle(verb.text) in word_set("verbs", "coming_to"))
        and _measured(_own(measured, counted)) is None
        and cues.unit.span is None
    ):
        small = counted.thing is None and settle(counted.what) in word_set("cues", "small_amount")
        return ("stock", "size") if small else ("flow", "amount")
    if counted.told:
        return _in_table(counted, counted.told, verb, (period, published), measured)
    if cues.change.base and counted.category != "case":  # `giảm 5 vụ so với năm 2024` is of cases that happened
        return "rate", "change against a base"
    if cues.change.multiple and counted.head in word_set("cues", "times"):
        return "rate", "multiple"
    each = cues.unit.span is not None and not cues.unit.of_time
    return (
        _paid(counted, cues)
        or like(counted, verb, cues, measured)
        or _required(counted, cues, measured)
        or equipped(counted, cues)
        or _recovered(verb, counted)
        or _changed(verb, cues, counted)
        or _owed(verb, counted)
        or _measured(_own(measured, counted), per=counted.quantity.per, each=each)
        or _before_change(counted, cues)
        or _of_kind(counted, verb, cues, measured, period)
        or _of_verb(counted, verb, cues, opening=_opens(counted, period))
    )


def is_given(counted: Counted, verb: Predicate) -> bool:
    """Whether the count only names those that something is of or between, in a plan too.

    `sẽ có hội đàm giữa |hai nước|`, `hy vọng gặp mẹ của |hai cháu|`.
    """
    if counted.category not in PARTIES:
        return False
    return (verb.text is None and verb.link in ("giữa", "của")) or _is_known(counted) or _is_asked(counted, verb)


def _is_asked(counted: Counted, verb: Predicate) -> bool:
    """Whether those are counted who are asked to do something: `yêu cầu |14 xã| báo cáo`."""
    asked = verb.side == "left" and verb.link is None and settle(verb.text or "") in word_set("cues", "asking")
    return asked and counted.category == "admin_unit"


def _is_known(counted: Counted) -> bool:
    """Whether the two are those that the text speaks of all along: `sẽ nhập thép từ |hai nước|`."""
    both = counted.quantity.value == 2 and counted.quantity.modifier == "exact"
    return both and settle(counted.what) in word_set("cues", "pair")


def _is_general(counted: Counted, cues: Cues, measured: str | None) -> bool:
    """Whether what sounds like a plan holds at any time: `có thể giảm |35%| nguy cơ`, `mỗi bể cần |80 m3|`."""
    risk = cues.plan.wording in word_set("cues", "possibility") or settle(measured or "").startswith(
        word_forms("cues", "risk")
    )
    feature = settle(counted.what) in word_set("cues", "feature")
    if feature and cues.plan.wording in word_set("cues", "target_behind") | word_set("cues", "needed"):
        return True
    each = cues.unit.span is not None or counted.quantity.per is not None
    steady = cues.plan.wording in word_set("cues", "needed") | word_set("cues", "possibility")
    # `nếu mua cả thùng thì giá |40.000 đồng|`
    asked = cues.plan.wording in word_set("cues", "condition") and counted.category == "money"
    priced = asked and (_measured(_own(measured, counted)) or ("",))[0] == "rate"
    return (risk and counted.category == "percent") or (each and steady) or priced


def _opens(counted: Counted, period: Period | None) -> bool:
    """Whether the number is the subject right behind a time: `Sáng 7/6, |400 đoàn viên| ra quân`."""
    if period is None or period.form not in ("span", "date"):
        return False
    return 0 < counted.start - period.end <= len(", ")


def _is_over(period: Period | None, published: str | None) -> bool:
    return bool(period and period.last and published and period.last < published)


def _is_future(period: Period | None, published: str | None) -> bool:
    if period is None:
        return False
    if period.form == "deadline":
        return not (published and period.last and period.last < published)
    return bool(published and period.first and period.first > published)


def _measured(measured: str | None, per: str | None = None, *, each: bool = False) -> tuple[Aspect, str] | None:
    """What the measured noun itself decides: a balance (dư nợ) or a size is a stock, an average or a price a rate,
    a yield or rainfall a flow. A balance of `each` or `per` unit is none, but a capacity may be per day or year.
    """
    if measured is None:
        return None
    each = each or (per is not None and per.split("/")[0] not in word_set("cues", "time_unit"))
    lowered = word_pattern("cues", "worth").sub(" ", settle(measured))
    if word_pattern("cues", "balance", "standing").search(lowered) and not each:
        return "stock", "measured: balance"
    for table, verdict in (("averaged", "rate"), ("produced", "flow")):
        if word_pattern("cues", table).search(lowered):
            return cast(Aspect, verdict), f"measured: {table}"
    return None


def _own(measured: str | None, counted: Counted) -> str | None:
    """The measured noun where such an amount can measure it: money is no area (`diện tích 900 m2, thu |3 tỷ|`)."""
    alien = {
        "money": "sized",
        "mass": "priced_only",
        "volume": "priced_only",
        "area": "priced_only",
        "length": "priced_only",
    }
    table = alien.get(counted.category)
    if measured and counted.category == "money" and _is_worth(measured, counted):
        return None
    if measured and table and settle(measured).removeprefix("có ").startswith(word_forms("cues", table)):
        return None
    return measured


def _is_worth(measured: str, counted: Counted) -> bool:
    """Whether it is what a whole is worth, no price of one: `máy bay |giá| 900 tỷ đồng`, `định giá 3 tỷ USD`."""
    priced = settle(measured).startswith(word_forms("cues", "worth_of_one"))
    return priced and counted.quantity.per is None and not is_small(counted)


def _recovered(verb: Predicate, counted: Counted) -> tuple[Aspect, str] | None:
    """What was taken or paid back of a debt or fund, which itself is there: `thu hồi |3 tỷ đồng| nợ cũ`."""
    back = settle(verb.text or "").startswith(word_forms("verbs", "recovering"))
    return ("flow", "paid back") if back and counted.category == "money" and not counted.quantity.per else None


def _paid(counted: Counted, cues: Cues) -> tuple[Aspect, str] | None:
    """What was paid for something, or how much money came or went: `mua nhà cũ với giá |3 tỷ đồng|`."""
    if counted.category != "money" or counted.quantity.per or cues.unit.span:
        return None
    if cues.price.paid:
        return "flow", "paid"
    return ("flow", "change") if cues.change.amount else None


def _owed(verb: Predicate, counted: Counted) -> tuple[Aspect, str] | None:
    """What is owed, whatever for: `công ty nợ lương |640 triệu đồng|`."""
    owed = counted.category == "money" and settle(verb.text or "").startswith(word_forms("verbs", "owing"))
    return ("stock", "money owed") if owed and not counted.quantity.per else None


def _changed(verb: Predicate, cues: Cues, counted: Counted) -> tuple[Aspect, str] | None:
    """How much came or went of what is measured: `diện tích mía giảm |90 ha|`."""
    amount = cues.change.amount and verb.side == "left" and counted.category in ("area", "length")
    return ("flow", "change") if amount and not counted.quantity.per else None


def _required(counted: Counted, cues: Cues, measured: str | None) -> tuple[Aspect, str] | None:
    """What a norm asks for: `giữ khoảng cách tối thiểu |2 m|`; the most that is paid is a rate."""
    rated = counted.quantity.per is not None or cues.unit.span is not None or _measured(measured) is not None
    if (
        cues.plan.required
        and not rated
        and counted.category != "percent"
        and counted.head not in word_set("cues", "times")
    ):
        return "target", "required"
    most = counted.quantity.modifier == "at_most" and counted.category == "money"
    return ("rate", "at most") if most and not rated else None


def _before_change(counted: Counted, cues: Cues) -> tuple[Aspect, str] | None:
    """What was there before a change: `tăng từ |63 kg| lên 65 kg`; of cases and money so much was before."""
    there = cues.change.setting_out and counted.category not in HAPPENING | {"money"}
    return ("stock", "before a change") if there else None


def _in_table(
    counted: Counted, told: Told, verb: Predicate, timed: tuple[Period | None, str | None], measured: str | None
) -> tuple[Aspect, str]:
    """What heading and caption say of a cell: planned, done, there; what has a stretch of time happened in it."""
    if counted.quantity.per:
        return "rate", "per unit"
    period, published = timed
    if told.planned and not _is_over(period, published):
        return "target", "table"
    stretch = period is not None and period.form == "span" and period.first != period.last
    happened = counted.category in HAPPENING or counted.category == "money"
    if stretch and counted.category != "percent":
        return "flow", "table"
    return _measured(measured) or (verb.aspect or ("flow" if happened else "stock"), "table")


def _is_price(counted: Counted, verb: Predicate, cues: Cues) -> bool:
    """Whether the money is the price or wage of one: `ở mức |140.000 đồng|`, `giao dịch quanh |1.249 USD|`."""
    quoted = settle(verb.text or "") in word_set("verbs", "quoting")
    return is_small(counted) and (cues.price.levelled or cues.price.traded or quoted)


def _of_kind(
    counted: Counted, verb: Predicate, cues: Cues, measured: str | None, period: Period | None
) -> tuple[Aspect, str] | None:
    """What the kind of count decides, whatever its verb."""
    category = counted.category
    # `mỗi năm thu 3 tỷ đồng` is what a year brings, `mỗi ngày thu 3 triệu đồng` how much each time.
    brings = cues.unit.of_season and verb.text is not None and category in BROUGHT
    each = cues.unit.span is not None and not brings
    if counted.quantity.per or each:
        return "rate", "per unit"
    if category == "duration":
        return "flow", "term"
    alone = verb.link == "với" and verb.text is None
    invited = alone and settle(counted.what).startswith(word_forms("cues", "invited"))
    invited = invited or (alone and cues.gathering.met and category == "person")
    gathering = cues.gathering
    came = gathering.attending and verb.link not in word_set("verbs", "absent")
    if came or gathering.occasion or invited:
        return "flow", "occasion" if gathering.occasion and not gathering.attending else "attendance"
    happens = category in HAPPENING or _begins(counted.what, "occurrence")
    if happens and verb.aspect != "flow" and not _lasts(counted, verb, period):
        return "flow", "a happening"
    if category == "money" and _is_price(counted, verb, cues):
        return "rate", "price"
    if category == "money":
        # `nợ còn 1,9 tỷ đồng`, `quỹ hiện có 300 triệu đồng`: what is owed or held is there.
        words = settle(verb.text or "")
        done = any(f" {voice} " in words for voice in word_forms("verbs", "voice"))  # còn bị phạt 9 triệu đồng
        held = (words.startswith(word_forms("verbs", "holding")) or (verb.ongoing and words == "có")) and not done
        held = held or words in word_set("verbs", "raising")
        held = held and not words.startswith(word_forms("verbs", "gain"))
        return ("stock", "money held") if held else ("flow", "money")
    return None


def _lasts(counted: Counted, verb: Predicate, period: Period | None) -> bool:
    """Whether a place has it rather than had it: `còn 74 vụ`, `có 3 ca nhiễm`, `hiện có 9 trường hợp`.

    In a stretch of time it had no more than that: `cả năm 2019 chỉ còn hai vụ`.
    """
    words = settle(verb.text or "")
    if verb.ongoing:
        return words not in word_set("verbs", "happening_on")  # hiện cất giữ |45 sắc phong|
    if counted.category == "document" and words == "có" and verb.behind is None and verb.link is None:
        return period is None or period.form in ("now", "until")  # tại triển lãm có |300 tài liệu|
    if settle(counted.what) in word_set("cues", "school_class") and words in word_set("cues", "existing"):
        return period is None or period.form in ("now", "until") or period.first == period.last
    if words in word_set("verbs", "comprising") and verb.link is None:
        return counted.category in ("document", "event")  # khóa học gồm |12 bài giảng|
    if words in word_set("verbs", "remaining"):
        if counted.head in word_set("cues", "times"):
            return False  # đội khách còn |hai lần| thoát thẻ đỏ
        return period is None or period.form not in ("span", "since") or period.first == period.last
    if words in word_set("verbs", "keeping") or words.startswith(
        tuple(f"{w} " for w in word_forms("verbs", "ongoing"))
    ):
        return True
    named = verb.text is None or (settle(verb.text) == "là" and verb.side == "left")  # kế đến là xã Đông 97 ca
    # In a stretch of time so many cases came up: `8 tháng đầu năm, làng có |4 ca|`.
    stretch = period is not None and period.form in ("span", "since")
    stretch = stretch and period is not None and (period.first is None or period.first != period.last)
    return not named and not stretch and settle(counted.what).startswith(word_forms("cues", "lasting"))


def _of_verb(counted: Counted, verb: Predicate, cues: Cues, *, opening: bool) -> tuple[Aspect, str]:
    there = verb.ongoing or verb.aspect == "stock"
    if cues.deed.caught and counted.category in SEIZED and there and not _sizes(counted, verb):
        return "flow", "caught"
    if verb.ongoing and settle(verb.text or "") in word_set("verbs", "happening_on"):
        return "flow", f"verb: {settle(verb.text or '')}"
    if verb.ongoing:
        return "stock", f"ongoing: {verb.text}"
    if _is_asked(counted, verb):
        return "stock", "asked"
    if cues.deed.total and (verb.text is None or (verb.side == "left" and verb.aspect == "stock")):
        return "flow", "total of what was done"
    if verb.text is None and cues.deed.done_to:
        return "flow", "done to them"
    if verb.text is None:
        return ("flow", "subject of its time") if opening else ("stock", "no verb")
    more = settle(verb.text).endswith(word_forms("verbs", "adding"))  # thuê thêm 35 máy
    told: tuple[Aspect, str] = ("flow" if more else verb.aspect or "flow", f"verb: {verb.text.lower()}")
    return _of_thing(counted, verb, cues) or _of_link(counted, verb, cues) or told


def _begins(what: str, table: str) -> bool:
    """Whether the noun phrase begins with a noun of the table."""
    return f"{settle(what)} ".startswith(tuple(f"{form} " for form in word_forms("cues", table)))


def _sizes(counted: Counted, verb: Predicate) -> bool:
    """Whether the verb tells what one is like: `bắt con rắn |nặng| 1,2 kg`, `có trọng lượng 1,2 kg`."""
    words = settle(verb.text or "")
    return words in word_set("verbs", "size") or (words == "có" and counted.category != "product")


def _of_thing(counted: Counted, verb: Predicate, cues: Cues) -> tuple[Aspect, str] | None:
    """What the counted thing says where the verb hardly tells what happened."""
    known = any(f" {form} " in f" {settle(verb.text or '')} " for form in aspects())
    if verb.side == "left" and not known:
        if cues.thing.collected and counted.category not in HAPPENING:
            return "stock", "collection"
        if _begins(counted.what, "trait"):
            return "stock", "trait"
        if counted.category == "length" and counted.thing is None:
            return "stock", "size"
    through = verb.side == "left" and settle(verb.text or "").endswith(word_forms("verbs", "through"))
    if through and counted.category not in ("document", "field"):
        return "stock", "means"
    score = settle(counted.what) in word_set("cues", "score")
    return ("stock", "score") if score and not _scores(verb) else None


def _scores(verb: Predicate) -> bool:
    """Whether points were won or lost: `ghi |12 điểm|`, but `chỉ số đứng ở |974 điểm|`."""
    words = settle(verb.text or "")
    return bool(set(words.split()) & word_set("verbs", "scoring")) or aspects().get(words) == "flow"


def _of_link(counted: Counted, verb: Predicate, cues: Cues) -> tuple[Aspect, str] | None:
    """What the word between verb and number says: places are there unless something happened at them."""
    origin = verb.link == "từ" and _is_known(counted)
    if not origin and verb.link not in ("tại", "ở", "trong", "tới", "giữa", "trên"):
        return None
    if counted.head in word_set("cues", "times") or (verb.link == "trong" and counted.category in HAPPENING):
        return None  # ghi 8 bàn trong 4 trận, nghĩ tới hai lần
    happened = verb.link in ("tại", "ở") and _happened_there(verb) and not cues.thing.at_home
    happened = happened or (verb.link == "trên" and aspects().get(starting_at(verb.text or "", 0) or "") == "flow")
    sent = verb.link == "tới" and verb.aspect == "flow" and counted.category in ("product", "other")
    if happened or sent or (verb.link == "tới" and (cues.change.compared or counted.category in HAPPENING)):
        return None  # gửi tới |420 mũ bảo hiểm|
    return "stock", f"{verb.link} …"


def _happened_there(verb: Predicate) -> bool:
    """Whether the verb tells what happened at the counted places: `thí điểm tại |3 thôn|`, not `lắp tại`."""
    known = starting_at(verb.text or "", 0) or ""
    return aspects().get(known) == "flow" and known not in word_set("verbs", "placing")
