"""``claims speakers import``."""

from __future__ import annotations

from pathlib import Path

from tests.tui.cli.speakers.runs import Run


def test_an_import_tells_what_was_new(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "known.csv"
    path.write_text("name,aliases,wikidata\nMira Okafor,M. O. Okafor,Q42\n", encoding="utf-8")
    assert "1 new id, 1 new alias" in run("speakers", "import", str(path)).stdout
    assert run("speakers", "import", str(path)).stdout == (
        "read 1 speaker, 0 new ids, 0 new aliases, 0 new affiliations\n"
    )
