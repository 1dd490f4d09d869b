"""Whether what a verb of a state counts belongs to something that happened, or is there by its date.

`Xã bố trí 6 cán bộ trực` tells what there is, `Ngày 15/3, xã bố trí 6 cán bộ trực` what was done that day.
"""

import re

from extractor.facts.counts.nouns.counted import HAPPENING, Counted
from extractor.facts.counts.verbs.governing import ACTORS
from extractor.facts.layout import Layout
from extractor.facts.time.slots import nights
from extractor.facts.verbs import Predicate
from extractor.reading.spans import Period
from extractor.vietnamese.lexicon import word_forms, word_pattern, word_set
from extractor.vietnamese.phrases import settle

# What people did in a year is remembered as how it was then once so many years have passed.
RECENT_YEARS = 1


def told_as_done(
    layout: Layout, one: Counted, verb: Predicate, period: Period | None, published: str | None
) -> bool:
    """Whether a stock verb counts what happened at a stated time.

    Those of use and taking part do so at a day, in a campaign or at an occasion (`cùng ngày, trạm bố trí 9 tổ`);
    `có` does where people did something in the time (`năm học trước có 9 em bỏ học`) or something new came up.
    """
    if verb.ongoing or verb.aspect != "stock" or one.category in HAPPENING or verb.link == "cho":
        return False
    words = settle(verb.text or "")
    if words in word_set("verbs", "using") and one.category in ("mass", "volume"):
        return period is not None and period.form in ("span", "date", "since")
    before = _clause(layout, one)
    recent = _is_recent(period, published)
    lasting = word_pattern("cues", "lasting_whole").search(before) is not None
    if word_pattern("cues", "attendance").search(before):
        return not lasting
    if words == "có":
        earned = word_pattern("verbs", "winning").search(before) is not None
        stretch = period is not None and period.form in ("span", "since")
        if _is_new(layout, one) and (stretch or word_pattern("cues", "campaign").search(before)):
            return not _at_end(layout, period)
        return (
            (verb.behind == "flow" or earned) and one.category in ACTORS and recent and not _at_end(layout, period)
        )
    if words.startswith(word_forms("verbs", "hiring")):
        return recent or _is_perfect(layout, verb)  # Hai người này đã thuê |8 phu gỗ|
    if not words.startswith(word_forms("verbs", "episodic")) or lasting:
        return False
    if word_pattern("cues", "campaign").search(before):
        return True
    joined = words.startswith(word_forms("verbs", "joining")) and word_pattern("cues", "contest").search(before)
    return bool(joined) or (recent and _of_days(period))


def _is_perfect(layout: Layout, verb: Predicate) -> bool:
    """Whether the verb is told as done."""
    before = settle(layout.text[layout.sentence(verb.start)[0] : verb.start]).rstrip()
    return f" {before}".endswith(tuple(f" {form}" for form in word_forms("verbs", "perfect")))


def _is_new(layout: Layout, one: Counted) -> bool:
    """Whether what is counted is told to be new: `tuần qua có |7 ổ dịch mới|`, `|12 nhóm nợ| mới`."""
    counted = settle(layout.text[one.start : one.end + len(" mới ")])
    return re.search(r"\smới(?=\W|$)", counted) is not None


def is_there(layout: Layout, one: Counted, verb: Predicate, period: Period | None) -> bool:
    """Whether those who did it by now are counted: `đến nay, huyện có |11 dòng họ| đăng ký`.

    A scheme draws those who belong to it: `mô hình thu hút |18 chủ ghe|`.
    """
    stretch = period is not None and period.form in ("span", "date", "since")
    if settle(verb.text or "") in word_set("verbs", "drawing") and one.category not in HAPPENING and not stretch:
        return word_pattern("cues", "lasting_whole").search(_clause(layout, one)) is not None
    lasting = settle(verb.text or "").startswith(word_forms("verbs", "settled"))
    until = period is not None and period.form in ("until", "now")
    return verb.had and lasting and until and one.category not in HAPPENING


def _clause(layout: Layout, one: Counted) -> str:
    """The sentence up to the count with the words right behind it, in settled text."""
    first, last = layout.sentence(one.start)
    behind = re.split(r"[,;:.]", layout.text[one.end : min(last, one.end + 40)])[0]
    return settle(f"{layout.text[first : one.start]} {behind}")


def _is_recent(period: Period | None, published: str | None) -> bool:
    """Whether the time is over, and no memory of years ago: `năm ấy, cả thôn có 9 hộ đan lát`.

    A day without a year is one of the last.
    """
    if period is not None and period.form == "clock":
        return True
    if period is None or period.form not in ("span", "date") or not period.last or not published:
        return False
    return period.last <= published and int(published[:4]) - int(period.last[:4]) <= RECENT_YEARS


def _of_days(period: Period | None) -> bool:
    """Whether the time is a day or a few days of one month."""
    if period is None or nights(period) is None:
        return False
    first, last = period.first or "", period.last or ""
    return first[:7] == last[:7] and not _whole(first, last)


def _whole(first: str, last: str) -> bool:
    return first.endswith("-01") and int(last[-2:]) >= 28


def _at_end(layout: Layout, period: Period | None) -> bool:
    """Whether the state at the end or beginning of a time is told: `hết tháng 6`, `cuối năm 2022`."""
    if period is None:
        return False
    told = settle(layout.text[max(0, period.start - 12) : period.end])
    return bool(word_pattern("cues", "bound").search(told))
