"""Names and parses of articles come back as they were written."""

from __future__ import annotations

from pathlib import Path

from claims.training.tagger.silver import main, read_silver


def test_each_article_has_its_names_and_its_parse(tmp_path: Path) -> None:
    texts = tmp_path / "text"
    texts.mkdir()
    (texts / "a.txt").write_text("Ann Tarrant came to Oslo.\n", encoding="utf-8")
    out = tmp_path / "silver.json"
    main(["--texts", str(tmp_path), "--out", str(out)])
    [found] = read_silver(out).values()
    assert (0, 11, "PERSON") in found.entities
    sizes = {len(found.syntax.starts), len(found.syntax.pos), len(found.syntax.heads)}
    assert len(sizes) == 1
