"""The period of a count, weighed: each time told before it, in its sentence or right below a headline, and none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from extractor.facts.counts.learned.chances import Chooser, Option
from extractor.facts.counts.learned.nearness import Nearness, between
from extractor.facts.counts.learned.wording import plain
from extractor.facts.counts.relations import Draft
from extractor.facts.counts.timing import Timed
from extractor.facts.layout import within
from extractor.facts.time.framing import ASIDE, frames, opens
from extractor.facts.time.slots import is_day, slot
from extractor.reading.spans import Period
from extractor.records import Aspect, Span
from extractor.vietnamese.lexicon import word_set
from extractor.vietnamese.phrases import settle

# Of an article's times so many are weighed, the nearest first, from so many sentences back.
WEIGHED, BACK = 10, 15
# The last of the sentences at the beginning whose time may be told further down, and the last one it is told in.
HEADLINE, LEAD = 2, 5
# Words that open a sentence, times that are weighed, times near, and mentions of one time that are told apart.
OPENING, OTHERS, NEAR, MENTIONS = 2, 4, 3, 3
# Days between a time and the publication that are told apart.
AGES = (0, 1, 3, 8, 32, 100, 370, 1100, 4000)
# How far behind a time the word after it is looked for.
LOOK_AHEAD = 20


@dataclass(frozen=True, slots=True)
class _Asked:
    """A count whose period is asked for, with what the cues of all answers share.

    `reason` is that of the rules' period, `untold` the slot of a count without a time, `times` those weighed by
    their slots, `before` the count before. `tense` and `opening` are words of the sentence; `quoted` is whether the
    number stands in a quotation that the sentence opens; `words` are the cues of `wording`.
    """

    timed: Timed
    draft: Draft
    before: Draft | None
    reason: str
    untold: Span | None
    times: Mapping[Span | None, Period]
    tense: str
    opening: Sequence[str]
    quoted: bool
    words: Sequence[str]

    @classmethod
    def of(cls, timed: Timed, draft: Draft, earlier: Sequence[Draft], words: Sequence[str]) -> "_Asked":
        """What is asked of a draft."""
        layout, start = timed.times.layout, draft.counted.start
        first, _ = layout.sentence(start)
        left = layout.words_between(first, start)
        told = [word.lower for word in left if word.lower in word_set("cues", "tense")]
        before = layout.text[first:start]
        return cls(
            timed=timed,
            draft=draft,
            before=earlier[-1] if earlier else None,
            reason=_rule(draft, "period"),
            untold=slot(None, draft.aspect, timed.times.reading.published),
            times=_near_times(timed, draft),
            tense=told[-1] if told else "none",
            opening=[plain(word) for word in left[:OPENING]],
            quoted=before.count("“") > before.count("”"),
            words=words,
        )

    @property
    def aspect(self) -> Aspect:
        """The aspect of the count."""
        return self.draft.aspect

    def tie(self, span: Span | None) -> str:
        """Whether an answer is that of the rules."""
        return "same" if span == self.draft.period else "other"

    def kind(self, span: Span | None) -> str:
        """The form of the time that an answer is of; `derived` where the article tells no such time."""
        if span == self.untold:
            return "untold"
        return self.times[span].form if span in self.times else "derived"

    def near(self, period: Period) -> Nearness:
        """How a time lies to the count."""
        return Nearness.of(self.timed.times.layout, self.draft.counted, period.start, period.end)


def weigh_period(
    chooser: Chooser, timed: Timed, draft: Draft, earlier: Sequence[Draft], words: Sequence[str]
) -> dict[Span | None, float]:
    """The chance of each `period` slot, that of no time told among them; none where nothing was learned.

    `words` are the count's cues of `wording`.
    """
    asked = _Asked.of(timed, draft, earlier, words)
    spans = list(dict.fromkeys([asked.untold, *asked.times, draft.period]))
    options: list[Option] = [(span, tuple(_cues(asked, span))) for span in spans]
    chances = chooser.chances("period", draft.counted.quantity.number_start, options)
    return dict(zip(spans, chances, strict=True)) if chances else {}


def _near_times(timed: Timed, draft: Draft) -> dict[Span | None, Period]:
    """The slots that the times around the count give, each with its nearest time.

    Times of its sentence come first, then those before it, then those of the lead below a headline.
    """
    times, start = timed.times, draft.counted.start
    layout = times.layout
    first, last = layout.sentence(start)
    index = layout.sentence_index(start)
    begin = layout.sentences[max(0, index - BACK)][0]
    end = layout.sentences[min(len(layout.sentences) - 1, LEAD)][1] if index <= HEADLINE else last
    near = [period for period in within(times.own.periods, begin, end) if period.form not in ASIDE]
    near += [period for period in _of_article(timed) if period.start < last]
    own = sorted((p for p in near if first <= p.start < last), key=lambda p: abs(p.start - start))
    back = sorted((p for p in near if p.start < first), key=lambda p: -p.start)
    ahead = sorted((p for p in near if p.start >= last), key=lambda p: p.start)
    found: dict[Span | None, Period] = {}
    for period in own + back + ahead:
        told = slot(period, draft.aspect, times.reading.published)
        if told is not None and len(found) < WEIGHED:
            found.setdefault(told, period)
    return found


def _of_article(timed: Timed) -> Iterator[Period]:
    """The times that are the whole article's, and those of trials and disasters, wherever they are told."""
    times = timed.times
    held = times.happening.day if times.happening else None
    yield from (period for period in (held, times.meeting, times.frame) if period)
    yield from times.trials
    yield from times.disasters


