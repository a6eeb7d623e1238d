"""Copying with the desktop's tools: small programs stand for them, run as the real ones are."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tui.widgets.clipboard import copy_with_tool

FAILING = "exit 1"


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs, the only one that is searched, on a machine without a desktop."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in ("cat", "sleep"):
        (folder / tool).symlink_to(f"/bin/{tool}")
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    return folder


def install(desktop: Path, name: str, script: str | None = None) -> Path:
    """A tool that keeps what it is given in a file, or does something else."""
    kept = desktop.parent / f"{name}.kept"
    program = desktop / name
    program.write_text(f"#!/bin/sh\n{script or f'cat > {kept}'}\n", encoding="utf-8")
    program.chmod(0o755)
    return kept


def test_without_a_tool_nothing_is_copied(desktop: Path) -> None:
    assert copy_with_tool("words") is None


@pytest.mark.parametrize(
    ("variable", "tool"),
    [("WAYLAND_DISPLAY", "wl-copy"), ("DISPLAY", "xclip"), ("DISPLAY", "xsel")],
)
def test_the_tool_of_the_desktop_gets_the_text(
    desktop: Path, monkeypatch: pytest.MonkeyPatch, variable: str, tool: str
) -> None:
    kept = install(desktop, tool)
    assert copy_with_tool("words") is None
    monkeypatch.setenv(variable, ":0")
    assert copy_with_tool("“Газ”, 天然气") == tool
    assert kept.read_text(encoding="utf-8") == "“Газ”, 天然气"


def test_a_mac_has_its_own(desktop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = install(desktop, "pbcopy")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert copy_with_tool("words") == "pbcopy"
    assert kept.read_text(encoding="utf-8") == "words"


def test_windows_gets_the_text_in_its_encoding(desktop: Path) -> None:
    kept = install(desktop, "clip.exe")
    assert copy_with_tool("“é”") == "clip.exe"
    assert kept.read_bytes().decode("utf-16-le") == "“é”"


def test_where_one_fails_the_next_is_tried(desktop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(desktop, "wl-copy", FAILING)
    kept = install(desktop, "xsel")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("DISPLAY", ":0")
    assert copy_with_tool("words") == "xsel"
    assert kept.read_text(encoding="utf-8") == "words"


def test_a_tool_that_stays_behind_is_not_waited_for(
    desktop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = desktop.parent / "kept"
    install(desktop, "xclip", f"cat > {kept}; sleep 60 & exit 0")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("tui.widgets.clipboard.SECONDS", 20)
    assert copy_with_tool("words") == "xclip"
    assert kept.read_text(encoding="utf-8") == "words"


def test_a_tool_that_never_ends_is_given_up(desktop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(desktop, "xclip", f"exec sleep {os.getpid()}")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("tui.widgets.clipboard.SECONDS", 0.2)
    assert copy_with_tool("words") is None
