"""Which stories of a newswire archive are worth learning from, and how they are laid out."""

from __future__ import annotations

import json
from pathlib import Path

from claims.training.newswire import main

REPORT = [
    "The harbour board said the new pier would open in spring, and its chairman\ntold "
    "reporters that boats had waited long enough for it.",
    *["Fishermen said the old one was rotten, and the mayor added that it\nshould go."] * 16,
]


def archive(tmp_path: Path, *bodies: str) -> Path:
    folder = tmp_path / "json"
    folder.mkdir()
    stories = [{"title": "PIER TO OPEN", "body": body} for body in bodies]
    (folder / "reuters-000.json").write_text(json.dumps([*stories, {"title": "NOTHING"}]))
    return folder


def written(tmp_path: Path, *bodies: str) -> list[str]:
    main(["--json", str(archive(tmp_path, *bodies)), "--out", str(tmp_path / "out")])
    return [path.read_text("utf-8") for path in sorted((tmp_path / "out" / "text").iterdir())]


def test_a_report_becomes_paragraphs_without_its_sign_off(tmp_path: Path) -> None:
    [story] = written(tmp_path, "\n    ".join(REPORT) + "\n REUTER\n\x03")
    title, first, *others = story.rstrip("\n").split("\n\n")
    assert title == "Pier to open"
    assert first == " ".join(REPORT[0].split())
    assert others[-1].endswith("that it should go.")


def test_figures_notices_and_repeats_are_left_out(tmp_path: Path) -> None:
    report = "\n    ".join(REPORT)
    figures = "\n    ".join(["Tonnes said 120.5 in 1986 and told 99.75 in 1987 were 4,210."] * 40)
    assert len(written(tmp_path, report, report, figures, "Shares said to rise.")) == 1
