"""Facts as Parquet, typed and compressed, for pandas, DuckDB and Spark. Needs the extra [parquet]."""

import sqlite3
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from extractor.store.exchange.files import flat_columns, flat_rows
from extractor.store.exchange.selection import Selection

ROWS = 20_000
"""Rows of a row group: what is held in memory at once."""
_TYPES = {
    **dict.fromkeys(("value", "low", "high", "denominator", "confidence"), pa.float64()),
    **dict.fromkeys(("start", "end", "count", "members", "year"), pa.int64()),
    **dict.fromkeys(("locality", "path", "names", "period"), pa.list_(pa.string())),
    "candidates": pa.list_(pa.list_(pa.string())),
    "former": pa.bool_(),
}


def write_parquet(db: sqlite3.Connection, file: BinaryIO, selection: Selection) -> int:
    """One row a fact with the columns of the CSV, lists as lists and numbers as numbers; the number of facts."""
    schema = pa.schema([(name, _TYPES.get(name, pa.string())) for name in flat_columns(selection.kinds)])
    count = 0
    rows = flat_rows(db, selection)
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for group in _groups(rows):
            writer.write_table(pa.Table.from_pylist(group, schema=schema))
            count += len(group)
    return count


def _groups(rows: Iterator[dict[str, object]]) -> Iterator[list[dict[str, object]]]:
    while group := list(islice(rows, ROWS)):
        yield group
