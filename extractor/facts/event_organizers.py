"""Who holds a happening: the subject of `tổ chức`, or the agent behind `do`."""

import re

from extractor.facts.event_mentions import Mention
from extractor.facts.layout import Layout
from extractor.reading.spans import Reading
from extractor.vietnamese.phrases import settle

LONGEST_ORGANIZER = 170
_ADVERBS = re.compile(
    r"(?:[ ,]*\b(?:đã|vừa qua|vừa|cũng|còn|sẽ|long trọng|trang trọng|tham mưu|chỉ đạo|chính thức|trực tiếp"
    r"|đồng loạt|phối hợp|tiến hành|đứng ra|trọng thể|tưng bừng))+[ ]*$"
)
# Before a body that is not the subject: `tại Công an tỉnh, Bộ … tổ chức`.
_ASIDE = re.compile(r"(?:tại|ở|của|theo|đến|với|cho|từ|về|tới|do|trong|trên địa bàn|chỉ đạo của)[ ]$")
_AGENT = re.compile(
    r"[^.;\n]{0,60}?\b(?:do|được)[ ]([^.;\n]{3,150}?)[ ](?:phối hợp tổ chức|tổ chức|trao|chủ trì)(?!\w)"
)


def find_organizer(reading: Reading, layout: Layout, mention: Mention) -> str | None:
    """The holder as written, joint holders in one piece: `Huyện đoàn phối hợp với Hội Nông dân`."""
    first, last = layout.sentence(mention.start)
    settled = settle(reading.text)
    if mention.standing == "held":
        verb = settled[mention.verb_start : mention.start]
        if not verb.startswith(("diễn ra", "khai mạc", "bế mạc")):
            return _subject(reading, settled, first, mention.verb_start)
    if agent := _AGENT.match(settled[:last], mention.end):
        start, end = agent.span(1)
        if any(start <= body.start < end for body in reading.bodies):
            return " ".join(reading.text[start:end].split())
    return None


def _subject(reading: Reading, settled: str, first: int, verb: int) -> str | None:
    """The bodies, or the place, that end where the verb with its adverbs begins."""
    adverbs = _ADVERBS.search(settled, first, verb)
    end = adverbs.start() if adverbs else verb
    while end > first and reading.text[end - 1] in " ,\u00a0":
        end -= 1
    spans = [(b.start, b.end) for b in reading.bodies] + [(p.start, p.end) for p in reading.places]
    for start, stop in sorted(spans):
        if not first <= start < end or end - start > LONGEST_ORGANIZER or _ASIDE.search(settled, first, start):
            continue
        between = reading.text[start:end]
        if stop <= end and not re.search(r"[:;\n]", between) and between.count("(") == between.count(")"):
            return " ".join(between.split())
    return None
