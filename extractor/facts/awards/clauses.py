"""One award clause: who gives which form to whom, in the active, the passive or the receiving frame."""

import re
from dataclasses import dataclass, replace

from extractor.facts.awards import words
from extractor.facts.awards.givers import Giver, coordinated, read_givers
from extractor.facts.awards.recipient import Recipient, RecipientList
from extractor.facts.awards.recipients import read_recipients
from extractor.facts.awards.words import GivingVerb
from extractor.reading.spans import AwardForm, Quantity, Reading
from extractor.vietnamese.phrases import CAPITAL

_CLOSE = 10  # characters from a subject to its verb: `vừa được`, `vinh dự`
_REACH = 200  # characters from a form to its recipients


@dataclass(frozen=True, slots=True)
class Frame:
    """An award as one clause tells it. `start:end` reaches from the giver or recipient to the last of both.

    `reason` are its offsets; `number` counts the awards themselves; `listed` are the recipients before that number.
    """

    form: AwardForm
    givers: tuple[Giver, ...]
    recipients: tuple[Recipient, ...]
    start: int
    end: int
    rule: str
    verb: GivingVerb | None
    reason: tuple[int, int] | None = None
    number: Quantity | None = None
    listed: tuple[Recipient, ...] = ()

    def with_recipients(self, recipients: tuple[Recipient, ...], end: int, *, several: bool = False) -> "Frame":
        """The frame with these recipients; the number of awards is that of its only kind, when not told itself.

        `trao 05 giấy khen cho các cá nhân`; with `several` awards for one list the list's own number is their sum:
        `trao 1 giải nhất, 2 giải nhì cho 3 thí sinh`.
        """
        number, counted = self.number, recipients
        only = recipients[0] if len(recipients) == 1 else None
        if only and only.names and not (number and number.value == len(only.names) > 1):
            only = None
        if only and number and number.value is not None and (several or only.number_start is None):
            counted = (replace(only, count=int(number.value), number_start=number.number_start),)
        return replace(self, recipients=counted, listed=recipients, end=end)


