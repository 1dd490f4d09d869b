"""The contract with the outside: articles and the six kinds of records.

Offsets are half-open character offsets into `Article.text`. `quote` is the verbatim piece of the text from
`start` to `end`. An unknown slot is None, an empty list slot is `()`. Places are paths from the province down,
names without level words. Dates are ISO 8601, as precise as known: `2024-09-06`, `2024-09`, `2024`.
"""

import datetime
import hashlib
import re
from decimal import Decimal
from typing import Annotated, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, computed_field

IsoDate = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Path = tuple[str, ...]
Span = tuple[IsoDate | None, IsoDate | None]
Modifier = Literal["exact", "about", "over", "under", "at_least", "at_most", "range", "vague"]
Aspect = Literal["stock", "flow", "target", "rate"]
Level = Literal["province", "district", "commune", "village"]
Category = Literal[
    "model", "group", "person", "household", "organization", "collective", "admin_unit", "facility", "case", "tip",
    "event", "document", "field", "product", "money", "percent", "area", "length", "mass", "volume", "duration",
    "other",
]  # fmt: skip
Status = Literal["active", "launched", "planned", "ended"]
Verdict = Literal["adds up", "differs", "incomplete", "overlapping"]
Kind = Literal["counts", "awards", "models", "localities", "roles", "events"]
INCOMPLETE_BELOW, OVERLAPPING_ABOVE = Decimal("0.9"), Decimal("1.1")
KINDS: tuple[Kind, ...] = ("counts", "awards", "models", "localities", "roles", "events")


def is_date(text: str) -> bool:
    """Whether this is an ISO date as precise as known, which the calendar has: 2024, 2024-09, 2024-09-06."""
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text):
        return False
    try:
        datetime.date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


