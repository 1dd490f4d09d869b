"""How figures and facts are written for people, in the terminal and on the pages."""

from decimal import Decimal

from extractor.records import CountFact, Path, Record, Role, Span


def number(value: Decimal | int | None) -> str:
    """A number as Vietnamese write it: 1.250 and 98,5."""
    if value is None:
        return ""
    whole, _, decimals = f"{value:,f}".partition(".")
    decimals = decimals.rstrip("0")
    return whole.replace(",", ".") + (f",{decimals}" if decimals else "")


def place(path: Path | None) -> str:
    """A path from the smallest unit up: Hội An, Quảng Nam."""
    return ", ".join(reversed(path or ()))


def period(span: Span | None) -> str:
    """A period as `2024-01 … 2024-09`, or one date."""
    first, last = span or (None, None)
    return (first or "") if first == last else f"{first or ''} … {last or ''}"


def amount(fact: CountFact) -> str:
    """A count's number with its hedge: `hơn` is >, `gần` is <."""
    sign = {"over": "> ", "under": "< ", "about": "≈ ", "at_least": "≥ ", "at_most": "≤ "}.get(fact.modifier, "")
    if fact.value is None:
        return f"{number(fact.low)}–{number(fact.high)}"
    ratio = f"/{number(fact.denominator)}" if fact.denominator is not None else ""
    return f"{sign}{number(fact.value)}{ratio}"


def summary(record: Record) -> str:
    """A fact in a few words."""
    if isinstance(record, CountFact):
        about = record.measured or record.name
        return f"{amount(record)} {record.what}" + (f" ({about})" if about else "")
    if isinstance(record, Role):
        return ", ".join(filter(None, (record.person, record.rank, record.position, record.organization)))
    slots = record.model_dump()
    first = slots.get("form") or slots.get("name") or ""
    more = [slots.get(slot) for slot in ("giver", "recipient", "count", "status", "year", "level", "date")]
    return ", ".join([first, *(str(item) for item in more if item is not None)])
