"""Award clauses: who gives which form to whom, in the active, the passive and the nominal frame."""

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Literal

from extractor.facts.givers import Giver, coordinated, read_givers
from extractor.facts.recipients import Recipient, RecipientList, read_recipients
from extractor.reading.spans import AwardForm, Reading
from extractor.vietnamese.lexicon import Row, rows
from extractor.vietnamese.phrases import alternation, settle, whole_words


class GivingVerb(Row):
    """A verb of awards. The subject of a `handing` verb need not be the giver; of a `receiving` one it is not."""

    handing: bool = False
    receiving: bool = False


class Hindrance(Row):
    """A word that says: not given. It reaches through its clause, three words (`near`) or to the `next` word."""

    reach: Literal["clause", "near", "next"]


@dataclass(frozen=True, slots=True)
class Frame:
    """An award as one clause tells it. `start:end` reaches from the giver or recipient to the last of both."""

    form: AwardForm
    givers: tuple[Giver, ...]
    recipients: tuple[Recipient, ...]
    start: int
    end: int
    rule: str
    verb: GivingVerb
    reason: str | None = None


def read_frames(reading: Reading) -> tuple[Frame, ...]:
    """All awards that clauses tell of, in order."""
    settled = settle(reading.text)
    found: list[Frame] = []
    for sentence in reading.doc.sents:
        start, stop = sentence.start_char, sentence.end_char
        forms = [form for form in reading.award_forms if start <= form.start < stop]
        if forms:
            found.extend(_sentence_frames(reading, settled, start, stop, forms))
    return tuple(found)


def _sentence_frames(reading: Reading, settled: str, start: int, stop: int, forms: list[AwardForm]) -> list[Frame]:
    frames: list[Frame] = []
    for begin, end in _segments(settled, start, stop):
        inside = [form for form in forms if begin <= form.start < end]
        frames.extend(_segment_frames(reading, settled, begin, end, inside, frames[-1] if frames else None))
    return _shared_reason(frames)


def _segments(settled: str, start: int, stop: int) -> list[tuple[int, int]]:
    """The sentence cut at semicolons outside quotation marks, and where speech begins."""
    masked = _QUOTED.sub(lambda match: " " * len(match.group()), settled[start:stop])
    cuts = [start, *(start + match.end() for match in _CUT.finditer(masked)), stop]
    return list(pairwise(cuts))


def _segment_frames(
    reading: Reading, settled: str, start: int, stop: int, forms: list[AwardForm], before: Frame | None
) -> list[Frame]:
    frames: list[Frame] = []
    held: list[Frame] = []
    at = start
    for number, form in enumerate(forms):
        limit = forms[number + 1].start if number + 1 < len(forms) else stop
        frame = _Clause(reading, settled, at, form, limit, before).frame()
        at = form.end
        before = frame or before
        if frame is None:
            held = []
            continue
        if not frame.recipients:
            held.append(frame)
            continue
        # Chủ tịch tặng Bằng khen, Giám đốc tặng Giấy khen cho 5 tập thể: the first shares the second's list.
        frames.extend(replace(other, recipients=frame.recipients, end=frame.end) for other in held)
        frames.append(frame)
        held, at = [], frame.end if frame.rule == "active" else form.end
    return frames


