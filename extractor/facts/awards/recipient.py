"""Those who receive an award, of one kind, and lists of them."""

from dataclasses import dataclass

INDIVIDUAL, HOUSEHOLD = "individual", "household"


@dataclass(frozen=True, slots=True)
class Recipient:
    """One kind of recipients in `start:end`: how many, or which ones. `number_start` is the quantity's."""

    start: int
    end: int
    kind: str
    count: int | None = None
    names: tuple[str, ...] = ()
    number_start: int | None = None


@dataclass(frozen=True, slots=True)
class RecipientList:
    """Recipients that stand together, and where their list ends."""

    recipients: tuple[Recipient, ...]
    end: int

    @property
    def certain(self) -> bool:
        """Whether a number or a name tells who any of them are."""
        return any(recipient.number_start is not None or recipient.names for recipient in self.recipients)