@dataclass(frozen=True, slots=True)
class Clause:
    """One form with the text around it: from `at` (the end of what went before) to `limit`.

    `sentence` is where its sentence starts, `before` the award that goes before it there.
    """

    reading: Reading
    settled: str
    sentence: int
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
            # được tặng Bằng khen của Bộ trưởng, danh hiệu …: a giver behind the first is not the second's
            shared = tuple(giver for giver in self.before.givers if giver.start < self.before.form.start)
            return self._received(self.at, self.at, self._of(self.form.end) or shared, "passive", verb)
        passive = _last(_PASSIVE, self.settled, self.at, verb_start)
        if passive and words.opening("on_behalf").match(self.settled, passive.end()):
            passive = None  # được thay mặt Nhà nước trao
        if (verb is None and self.form.rule != "praise") or passive is None:
            return self._given(verb_start, verb)
        givers = coordinated(read_givers(self.reading, self.settled, passive.end(), verb_start), self.settled)
        between = self.settled[passive.end() : givers[0].start if givers else verb_start]
        if "," in between or len(between.split()) > 3:
            return self._given(verb_start, verb)  # Ghi nhận kết quả đạt được, UBND xã tặng …
        return self._received(self.at, passive.start(), givers, "passive", verb)

    def _verb(self) -> tuple[int, GivingVerb | None]:
        """Where the verb begins, and which it is; a word of praise is its own."""
        number = self._number()
        stop = self.form.start if number is None else number.start
        match = words.verb_before().search(self.settled, self.at, stop)
        verb = words.verb_rows()[" ".join(match.group(1).split())] if match else None
        if match is not None and verb is not None and (self.form.rule == "title" or not verb.titles):
            return match.start(), verb
        for object_verb in reversed(list(words.verb_at().finditer(self.settled, self.at, stop))):
            if self.form.rule != "praise" and self._beside(object_verb.start()):
                return object_verb.start(), words.verb_rows()[" ".join(object_verb.group(1).split())]
        directed = self._directed(self.form.end, ())  # đội Đoài giành giải nhất; giải nhì thuộc về đội Hạ
        tied = self._tied(self.form.start) or self._follows_author()
        if self.form.rule != "praise" and self.before and tied and not directed:
            return self.form.start, self.before.verb  # tặng Bằng khen và Kỷ niệm chương
        return self.form.start, None

    def _number(self) -> Quantity | None:
        """The number right before the form."""
        near = (q for q in self.reading.quantities if q.unit is None and 0 <= self.form.start - q.end <= 1)
        return next(near, None)

    def _tied(self, stop: int) -> bool:
        """Whether nothing but a tie stands between what went before and `stop`."""
        return words.tie().fullmatch(self.settled, self.at, stop) is not None

    def _follows_author(self) -> bool:
        """Whether only a work's author parts two prizes: `giải nhất cho ca khúc “Mẫu” |của …,| 2 giải nhì`."""
        before = self.before.recipients if self.before and self.before.form.rule == "prize" else ()
        made = self.form.rule == "prize" and any(recipient.kind == "work" for recipient in before)
        return made and _AUTHOR.fullmatch(self.settled, self.at, self.form.start) is not None

    def _adds(self, stop: int) -> bool:
        """Whether the verb only adds to the award before: `kèm tiền thưởng 5 triệu đồng và |tặng| …`."""
        added = words.extras().match(self.settled, self.at, stop)
        return added is not None and words.tied_last().search(self.settled, self.at, stop) is not None

    def _hindered(self, verb_start: int) -> bool:
        # đề nghị công an điều tra; |khen thưởng| 3 cá nhân: what is asked goes on behind a semicolon
        left = self.settled[self.at if self.before else self.sentence : verb_start]
        nearest = " ".join([word for word in left.split() if word != "được"][-3:])
        held_back = any(match.end() == len(nearest) for match in words.hindrances("next").finditer(nearest))
        held_back = held_back and not words.authority().search(f"{nearest} ")  # thừa ủy |quyền| trao
        return bool(
            words.hindrances("clause").search(left)
            or words.hindrances("near").search(nearest)
            or (words.whole("whenever").search(nearest) and self._if_only())
            or (held_back and not self._by_meeting(left))
        )

    def _if_only(self) -> bool:
        """Whether the sentence tells what comes then: `sẽ được thưởng khi giành huy chương vàng`."""
        return words.whole("then").search(self.settled, self.sentence, self.limit) is not None

    def _by_meeting(self, left: str) -> bool:
        """Whether a meeting itself praises so many: `|Hội nghị| khen thưởng 22 tập thể`."""
        meeting = words.whole("meeting_noun").fullmatch(left.rpartition(",")[2].strip())
        return meeting is not None and _SO_MANY.match(self.settled, self.form.end) is not None

    def _received(
        self, start: int, stop: int, givers: tuple[Giver, ...], rule: str, verb: GivingVerb | None
    ) -> Frame | None:
        """`09 cá nhân được Bộ Công an tặng Kỷ niệm chương`, `3 cá nhân nhận giấy khen của Giám đốc`."""
        subject = self._subject(start, stop)
        if not subject.recipients and self.before is not None and self.before.rule != "active" and self._tied(stop):
            subject = RecipientList(self.before.recipients, start)
        if not subject.recipients or words.whole("telling").search(self.settled, subject.end, stop):
            return None  # Ông A cho biết nhà trường được tặng …
        givers = givers or self._of(self.form.end)
        if not givers and self.form.rule == "prize" and self.before and self.before.form.rule == "prize":
            givers = self.before.givers  # Ban Tổ chức trao giải nhất cho …; đội thôn Đoài đoạt giải nhì
        end = max([self.form.end, *(giver.end for giver in givers)])
        reason = self.reason(end, self.limit) or self.reason(subject.end, stop)
        recipients = self._named_later(subject.recipients, end)
        return Frame(self.form, givers, recipients, recipients[0].start, end, rule, verb, reason)

    def _subject(self, start: int, stop: int) -> RecipientList:
        """The last list of recipients that begins at the clause's start, after a comma, a colon or `có`."""
        seen = _last(words.watching(), self.settled, start, stop)
        start = seen.end() if seen else start  # Ông A chứng kiến giây phút |bà B| nhận giải
        found = RecipientList((), start)
        at = start
        prize = self.form.rule in ("prize", "honour")
        brackets = [match.span() for match in _BRACKETS.finditer(self.settled, start, stop)]
        places = {place.start for place in self.reading.places}
        # `năm 2021 |chị| được`: a time that no comma sets off
        times = (p.end + 1 for p in self.reading.periods if start <= p.start and p.end < stop)
        marks = (match.end() for match in _SUBJECT.finditer(self.settled, start, stop))
        for opening in sorted({start, *marks, *times}):
            if opening < at or any(left < opening < right for left, right in brackets):
                continue
            listed = read_recipients(self.reading, self.settled, opening, stop, bare=True, works=prize)
            # Ông A, Trưởng thôn 3, xã Cát Lâm, được …: the xã is no second subject
            address = found.certain and listed.recipients and listed.recipients[0].start in places
            if listed.recipients and not address:
                found, at = listed, listed.end
        return self._nearest_person(found, stop)

    def _nearest_person(self, found: RecipientList, stop: int) -> RecipientList:
        """`Bà A chúc mừng ông B được tặng`: the person right before the verb, if the list is not."""
        close = [p for p in self.reading.people if found.end < p.start and 0 <= stop - p.end <= _CLOSE]
        work = any(recipient.kind == "work" for recipient in found.recipients)
        if not close or work or "," in self.settled[close[-1].end : stop]:
            return found
        return read_recipients(self.reading, self.settled, close[-1].start, stop)

    def _named_later(self, recipients: tuple[Recipient, ...], at: int) -> tuple[Recipient, ...]:
        """`Hai cá nhân được tặng giấy khen là ông A và bà B`: the names behind the verb are the subject's."""
        opening = words.namely().match(self.settled, at, self.limit)
        if opening is None or len(recipients) != 1 or recipients[0].names:
            return recipients
        named = read_recipients(self.reading, self.settled, opening.end(), self.limit).recipients
        if len(named) != 1 or named[0].kind != recipients[0].kind:
            return recipients
        return (replace(recipients[0], names=named[0].names),)

    def _given(self, verb_start: int, verb: GivingVerb | None) -> Frame | None:
        """`UBND xã tặng Giấy khen cho 06 tập thể`, `trao Bằng khen của Thủ tướng tặng Nhân dân huyện`."""
        of = self._of(self.form.end)
        at = max([self.form.end, *(giver.end for giver in of)])
        praise = self.form.rule == "praise"
        shared = self.before.givers if self.before and self._follows_author() else ()
        if verb is None and not praise and not self._directed(at, of):
            # 2 giải nhì, 3 giải ba được trao cho …: the next prize tells to whom
            tied = self.form.rule == "prize" and words.tie().fullmatch(self.settled, at, self.limit)
            number = self._number() if tied and not self._priced(at) else None
            return Frame(self.form, (), (), at, at, "active", None, None, number) if number else None
        listed = self._beside(verb_start) or self._listed(at)
        givers = (
            of or self._of(listed.end) or self._authority(verb_start) or self._agents(verb_start, verb) or shared
        )
        if praise and not (listed.certain or (givers and self._honoured(listed))):
            return None
        start, end = min([verb_start, *(giver.start for giver in givers)]), max(listed.end, self.form.end)
        reason = self.reason(end, self.limit)
        frame = Frame(self.form, givers, (), start, end, "active", verb, reason, self._number())
        received = self.before is not None and self.before.rule == "passive"
        unsaid = not listed.recipients and not words.whole("for").search(self.settled, at, self.limit)
        if unsaid and givers and (recognised := self._recognised(verb_start)):
            return frame.with_recipients(recognised, end)
        if self.before is not None and unsaid and self._told_ahead(verb_start):
            # tặng bà Lê Thị Mẫu Bằng khen và Kỷ niệm chương
            return frame.with_recipients(self.before.listed, end)
        if self.before is not None and received and unsaid and givers:
            # Nhà trường được Bộ tặng Cờ thi đua; UBND tỉnh tặng Bằng khen
            return frame.with_recipients(self.before.recipients, end)
        return frame.with_recipients(listed.recipients, end)

    def _told_ahead(self, stop: int) -> bool:
        """Whether the award goes on from one whose recipients stand before its form."""
        before = self.before
        active = before is not None and before.rule == "active" and before.verb is not None
        ahead = before is not None and before.listed and before.listed[-1].end < before.form.start
        return bool(active and ahead and self._tied(stop))

    def _recognised(self, stop: int) -> tuple[Recipient, ...]:
        """Who is thanked before the award: `Ghi nhận đóng góp của |bà Mẫu|, Hội đã tặng Bằng khen`."""
        opening = words.recognised().search(self.settled, self.sentence, stop)
        comma = self.settled.find(",", opening.end(), stop) if opening else -1
        if opening is None or comma < 0:
            return ()
        listed = read_recipients(self.reading, self.settled, opening.end(), comma, bare=True)
        return listed.recipients if listed.certain else ()

    def _directed(self, at: int, of: tuple[Giver, ...]) -> bool:
        """Whether words behind a form without verb give it: `Giải nhất thuộc về`, `Bằng khen của A cho`."""
        match = words.toward().match(self.settled, at, self.limit)
        if self.form.rule == "prize" and (colon := _COLON.match(self.settled, at)):
            return not self._priced(colon.end())  # Giải nhất: đội thôn Đoài
        said = match.group(1).split() if match else []
        return len(said) > 0 and (bool(of) or words.opening("for").fullmatch(" ".join(said)) is None)

    def _priced(self, at: int) -> bool:
        """Whether an amount of money follows, which the contest pays: `1 giải nhất: |20 triệu đồng|`."""
        return any(q.unit is not None and at <= q.start <= at + _CLOSE for q in self.reading.quantities)

    def _beside(self, verb_start: int) -> RecipientList | None:
        """The recipients between the verb and the form: `tặng |bà Lê Thị Mẫu| Giấy khen`."""
        verb = words.verb_at().match(self.settled, verb_start, self.form.start)
        if verb is None or verb.end() >= self.form.start:
            return None
        listed = read_recipients(self.reading, self.settled, verb.end(), self.form.start, bare=True)
        return listed if listed.certain and self._filled(listed.end) else None

    def _filled(self, end: int) -> bool:
        """Whether nothing but an apposition and a number stand between recipients and the form."""
        number = self._number()
        return _APPOSED.fullmatch(self.settled, end, number.start if number else self.form.start) is not None

    def _listed(self, at: int) -> RecipientList:
        """The recipients behind the form: at once, or after a phrase that ends in `cho`."""
        opening = words.toward().match(self.settled, at, self.limit)
        listed = read_recipients(self.reading, self.settled, opening.end() if opening else at, self.limit)
        if listed.recipients:
            return listed
        for later in words.later_for().finditer(self.settled, at, min(self.limit, at + _REACH)):
            listed = read_recipients(self.reading, self.settled, later.end(), self.limit)
            near = later.group(1) or words.extras().fullmatch(self.settled, at, later.start())
            if listed.certain or (listed.recipients and near):
                return listed
        return RecipientList((), at)

    def _honoured(self, listed: RecipientList) -> bool:
        """Whether the praised are award recipients by name: tập thể, cá nhân, not các doanh nghiệp."""
        return all(words.opening("honoured").match(self.settled, r.start) for r in listed.recipients)

    def _of(self, at: int) -> tuple[Giver, ...]:
        """The giver after `của`, where it follows at once."""
        sudden = words.opening("sudden").match(self.settled, at, self.limit)
        of = _OF.match(self.settled, sudden.end() if sudden else at, self.limit)
        if of is None:
            return ()
        found = read_givers(self.reading, self.settled, of.end(), self.limit)
        if not found or found[0].start != of.end():
            return self._maker(of.end())
        full = self._authority(self.form.start)
        if full and full[0].name.startswith(f"{found[0].name} "):
            return full  # Thừa ủy quyền của Bộ trưởng Bộ Mẫu, ông Mẫu trao Bằng khen của |Bộ trưởng|
        return (replace(found[0], by_hand=False, apposed=False),)

    def _maker(self, at: int) -> tuple[Giver, ...]:
        """A capitalised name behind a prize that has no word of a body: `giải thưởng “Mẫu” của |Google|`."""
        name = _CAPITALS.match(self.reading.text, at, self.limit) if self.form.rule == "prize" else None
        known = {p.name_start for p in self.reading.people} | {place.start for place in self.reading.places}
        return (Giver(at, name.end(), name.group()),) if name and at not in known else ()

    def _authority(self, verb_start: int) -> tuple[Giver, ...]:
        """`Thừa ủy quyền của Thủ tướng Chính phủ, …` names the giver, whoever hands over."""
        authority = words.authority().search(self.settled, self.at, verb_start)
        if authority is None:
            return ()
        return read_givers(self.reading, self.settled, authority.end(), verb_start)[:1]

    def _agents(self, verb_start: int, verb: GivingVerb | None) -> tuple[Giver, ...]:
        """The subject of the verb; that of the clause before where this one has none."""
        givers = coordinated(read_givers(self.reading, self.settled, self.at, verb_start), self.settled)
        if not givers and self.before is not None and self._adds(verb_start):
            return self.before.givers
        if not givers and self._tied(verb_start):
            if self.before is not None:
                return self.before.givers
            # UBND tỉnh công nhận 12 xã đạt chuẩn; tặng Bằng khen cho 5 xã
            givers = read_givers(self.reading, self.settled, self.sentence, self.at)[:1]
        handing = verb is not None and verb.handing
        return tuple(giver for giver in givers if not (giver.apposed or (giver.by_hand and handing)))

    def reason(self, at: int, stop: int) -> tuple[int, int] | None:
        """The reason that begins at `at`, without the words that only open it (`vì đã`, `có`)."""
        opening = words.reasons().match(self.settled, at, stop)
        opening = opening or words.firm_reason().match(self.settled, at, stop)
        if opening is None or (
            opening.group().strip() == "do" and words.holder().match(self.settled, opening.end())
        ):
            return None
        tail = words.reason_end().search(self.settled, opening.end(), stop)
        end = tail.start() if tail else stop
        inside = opening.group().strip() == "trong"
        if inside and any(quantity.start == opening.end() for quantity in self.reading.quantities):
            return None  # đạt giải thưởng trong |hàng trăm lái xe|
        return (opening.end(), end) if len(self.settled[opening.end() : end].split()) > 1 else None


def _last(pattern: re.Pattern[str], settled: str, start: int, stop: int) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(settled, start, stop))), None)


_SO_MANY = re.compile(r"\s(?:cho\s)?\d")
_APPOSED = re.compile(r"\s*(?:,[^;:.]{1,80},\s*)?")
_COLON = re.compile(r"\s*:")
_BRACKETS = re.compile(r"\([^()]*\)")
_PASSIVE = re.compile(r"(?<!\w)được(?!\w)")
_SUBJECT = re.compile(r"(?:[,:;–]|(?<!\w)(?:trong đó|riêng|còn|có|và|gồm)(?!\w))\s*")
_AUTHOR = re.compile(r"\s+của\s[^,;.]{2,60}[,;]\s+(?:\d+\s+)?")
_CAPITALS = re.compile(rf"{CAPITAL}\w+(?:\s{CAPITAL}\w*){{0,4}}")
_OF = re.compile(r"\s*(?:của|do)\s+")
