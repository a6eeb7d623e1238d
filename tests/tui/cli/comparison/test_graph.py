"""``claims graph``: a network in a file."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree.ElementTree import parse

from tests.tui.cli.conftest import Run


def test_it_has_the_speakers_and_topics_of_the_matrix(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "net.gexf"
    result = run("graph", "-o", str(target))
    assert result.exit_code == 0
    matrix = json.loads(run("matrix", "--by", "topic", "--rows", "500", "--columns", "500",
                            "--format", "json").stdout)  # fmt: skip
    root = parse(target).getroot()
    spaced = {"g": "http://gexf.net/1.3"}
    ids = {node.get("id") for node in root.iterfind(".//g:node", spaced)}
    assert ids == {one["speaker_id"] for one in matrix["speakers"]} | {
        one["key"] for one in matrix["columns"]
    }
    cells = sum(len(one["cells"]) for one in matrix["speakers"])
    assert len(root.findall(".//g:edge", spaced)) == cells > 0
    assert f"and {cells:,} edges to {target}" in result.stderr


def test_to_standard_output_in_the_format_asked_for(run: Run) -> None:
    result = run("graph", "-o", "-", "--format", "graphml", "--by", "article")
    assert result.stdout.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<graphml')
    assert run("graph", "-o", "-").exit_code == 2


def test_a_name_of_another_format_is_refused(run: Run, tmp_path: Path) -> None:
    result = run("graph", "-o", str(tmp_path / "net.png"))
    assert result.exit_code == 2
    assert "a network is written to a .graphml or .gexf file" in result.stderr
