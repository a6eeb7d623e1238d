"""A file that exists is replaced only by somebody who means it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.tui.cli.conftest import Run
from tui.cli.main import cli


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "claims.csv"
    path.write_text("mine")
    return path


def test_without_a_terminal_it_is_refused(run: Run, kept: Path) -> None:
    result = run("export", "-o", kept)
    assert result.exit_code == 1
    assert result.stderr == f"claims: {kept}: exists; --force replaces it\n"
    assert kept.read_text() == "mine"


def test_force_replaces_it(run: Run, kept: Path) -> None:
    assert run("export", "-o", kept, "--force", "--limit", "1").exit_code == 0
    assert kept.read_text().startswith("claim_id,")


@pytest.mark.parametrize(("answer", "replaced"), [("y\n", True), ("n\n", False), ("", False)])
def test_somebody_at_a_terminal_is_asked(
    stored: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, answer: str, replaced: bool
) -> None:
    monkeypatch.setattr("tui.cli.options.replacing.in_is_terminal", lambda: True)
    args = ["--db", str(stored), "export", "-o", str(kept)]
    result = CliRunner().invoke(cli, args, input=answer)
    assert f"{kept} exists. Replace it? [y/N]: " in result.stderr
    assert (kept.read_text() != "mine") is replaced
    assert (result.exit_code == 0) is replaced


def test_a_network_is_no_less_careful(run: Run, tmp_path: Path) -> None:
    kept = tmp_path / "net.gexf"
    kept.write_text("mine")
    assert "--force replaces it" in run("graph", "-o", kept).stderr
    assert run("graph", "-o", kept, "--force").exit_code == 0


def test_a_device_is_no_loss(run: Run) -> None:
    assert run("export", "-o", os.devnull, "--limit", "1").exit_code == 0
