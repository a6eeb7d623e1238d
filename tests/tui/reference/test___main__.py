"""``python -m tui.reference``: pages are rewritten where they differ, and named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.reference.__main__ import main

STALE = "Before.\n\n<!-- generated: columns -->\nStale words.\n<!-- end -->\n"


def test_only_what_differs_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.md"
    page.write_text(STALE, encoding="utf-8")
    main([str(page)])
    assert capsys.readouterr().out == f"wrote {page}\n"
    assert "Stale" not in page.read_text(encoding="utf-8")
    main([str(page)])
    assert capsys.readouterr().out == ""
