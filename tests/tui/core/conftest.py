"""What the tests of screens with claims share."""

from __future__ import annotations

import pytest

from tui.core import copying


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the desktop's tool, here one that always works, was given."""
    given: list[str] = []

    def tool(text: str) -> str:
        given.append(text)
        return "xclip"

    monkeypatch.setattr(copying, "copy_with_tool", tool)
    return given
