"""Completion of lists of columns."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from tui.cli.options.columns import complete_columns
from tui.session.column_presets import Presets


def completed(begun: str) -> list[str]:
    command = click.Command("export", params=[click.Option(["--columns"])])
    return complete_columns(click.Context(command), command.params[0], begun)


def test_the_last_name_of_a_list_is_completed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    Presets().save("mine", ("note",))
    assert completed("speaker,speaker_k") == ["speaker,speaker_kind"]
    assert completed("sho") == ["short"]
    assert completed("note,@") == ["note,@mine"]
    assert "note,note" not in completed("note,")
