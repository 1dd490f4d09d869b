"""The colours of the pages can be read: WCAG 2 AA asks for a contrast of 4.5 in text, by day and by night."""

import re
from itertools import product

import pytest

from extractor.records import KINDS
from extractor.web.rendering import FOLDER

CSS = (FOLDER / "static" / "site.css").read_text(encoding="utf-8")
LIGHT, DARK = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part)) for part in CSS.split("@media")[:2])
PAIRS = [
    *product(("ink", "muted", "accent", "good", "bad", "warn"), ("paper", "surface")),
    *product(("ink", "muted"), ("soft",)),
    ("on-accent", "accent"),
    *(("ink", kind) for kind in KINDS),
    *((f"{kind}-line", ground) for kind in KINDS for ground in ("paper", "surface")),
]


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, as WCAG 2 defines it."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read(colours: dict[str, str], text: str, ground: str) -> None:
    lighter, darker = sorted((luminance(colours[text]), luminance(colours[ground])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5