def _cues(asked: _Asked, span: Span | None) -> Iterator[str]:
    """What speaks for an answer."""
    yield from _of_rules(asked, span)
    yield from _of_count_before(asked, span)
    if span == asked.untold:
        yield from _of_untold(asked)
    if span in asked.times:
        yield from _of_place(asked, asked.times[span])
        yield from _of_time(asked, asked.times[span])


def _of_rules(asked: _Asked, span: Span | None) -> Iterator[str]:
    """How an answer stands to that of the rules, by what is counted and how it is told."""
    draft, reason, published = asked.draft, asked.reason, asked.timed.times.reading.published
    today = slot(None, "stock", published)
    ruled = "none" if draft.period is None else "today" if draft.period == today else "told"
    tie = asked.tie(span)
    base = f"{tie} {asked.kind(span)}"
    yield tie
    yield base
    yield f"{base}, {reason}"
    yield f"{base}, {reason}, {asked.aspect}"
    yield f"{base}, {reason}, dated {published is not None}"
    yield f"{base}, {asked.aspect}, rules {ruled}"
    yield f"{base}, {draft.counted.category} {asked.aspect}"
    yield f"{base}, {_rule(draft, 'aspect')}"
    yield f"{base}, others {min(len(asked.times), OTHERS)}"
    yield f"{base}, {asked.tense} {asked.aspect}"
    yield f"{base}, opens {' '.join(asked.opening)}"
    yield f"{base}, quoted {asked.quoted} {asked.aspect}"


def _of_count_before(asked: _Asked, span: Span | None) -> Iterator[str]:
    """Whether the count before is of the same time."""
    before, draft, tie, kind = asked.before, asked.draft, asked.tie(span), asked.kind(span)
    if before is None:
        yield f"first, {tie} {kind}"
        return
    same = before.counted.start >= asked.timed.times.layout.sentence(draft.counted.start)[0]
    alike, as_before = before.aspect == draft.aspect, span == before.period
    yield f"as before {as_before}, {same} {alike}, {tie}"
    yield f"as before {as_before}, {same} {alike}, {draft.aspect}, {kind}"
    yield f"as before {as_before}, {same}, {asked.reason}, {tie}"
    yield f"as before {as_before}, {same}, {_rule(before, 'period')}, {tie}"
    if same:
        yield f"as before {as_before}, {draft.counted.category} {before.counted.category}, {tie}"


def _of_untold(asked: _Asked) -> Iterator[str]:
    """Cues for a count without a time: its words, and the times that it might have had."""
    near = min(sum(asked.near(period).is_near for period in asked.times.values()), NEAR)
    yield from (f"untold: {word}" for word in asked.words)
    yield from {f"untold beside {period.rule}" for period in asked.times.values()}
    yield f"untold, near {near}, {asked.reason}"
    yield f"untold, near {near}, {asked.aspect}"