@dataclass(frozen=True, slots=True)
class _Clause:
    """One form with the text around it: from `at` (the end of what went before) to `limit`."""

    reading: Reading
    settled: str
    at: int
    form: AwardForm
    limit: int
    before: Frame | None

    def frame(self) -> Frame | None:
        """The frame of the form's clause, or None where nothing is given."""
        verb_start, verb = self._verb()
        if self._hindered(verb_start):
            return None
        if verb is not None and verb.receiving:
            return self._received(self.at, verb_start, (), "receiving", verb)
        if self.before is not None and self.before.rule == "passive" and self._tied(verb_start):
            return self._received(self.at, self.at, self.before.givers, "passive", verb)
        passive = _last(_PASSIVE, self.settled, self.at, verb_start)
        if verb is not None and passive is not None:
            givers = coordinated(read_givers(self.reading, self.settled, passive.end(), verb_start), self.settled)
            if givers or len(self.settled[passive.end() : verb_start].split()) <= 3:
                return self._received(self.at, passive.start(), givers, "passive", verb)
        return self._given(verb_start, verb)

    def _verb(self) -> tuple[int, GivingVerb | None]:
        """Where the verb begins, and which it is; a word of praise is its own verb."""
        match = _verbs().search(self.settled, self.at, self.form.start)
        if match is not None:
            return match.start(), _verb_rows()[" ".join(match.group(1).split())]
        if self.form.rule == "praise":
            return self.form.start, _PRAISE
        if self.before is not None and self._tied(self.form.start):
            return self.form.start, self.before.verb  # tặng Bằng khen và Huy hiệu
        return self.form.start, None

    def _tied(self, stop: int) -> bool:
        """Whether only a comma or `và` stands between what went before and `stop`."""
        return _TIED.fullmatch(self.settled, self.at, stop) is not None

    def _hindered(self, verb_start: int) -> bool:
        left = self.settled[self.at : verb_start]
        nearest = " ".join(left.split()[-3:])
        return bool(
            _hindrances("clause").search(left)
            or _hindrances("near").search(nearest)
            or any(match.end() == len(nearest) for match in _hindrances("next").finditer(nearest))
        )

    def _received(
        self, start: int, stop: int, givers: tuple[Giver, ...], rule: str, verb: GivingVerb
    ) -> Frame | None:
        """`09 cá nhân được Bộ Công an tặng Kỷ niệm chương`, `3 cá nhân nhận giấy khen của Giám đốc`."""
        subject = self._subject(start, stop)
        if not subject.recipients and self.before is not None and self.before.rule == rule:
            subject = RecipientList(self.before.recipients, start)
        if not subject.recipients:
            return None
        givers = givers or self._of(self.form.end)
        end = max([self.form.end, *(giver.end for giver in givers)])
        reason = _reason(self.reading.text, self.settled, end, self.limit) or _reason(
            self.reading.text, self.settled, subject.end, stop
        )
        recipients = self._named_later(subject.recipients, end)
        return Frame(self.form, givers, recipients, recipients[0].start, end, rule, verb, reason)

    def _named_later(self, recipients: tuple[Recipient, ...], at: int) -> tuple[Recipient, ...]:
        """`Hai cá nhân được tặng giấy khen là ông A và bà B`: the names behind the verb are the subject's."""
        opening = _NAMELY.match(self.settled, at, self.limit)
        if opening is None or len(recipients) != 1 or recipients[0].names:
            return recipients
        named = read_recipients(self.reading, self.settled, opening.end(), self.limit).recipients
        if len(named) != 1 or named[0].kind != recipients[0].kind:
            return recipients
        return (replace(recipients[0], names=named[0].names),)

    def _subject(self, start: int, stop: int) -> RecipientList:
        """The last list of recipients that begins at the clause's start or after a comma, `có` or a colon."""
        found = RecipientList((), start)
        at = start
        for opening in (start, *(match.end() for match in _SUBJECT.finditer(self.settled, start, stop))):
            if opening < at:
                continue
            listed = read_recipients(self.reading, self.settled, opening, stop, bare=True)
            if listed.recipients:
                found, at = listed, listed.end
        return found

    def _given(self, verb_start: int, verb: GivingVerb | None) -> Frame | None:
        """`UBND xã tặng Giấy khen cho 06 tập thể`, `trao Bằng khen của Thủ tướng tặng Nhân dân huyện`."""
        of = self._of(self.form.end)
        at = max([self.form.end, *(giver.end for giver in of)])
        opening = _TO.match(self.settled, at, self.limit)
        if verb is None and not (of and opening and opening.group().strip(" ,")):
            return None
        listed = self._listed(at)
        givers = of or self._of(listed.end) or self._authority(verb_start) or self._agents(verb_start, verb)
        if self.form.rule == "praise" and not (_counted(listed) or (givers and self._honoured(listed))):
            return None
        end = max(listed.end, self.form.end)
        reason = _reason(self.reading.text, self.settled, end, self.limit)
        start = min([verb_start, *(giver.start for giver in givers)])
        recipients = self._by_forms(listed.recipients, verb_start)
        return Frame(self.form, givers, recipients, start, end, "active", verb or _PRAISE, reason)

    def _honoured(self, listed: RecipientList) -> bool:
        """Whether the praised are award recipients by name: tập thể, cá nhân, not các doanh nghiệp."""
        return all(_TYPICAL.match(self.settled, recipient.start) for recipient in listed.recipients)

    def _by_forms(self, recipients: tuple[Recipient, ...], verb_start: int) -> tuple[Recipient, ...]:
        """`trao 05 giấy khen cho các cá nhân`: the number of awards is that of its only kind of recipient."""
        numbers = [q for q in self.reading.quantities if verb_start <= q.start and q.end <= self.form.start]
        if len(recipients) != 1 or len(numbers) != 1 or recipients[0].names or recipients[0].number_start:
            return recipients
        if numbers[0].value is None:
            return recipients
        return (replace(recipients[0], count=int(numbers[0].value), number_start=numbers[0].number_start),)

    def _listed(self, at: int) -> RecipientList:
        """The recipients after the form: at once, or after a phrase that ends in `cho`."""
        opening = _TO.match(self.settled, at, self.limit)
        listed = read_recipients(self.reading, self.settled, opening.end() if opening else at, self.limit)
        if listed.recipients:
            return listed
        for later in _FOR.finditer(self.settled, at, min(self.limit, at + 200)):
            listed = read_recipients(self.reading, self.settled, later.end(), self.limit)
            if _counted(listed) or (listed.recipients and _EXTRAS.fullmatch(self.settled, at, later.start())):
                return listed
        return RecipientList((), at)

    def _of(self, at: int) -> tuple[Giver, ...]:
        """The giver after `của`, where it follows at once."""
        of = _OF.match(self.settled, at, self.limit)
        if of is None:
            return ()
        found = read_givers(self.reading, self.settled, of.end(), self.limit)
        return (replace(found[0], by_hand=False, apposed=False),) if found and found[0].start == of.end() else ()

    def _authority(self, verb_start: int) -> tuple[Giver, ...]:
        """`Thừa ủy quyền của Thủ tướng Chính phủ, …` names the giver, whoever hands over."""
        authority = _AUTHORITY.search(self.settled, self.at, verb_start)
        if authority is None:
            return ()
        return read_givers(self.reading, self.settled, authority.end(), verb_start)[:1]

    def _agents(self, verb_start: int, verb: GivingVerb | None) -> tuple[Giver, ...]:
        """The subject of the verb; that of the clause before where this one has none."""
        givers = coordinated(read_givers(self.reading, self.settled, self.at, verb_start), self.settled)
        if not givers and self.before is not None and self._tied(verb_start):
            return self.before.givers
        handing = verb is not None and verb.handing
        return tuple(giver for giver in givers if not (giver.apposed or (giver.by_hand and handing)))


