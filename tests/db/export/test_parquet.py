"""Parquet: what pyarrow reads back."""

from __future__ import annotations

import io
import json
import sys
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from db.export import COLUMNS, ExportError, Options, export
from db.export import parquet as module
from tests.db.conftest import on_sqlite
from tests.db.export.exported import exported

parquet = pytest.importorskip("pyarrow.parquet", reason="needs pyarrow, of 'parquet'")


@on_sqlite
def test_an_export_is_read_back_as_json_tells_it(
    library: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ROWS_OF_GROUP", 4)
    path = tmp_path / "claims.parquet"
    assert export(library, path, "parquet").claims == 10
    found = parquet.read_table(path)
    assert found.schema.names == list(COLUMNS)
    assert parquet.ParquetFile(path).num_row_groups == 3
    of_json = json.loads(exported(library, form="json"))
    for row, told in zip(found.to_pylist(), of_json, strict=True):
        for name in COLUMNS:
            value = row[name]
            kept = value.isoformat() if isinstance(value, datetime) else value
            assert kept == told[name], name


def test_columns_have_types(library: Engine) -> None:
    out = io.BytesIO()
    options = Options(columns=("confidence", "content_start", "hedged", "speaker", "extracted_at"))
    export(library, out, "parquet", options=options)
    types = [str(field.type) for field in parquet.read_schema(io.BytesIO(out.getvalue()))]
    assert types == ["double", "int64", "bool", "list<element: string>", "timestamp[us, tz=UTC]"]


def test_where_it_is_not_installed_the_extra_is_named(
    library: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportError, match=r"pip install 'claims\[parquet\]'"):
        export(library, tmp_path / "claims.parquet", "parquet")
    assert [*tmp_path.iterdir()] == []