def _of_place(asked: _Asked, period: Period) -> Iterator[str]:
    """Cues for a time of where it is told."""
    layout, aspect = asked.timed.times.layout, asked.aspect
    lies, tie = asked.near(period), asked.tie(slot(period, aspect, asked.timed.times.reading.published))
    first, _ = layout.sentence(period.start)
    opening = opens(layout.text, period, first)
    crowd = between(tuple(asked.times.values()), asked.draft.counted, period.start)
    place, nearest = lies.place, crowd == 0
    yield place
    yield f"{place}, {aspect}"
    yield f"{place}, {tie}"
    yield f"{place}, {tie} by {asked.reason}"
    yield f"{place}, {aspect} {asked.draft.counted.category}"
    yield f"{place}, opens {opening}, frames {frames(layout.text, period, first)}"
    yield f"{place}, opens {opening}, {aspect}, {_width(period)}"
    yield f"{place}, between {crowd}"
    yield f"{place}, between {crowd}, {aspect}"
    yield f"{place}, paragraph {lies.same_paragraph}"
    yield f"{place}, paragraph {lies.same_paragraph}, {aspect}, nearest {nearest}"
    yield f"{place}, {asked.tense}"
    yield f"{place}, opened {asked.opening[0] if asked.opening else '^'}"
    yield f"{place}, opened {' '.join(asked.opening)}"
    yield f"{place}, quoted {asked.quoted}"
    yield f"{place}, behind {lies.word}"
    yield f"{place}, verb {settle(asked.draft.verb.text) if asked.draft.verb.text else None}"
    yield f"{place}, noun {asked.draft.counted.head}"
    far = "near" if lies.is_near else "far"
    after = layout.words_between(period.end, period.end + LOOK_AHEAD)
    yield f"{far}, then {plain(after[0]) if after else '$'}"
    yield f"{far}, from {lies.word}, {aspect}"
    if lies.is_near:
        yield f"{lies.side} by {lies.steps}, {aspect}"
        yield f"{lies.side} by {lies.steps}, {period.form}, nearest {nearest}"


def _of_time(asked: _Asked, period: Period) -> Iterator[str]:
    """Cues for a time of what it is: its form, its length, how long ago, and whether it is the article's."""
    times, aspect = asked.timed.times, asked.aspect
    tie = asked.tie(slot(period, aspect, times.reading.published))
    place, width, age = asked.near(period).place, _width(period), _age(period, times.reading.published)
    yield f"{place}, {period.form} {aspect}"
    yield f"{place}, {period.rule}"
    yield f"{place}, {width} {aspect}"
    yield f"{place}, age {age}"
    yield f"{place}, age {age}, {width}, {tie}"
    yield f"age {age}, {aspect}"
    yield f"age {age}, {width}, {aspect}"
    yield f"rule {period.rule}, {aspect}"
    yield f"rule {period.rule}, {tie} by {asked.reason}"
    yield f"form {period.form}, {asked.draft.counted.category}"
    held = times.happening.day if times.happening else None
    for name, day in (("happening", held), ("meeting", times.meeting), ("frame", times.frame)):
        if day is not None and _as_told(day) == _as_told(period):
            yield f"{name}: {place}, {aspect}"
            yield f"{name}: {aspect}"
    yield f"told {min(times.own.mentions[_as_told(period)], MENTIONS)} times, {place}"


def _rule(draft: Draft, name: str) -> str:
    return draft.reasons[name].split(":")[0]


def _as_told(period: Period) -> Span:
    return period.first, period.last


def _age(period: Period, published: str | None) -> str:
    """How long before the publication the time ended."""
    last = period.last or period.first
    if not last:
        return "open"
    if not published or not is_day(published):
        return "undated"
    if not is_day(last):
        last = f"{last[:4]}-12-31" if len(last) == len("2019") else f"{last[:7]}-28"
    days = (date.fromisoformat(published) - date.fromisoformat(last)).days
    if days < 0:
        return "running" if period.first and period.first <= published else "ahead"
    return str(next((age for age in AGES if days <= age), "older"))


def _width(period: Period) -> str:
    """How long the time is, roughly; of one partial date its precision."""
    first, last = period.first, period.last
    if first is None or last is None:
        return "open"
    if first == last:
        return f"one {len(first)}"
    if first[:4] != last[:4]:
        return "years"
    if first[:7] == last[:7]:
        return "month" if first.endswith("-01") and last[8:] >= "28" else "days"
    return "year" if first.endswith("01-01") and last.endswith("12-31") else "months"
