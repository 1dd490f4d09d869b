"""What all workers need, built once: `batch` lets them be forked from a process that has imported this module.

That process has no other thread and does no other work, so a fork of it is safe, and the gazetteer, the tables, the
segmenter and the tagger lie in memory once for all workers.
"""

import gc
import re
from contextlib import suppress

from extractor.batch import process
from extractor.errors import LexiconError
from extractor.intake.rawpage import RawPage
from extractor.vietnamese.lexicon import FOLDER

_EXAMPLE = re.compile(r'^example = "(.+)"', re.MULTILINE)


def _page() -> RawPage:
    """A page that calls for everything: the first example sentence of each table file."""
    tables = (path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.toml")))
    found = [match[1] for table in tables if (match := _EXAMPLE.search(table))]
    return RawPage(id="-", source="-", html=f"<article>{''.join(f'<p>{each}</p>' for each in found)}</article>")


with suppress(LexiconError, OSError):  # a worker says so better
    process(_page())
# What stands is never collected: counting references anew would copy its memory into each worker.
gc.collect()
gc.freeze()
