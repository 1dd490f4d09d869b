"""A database of the example articles."""

from pathlib import Path

from examples import EXTRACTIONS

from extractor.records import Extraction
from extractor.store.database import open_database
from extractor.store.write import save, start_run


def write_database(file: Path, extractions: tuple[Extraction, ...] = EXTRACTIONS, extractor: str = "test") -> Path:
    """A database of these articles."""
    with open_database(file, write=True) as db:
        run = start_run(db, extractor, [])
        for extraction in extractions:
            save(db, extraction, content_hash=extraction.article.text, extractor=extractor, run=run)
    return file
