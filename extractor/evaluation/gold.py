"""What is compared: gold folders, exports, and corpora with their held-out articles."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.errors import GoldError
from extractor.records import Kind

Json = Mapping[str, Any]
SHIPPED = Path(__file__).resolve().parents[2] / "corpora"
ARTICLE_SLOTS = ("title", "published", "outlet", "author")
_RECORD_SLOTS: Mapping[Kind, str] = {
    "counts": "value low high modifier denominator what measured name category aspect predicate locality scope "
    "period part_of quote",
    "awards": "form giver recipient count names reason locality date quote",
    "models": "name locality status year members quote",
    "localities": "name level path quote",
    "roles": "person rank position organization quote",
    "events": "kind name date organizer locality quote",
}


@dataclass(frozen=True, slots=True)
class Corpus:
    """A folder with articles, their gold, and a `split.json` that may name held-out articles."""

    name: str
    articles: Path
    gold: Path
    held_out: frozenset[str] = frozenset()


def load_gold(folder: Path) -> dict[str, Json]:
    """Gold articles by name, in the names' order. Raises GoldError naming the file that does not fit."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise GoldError(f"{folder}: no gold files (*.json)")
    return {file.stem: _gold_article(file) for file in files}


def _gold_article(file: Path) -> Json:
    try:
        article = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise GoldError(f"{file}: {error}") from error
    if not isinstance(article, dict):
        raise GoldError(f"{file}: not a JSON object")
    for kind, slots in _RECORD_SLOTS.items():
        records = article.get(kind)
        if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
            raise GoldError(f"{file}: {kind} is no list of objects")
        for place, record in enumerate(records):
            missing = [slot for slot in slots.split() if slot not in record]
            if missing:
                raise GoldError(f"{file}: {kind}[{place}] lacks {', '.join(missing)}")
    return article


def load_export(file: Path) -> dict[str, Json]:
    """Articles of an export by their `article`. Raises GoldError naming file and line."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise GoldError(f"{file}: {error}") from error
    articles = [_export_line(file, number, line) for number, line in enumerate(lines, 1) if line.strip()]
    return {str(article["article"]): article for article in articles}


def _export_line(file: Path, number: int, line: str) -> Json:
    try:
        article = json.loads(line)
    except ValueError as error:
        raise GoldError(f"{file}:{number}: not JSON: {error}") from error
    if not isinstance(article, dict) or "article" not in article:
        raise GoldError(f"{file}:{number}: not an article (no key “article”)")
    return article


def find_corpora(folder: Path) -> tuple[Corpus, ...]:
    """The corpora at or right below `folder`: `gold/` beside `texts/` or `articles.jsonl`. Raises GoldError."""
    folders = [folder, *sorted(path for path in folder.glob("*") if path.is_dir())]
    found = tuple(corpus for path in folders if (corpus := _corpus(path)) is not None)
    if not found:
        raise GoldError(f"{folder}: no corpus (gold/ beside texts/ or articles.jsonl){_hint(folder)}")
    return found


def _hint(folder: Path) -> str:
    """What was meant, perhaps: a folder of gold files is no corpus by itself."""
    if not any(folder.glob("*.json")):
        return ""
    whole = f"{folder.resolve().parent} or " if _corpus(folder.resolve().parent) else ""
    return f"; these are gold files: name {whole}their articles with --articles"


def _corpus(folder: Path) -> Corpus | None:
    gold = folder / "gold"
    articles = next((path for name in ("texts", "articles.jsonl") if (path := folder / name).exists()), None)
    if articles is None or not any(gold.glob("*.json")):
        return None
    return Corpus(folder.resolve().name, articles, gold, _held_out(folder / "split.json"))


def _held_out(file: Path) -> frozenset[str]:
    if not file.exists():
        return frozenset()
    try:
        return frozenset(json.loads(file.read_text(encoding="utf-8"))["held_out"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GoldError(f'{file}: expected {{"held_out": [names]}}: {error}') from error


def checksum(corpora: Iterable[Corpus]) -> str:
    """SHA-256 over names and bytes of all articles and gold files, in a fixed order."""
    digest = hashlib.sha256()
    for corpus in sorted(corpora, key=lambda corpus: corpus.name):
        texts = corpus.articles.iterdir() if corpus.articles.is_dir() else [corpus.articles]
        for file in sorted([*texts, *corpus.gold.glob("*.json")]):
            content = file.read_bytes()
            digest.update(f"{corpus.name}/{file.name}\x1f{len(content)}\x1f".encode())
            digest.update(content)
    return digest.hexdigest()
