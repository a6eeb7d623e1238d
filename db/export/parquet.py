"""Parquet: columns of types, written by groups of rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO, Final

from db.export.errors import ExportError
from db.sql.chunks import chunks_of

if TYPE_CHECKING:
    import pyarrow

ROWS_OF_GROUP: Final = 10_000

_NUMBERS: Final = ("content_start", "content_end", "text_version")
_SHARES: Final = ("confidence", "statement")
_FLAGS: Final = ("negated", "hedged", "prediction")
_TIMES: Final = ("extracted_at", "reviewed_at")
_LISTS: Final = (
    *("speaker", "speaker_kind", "speaker_id", "speaker_as_named", "role", "organization"),
    *("role_holder", "role_evidence", "byline", "tags"),
    *("original_speaker", "original_role", "original_organization"),
)
_SPANS: Final = (
    *("role_evidence_spans", "content_spans", "cue_spans", "source_spans"),
    "original_content_spans",
)


def write_claims(
    records: Iterable[Mapping[str, object]], out: BinaryIO, columns: Sequence[str]
) -> None:
    """Write records, several values of one being a list, with null for what is not known.

    Raises:
        ExportError: What writes Parquet is not installed.
    """
    try:
        # Imported late: it is large, and comes with an extra only.
        import pyarrow
        from pyarrow.parquet import ParquetWriter
    except ImportError as error:
        reason = "Parquet needs pyarrow, which comes with the extra: pip install 'claims[parquet]'"
        raise ExportError(reason) from error

    schema = pyarrow.schema([(name, _type(name)) for name in columns])
    with ParquetWriter(out, schema, compression="zstd") as writer:
        rows = ({name: _value(name, record.get(name)) for name in columns} for record in records)
        for group in chunks_of(rows, ROWS_OF_GROUP):
            writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))


def _value(name: str, value: object) -> object:
    if name in _TIMES and isinstance(value, str):
        return datetime.fromisoformat(value)
    return value


def _type(name: str) -> pyarrow.DataType:
    # Imported late: as above.
    import pyarrow as pa

    if name in _NUMBERS:
        return pa.int64()
    if name in _SHARES:
        return pa.float64()
    if name in _FLAGS:
        return pa.bool_()
    if name in _TIMES:
        return pa.timestamp("us", tz="UTC")
    if name in _LISTS:
        return pa.list_(pa.string())
    if name in _SPANS:
        return pa.list_(pa.list_(pa.int64()))
    return pa.list_(pa.float64()) if name == "speaker_confidence" else pa.string()