class Frozen(BaseModel):
    """Immutable, and rejects keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Removal(Frozen):
    """A piece of the raw text that is not the article, kept with the reason for its removal.

    `at` is the offset in the raw text.
    """

    at: int
    text: str
    reason: str


class DateCandidate(Frozen):
    """A possible publication date: where it was found, and how much it is believed (0 to 1)."""

    date: IsoDate
    source: str
    confidence: float = Field(ge=0, le=1)


class Article(Frozen):
    """A clean article and where it came from.

    `text` is NFC without boilerplate: the title, a blank line, the body. `raw_offsets[i]` is the offset in the raw
    (decoded) text of the i-th character of `text`, -1 where it stands nowhere in it: a title from metadata, the
    line breaks between paragraphs, the blank that joins a wrapped line. `given` names the metadata that came with
    the source and was believed unread.
    """

    id: str
    text: str
    title: str | None = None
    published: IsoDate | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    home_province: str | None = None
    source: str = ""
    raw_offsets: tuple[int, ...] = Field(default=(), repr=False)
    removed: tuple[Removal, ...] = Field(default=(), repr=False)
    dates: tuple[DateCandidate, ...] = ()
    given: tuple[str, ...] = ()


class Record(Frozen):
    """What every record carries: identity, evidence, and how it came about.

    `rule` names what made the record, `reasons` what made each slot. `confidence` is a probability.
    """

    kind: ClassVar[Kind]
    article_id: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    quote: str = Field(min_length=1)
    rule: str
    reasons: dict[str, str] = Field(default_factory=dict)
    confidence: float = Field(default=0.5, ge=0, le=1)
    _known_as: str | None = PrivateAttr(default=None)

    def identity(self) -> tuple[object, ...]:
        """What tells this record from another at the same place in the same article."""
        raise NotImplementedError

    @computed_field  # type: ignore[prop-decorator]
    @property
    def id(self) -> str:
        """Stable across runs and corrections: article, kind, offsets and identity, not the rule."""
        return self._known_as or self._own_id()

    def known_as(self, known: str) -> Self:
        """The record under the id that it had before people corrected it."""
        if known == self.id:
            return self
        renamed = self.model_copy()
        renamed._known_as = known
        return renamed

    def _own_id(self) -> str:
        parts = (self.article_id, self.kind, self.start, self.end, *self.identity())
        joined = "\x1f".join("" if part is None else str(part) for part in parts)
        return hashlib.sha256(joined.encode()).hexdigest()[:16]


class CountFact(Record):
    """A numeric fact. Money is in đồng, percents as written (98.5). `part_of` is the id of its total."""

    kind: ClassVar[Kind] = "counts"
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    modifier: Modifier = "exact"
    denominator: Decimal | None = None
    what: str
    measured: str | None = None
    name: str | None = None
    category: Category = "other"
    aspect: Aspect = "flow"
    predicate: str | None = None
    locality: Path | None = None
    scope: str | None = None
    period: Span | None = None
    part_of: str | None = None
    per: str | None = None

    def identity(self) -> tuple[object, ...]:
        """The number and what it counts."""
        numbers = (self.value, self.low, self.high, self.denominator)
        return (*(None if n is None else f"{n.normalize():f}" for n in numbers), self.what)


class Award(Record):
    """One form by one giver to one kind of recipient, or to one name."""

    kind: ClassVar[Kind] = "awards"
    form: str
    giver: str | None = None
    recipient: str
    count: int | None = None
    names: tuple[str, ...] = ()
    reason: str | None = None
    locality: Path | None = None
    date: IsoDate | None = None

    def identity(self) -> tuple[object, ...]:
        """Form, giver, recipient and number."""
        return (self.form, self.giver, self.recipient, self.count, *self.names)


class NamedModel(Record):
    """A community scheme (mô hình) with a proper name."""

    kind: ClassVar[Kind] = "models"
    name: str
    locality: Path | None = None
    status: Status | None = None
    year: int | None = None
    members: int | None = None

    def identity(self) -> tuple[object, ...]:
        """The name."""
        return (self.name,)


class Locality(Record):
    """An administrative unit that the article names.

    `code` and `valid_from` point into the gazetteer when resolved; `former` marks a unit that had ended at
    publication; `candidates` lists the paths that tie when the name stays ambiguous.
    """

    kind: ClassVar[Kind] = "localities"
    name: str
    level: Level
    path: Path
    code: str | None = None
    valid_from: str | None = None
    former: bool = False
    candidates: tuple[Path, ...] = ()

    def identity(self) -> tuple[object, ...]:
        """Level and path."""
        return (self.level, *self.path)


class Role(Record):
    """A person in a position."""

    kind: ClassVar[Kind] = "roles"
    person: str
    rank: str | None = None
    position: str
    organization: str | None = None

    def identity(self) -> tuple[object, ...]:
        """Person, position and organization."""
        return (self.person, self.position, self.organization)


class Event(Record):
    """A dated or named happening that the article reports. `event` is its kind: hội nghị, lễ ra mắt, sơ kết …"""

    kind: ClassVar[Kind] = "events"
    event: str
    name: str
    date: IsoDate | None = None
    organizer: str | None = None
    locality: Path | None = None

    def identity(self) -> tuple[object, ...]:
        """Kind and name."""
        return (self.event, self.name)


class Check(Frozen):
    """A sum or a comparison that the source invites, with its verdict. `total` and `parts` are record ids."""

    article_id: str
    test: Literal["sum", "ratio", "percent", "restatement"]
    total: str
    parts: tuple[str, ...]
    expected: Decimal
    found: Decimal
    verdict: Verdict

    @property
    def difference(self) -> Decimal:
        """Found minus expected."""
        return self.found - self.expected


def sum_verdict(expected: Decimal, found: Decimal, *, rounded: bool = False) -> Verdict:
    """Whether parts make their total, which may be `rounded` in its last place: 33,9 tỷ is 33,96 tỷ.

    Parts that reach much less are an incomplete list, not a wrong sum; those that reach much more overlap.
    """
    step = Decimal(1).scaleb(int(expected.normalize().as_tuple().exponent)) if rounded else Decimal(0)
    if found == expected or abs(found - expected) < step:
        return "adds up"
    if found < expected * INCOMPLETE_BELOW:
        return "incomplete"
    return "overlapping" if found > expected * OVERLAPPING_ABOVE else "differs"


class Extraction(Frozen):
    """An article with all that was extracted from it."""

    article: Article
    counts: tuple[CountFact, ...] = ()
    awards: tuple[Award, ...] = ()
    models: tuple[NamedModel, ...] = ()
    localities: tuple[Locality, ...] = ()
    roles: tuple[Role, ...] = ()
    events: tuple[Event, ...] = ()
    checks: tuple[Check, ...] = ()

    @property
    def records(self) -> tuple[Record, ...]:
        """All records, kind by kind."""
        return (*self.counts, *self.awards, *self.models, *self.localities, *self.roles, *self.events)


class Failure(Frozen):
    """Something that could not become an article or its facts: where, at which stage, and why."""

    source: str
    stage: Literal["read", "clean", "extract", "write"]
    reason: str