def _counted(listed: RecipientList) -> bool:
    return any(recipient.number_start is not None or recipient.names for recipient in listed.recipients)


def _reason(text: str, settled: str, at: int, stop: int) -> str | None:
    """The reason that begins at `at`, without the words that only open it (`vì đã`, `có`)."""
    opening = _reasons().match(settled, at, stop)
    if opening is None:
        return None
    reason = text[opening.end() : stop].strip(" .,;:/\n")
    return reason or None


def _shared_reason(frames: list[Frame]) -> list[Frame]:
    """A reason at the end of a row of awards holds for those before it in the sentence."""
    shared: list[Frame] = []
    reason = None
    for frame in reversed(frames):
        reason = frame.reason or reason
        shared.insert(0, replace(frame, reason=reason))
    return shared


def _last(pattern: re.Pattern[str], settled: str, start: int, stop: int) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(settled, start, stop))), None)


_PRAISE = GivingVerb(word="biểu dương", example="Công an xã biểu dương 2 công dân.")
_QUOTED = re.compile(r"(?<!: )[“\"][^“”\"\n]{1,140}[”\"]")
_CUT = re.compile(r";|:\s*[“\"]")
_PASSIVE = re.compile(r"(?<!\w)(?:vinh dự được|được)(?!\w)")
_SUBJECT = re.compile(r"(?:[,:;–]|(?<!\w)(?:có|và|gồm)(?!\w))\s*")
_TO = re.compile(
    r"\s*,?\s*(?:đột xuất\s+)?(?:đã\s+|được\s+)*(?:(?:trao tặng|tặng thưởng|truy tặng|tặng|trao)\s+)?"
    r"(?:(?:cho|tới|đến|đối với)\s+)?"
)
_FOR = re.compile(r"(?<!\w)(?:cho|tặng|tới)\s+")
_OF = re.compile(r"\s*(?:của|do)\s+")
_AUTHORITY = re.compile(r"(?<!\w)(?:thừa (?:ủy quyền|lệnh)|thay mặt|được (?:sự )?ủy quyền)(?:\s+của)?\s+")
_EXTRAS = re.compile(r"\s*(?:,|và|kèm|cùng|kèm theo)\s+[^,;.]{0,60}")
_NAMELY = re.compile(r"\s*(?:,\s*)?(?:tại hội nghị\s+)?(?:gồm|là|đó là|gồm có|:)\s*:?\s*")
_TYPICAL = re.compile(r"(?:tập thể|cá nhân|điển hình|gương|công dân|hộ|đơn vị|người tốt)")
_TIED = re.compile(
    r"[\s;]*(?:năm\s\d{4}|lần\s\w+)?[\s;]*(?:,|và|,\s*và|đồng thời|cùng)?\s*(?:cũng|đã|còn)?\s*(?:các|nhiều|\d+)?\s*"
)


@cache
def _verb_rows() -> dict[str, GivingVerb]:
    return {settle(form): row for row in rows("awards", "verb", GivingVerb) for form in row.forms}


@cache
def _verbs() -> re.Pattern[str]:
    """A verb that ends where the searched stretch ends, maybe with the number of awards: `trao 05 giấy khen`."""
    number = r"(?:\s+(?:các|những|nhiều|phần|\d[\d.]*|một|hai|ba|bốn|năm))*"
    return re.compile(rf"(?<!\w)({alternation(_verb_rows())}){number}\s*\Z")


@cache
def _hindrances(reach: str) -> re.Pattern[str]:
    found = [row for row in rows("awards", "hindrance", Hindrance) if row.reach == reach]
    return whole_words(form for row in found for form in row.forms)


@cache
def _reasons() -> re.Pattern[str]:
    words = alternation(form for row in rows("awards", "reason", Row) for form in row.forms)
    return re.compile(rf"\s*(?:\([^()]*\)\s*)?,?\s*{words}(?!\w)\s*")
