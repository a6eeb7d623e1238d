"""Archives of one process share what was compiled for their kind of database."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Integer, literal_column, select

from db.archive import open_archive
from tests.db.archives import copy_of


def test_a_statement_is_compiled_once_for_all_files(template_file: Path, tmp_path: Path) -> None:
    engines = [open_archive(str(copy_of(template_file, tmp_path, name))) for name in ("a", "b")]
    asked = select(literal_column("7", Integer).label("asked_by_nobody_else"))
    sizes = []
    for engine in engines:
        with engine.connect() as connection:
            assert connection.scalar(asked) == 7
        cache = engine._compiled_cache
        assert cache is not None
        sizes.append(len(cache))
        engine.dispose()
    assert engines[0]._compiled_cache is engines[1]._compiled_cache
    assert sizes[0] == sizes[1], "compiled anew for the second file"
