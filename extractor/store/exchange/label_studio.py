"""Facts to Label Studio and back: tasks with the facts as predictions; what annotators made of them as reviews.

A region stands for a fact: its id is the fact's, its label the kind, its span the quote. The slots are JSON in a
text area of the region. `data.facts` lists what was shown, so that a region taken away is a fact rejected.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from extractor.errors import InputError
from extractor.interchange import article_to_json
from extractor.records import KINDS, Extraction, Record
from extractor.store.exchange.annotations import Annotated, Region, judged, shown_slots, united
from extractor.store.exchange.selection import Selection, selected

VIEW = f"""<View>
  <Labels name="kind" toName="text">{"".join(f'<Label value="{kind}"/>' for kind in KINDS)}</Labels>
  <Header value="$title"/>
  <Text name="text" value="$text"/>
  <TextArea name="slots" toName="text" perRegion="true" editable="true" maxSubmissions="1"/>
</View>
"""
"""The labelling interface that the tasks are made for."""
Json = Mapping[str, Any]


def write_tasks(db: sqlite3.Connection, file: TextIO, selection: Selection) -> int:
    """A JSON list with one task an article; the number of tasks."""
    count = 0
    for count, extraction in enumerate(selected(db, selection), start=1):
        file.write(",\n" if count > 1 else "[\n")
        json.dump(_task(extraction), file, ensure_ascii=False)
    file.write("\n]\n" if count else "[]\n")
    return count


def read_annotations(db: sqlite3.Connection, path: Path) -> Annotated:
    """The reviews that a JSON export of annotated tasks holds. Raises InputError where it is none of ours."""
    try:
        tasks = json.loads(path.read_text(encoding="utf-8"))
        return united([_reviewed(db, task) for task in tasks])
    except json.JSONDecodeError as error:
        reason = f"not JSON from line {error.lineno}, column {error.colno} on"
    except UnicodeDecodeError:
        reason = "not UTF-8"
    except KeyError as error:
        reason = f"a part lacks {error}"
    except (ValueError, TypeError, AttributeError):
        reason = "its parts are of another make"
    except InputError as error:
        raise InputError(f"{path}: {error}") from error
    raise InputError(f"{path}: no Label Studio export of our tasks: {reason}")


def _task(extraction: Extraction) -> Json:
    records = extraction.records
    regions = [part for record in records for part in _region(record)]
    return {
        "data": {**article_to_json(extraction.article), "facts": [record.id for record in records]},
        "predictions": [{"model_version": "extractor", "result": regions}],
    }


def _region(record: Record) -> Iterator[Json]:
    """The fact's span with its label, and its slots to be edited."""
    place = {"id": record.id, "to_name": "text"}
    span = {"start": record.start, "end": record.end}
    labels = {**span, "text": record.quote, "labels": [record.kind]}
    yield {**place, "from_name": "kind", "type": "labels", "score": record.confidence, "value": labels}
    slots = json.dumps(shown_slots(record), ensure_ascii=False)
    yield {**place, "from_name": "slots", "type": "textarea", "value": {**span, "text": [slots]}}


def _reviewed(db: sqlite3.Connection, task: Json) -> Annotated:
    """What the annotations of one task say, each by its annotator; skipped ones say nothing."""
    data = task["data"]
    told = [one for one in task.get("annotations", ()) if not one.get("was_cancelled")]
    return (
        united(
            judged(db, data["article"], data["facts"], _regions(one["result"], data["text"]), _who(one), _when(one))
            for one in told
        )
        if told
        else Annotated(untouched=1)
    )


def _regions(result: Sequence[Json], text: str) -> dict[str, Region]:
    """The regions by id: each has a part with the span and one with the slots."""
    spans = {part["id"]: part["value"] for part in result if part["type"] == "labels"}
    slots = {part["id"]: "".join(part["value"]["text"]) for part in result if part["type"] == "textarea"}
    return {
        name: _region_of(span, text, json.loads(slots[name]) if slots.get(name) else None)
        for name, span in spans.items()
    }


def _region_of(span: Json, text: str, slots: Json | None) -> Region:
    """The region, if it stands where it says. Raises InputError."""
    start, end = int(span["start"]), int(span["end"])
    quote = str(span["text"]).replace("\\n", "\n")
    if text[start:end] != quote:
        # A browser counts in UTF-16, where one 😀 is two.
        units = text.encode("utf-16-le")
        start, end = (len(units[: 2 * at].decode("utf-16-le", "ignore")) for at in (start, end))
    if text[start:end] != quote:
        raise InputError(f"the region {quote!r} is not where it says")
    return Region(span["labels"][0], start, end, slots)


def _who(annotation: Json) -> str:
    """The annotator: a number, or an object with the address, as the versions of Label Studio have it."""
    who = annotation.get("completed_by")
    return str(who.get("email") or who.get("id")) if isinstance(who, dict) else f"annotator {who or 'unknown'}"


def _when(annotation: Json) -> str:
    told = datetime.fromisoformat(annotation.get("updated_at") or annotation["created_at"])
    return (told if told.tzinfo else told.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="seconds")
