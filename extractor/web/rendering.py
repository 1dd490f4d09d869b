"""Templates and what every one of them may use."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from secrets import token_hex

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from starlette.requests import Request
from starlette.responses import HTMLResponse

from extractor import display
from extractor.records import KINDS, Span
from extractor.web import addresses
from extractor.web.grounds import reason_words, rule_words
from extractor.web.plots import contradicted
from extractor.web.proofs import found_pieces, proof_pieces
from extractor.web.site import Site
from extractor.web.slots import number_text, turned
from extractor.web.strings import LANGUAGES, catalogue, translator

FOLDER = Path(__file__).parent
NAVIGATION = (
    ("home", "/"),
    ("search", "/search"),
    ("review", "/review"),
    ("queues", "/queues"),
    ("database", "/db/"),
)
"""Key of the label (`base.nav.…`) and address of what the head of every page links to."""


def site_of(request: Request) -> Site:
    """The settings of the server that answers."""
    site: Site = request.app.state.site
    return site


def language_of(request: Request) -> str:
    """The language that the reader chose, else Vietnamese."""
    chosen = request.cookies.get("language", "")
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


def csrf_token(request: Request) -> str:
    """What a form must bring back to be believed: made once a session."""
    token: str = request.session.setdefault("csrf", token_hex(16))
    return token


def render(
    request: Request,
    template: str,
    values: Mapping[str, object] | None = None,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> HTMLResponse:
    """The page. Every template also has `t`, `language`, `site`, `csrf`, `reviewer`, `path` and more."""
    language = language_of(request)
    shared = {
        "t": translator(language),
        "language": language,
        "languages": LANGUAGES,
        "site": site_of(request),
        "csrf": csrf_token(request),
        "reviewer": request.session.get("reviewer"),
        "path": request.url.path,
        "address_here": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        "navigation": NAVIGATION,
        "kinds": KINDS,
        "rule_words": lambda rule: rule_words(rule, language),
        "reason_words": lambda slot, reason: reason_words(slot, reason, language),
        "slot_name": lambda slot: catalogue(language).get(f"slots.{slot}", slot),
    }
    html = ENVIRONMENT.get_template(template).render({**shared, **(values or {})})
    return HTMLResponse(html, status_code=status, headers=dict(headers or {}))


@pass_context
def _number(context: Context, value: Decimal | float | None) -> str:
    """1.250,5 in Vietnamese, 1,250.5 in English."""
    exact = Decimal(repr(value)) if isinstance(value, float) else value
    return "" if exact is None else number_text(exact, context["language"])


def _date(value: str | None) -> str:
    """06/09/2024, 09/2024 or 2024, as precise as it is known; a moment with its time."""
    day, _, time = (value or "").partition("T")
    return f"{turned(day)} {time[:5]}".strip()


def _slot_text(value: object) -> str:
    """A slot as the log of reviews has it."""
    if isinstance(value, list):
        return ", ".join(map(_slot_text, value))
    return "—" if value is None else str(value)


def _span(span: Span | None) -> str:
    """A period with the days first: 01/01/2024 – 30/09/2024, or one date."""
    first, last = (turned(end) for end in span or (None, None))
    return first if first == last else f"{first or '…'} – {last or '…'}"


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        number=_number,
        date=_date,
        place=display.place,
        period=display.period,
        span=_span,
        amount=display.amount,
        summary=display.summary,
        slot_text=_slot_text,
        fact_address=addresses.fact_address,
        article_address=addresses.article_address,
        place_address=addresses.place_address,
        person_address=addresses.person_address,
        found_pieces=found_pieces,
    )
    made.globals.update(
        indicator_address=addresses.indicator_address, proof_pieces=proof_pieces, contradicted=contradicted
    )
    return made


ENVIRONMENT = _environment()
