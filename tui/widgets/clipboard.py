"""The system's clipboard, by the tool that the desktop at hand has for it.

No library does this, as none tells whether it worked: they start the tool and do not look at how it
ended, and let it write its complaints over the screen.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

SECONDS: Final = 3
"""How long a tool may take; one without a desktop to talk to can wait for ever."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that takes text from its input to the clipboard."""

    command: tuple[str, ...]
    encoding: str = "utf-8"

    @property
    def name(self) -> str:
        return self.command[0]


def tools() -> Iterator[Tool]:
    """The tools that fit this desktop and are installed, the best first."""
    for tool in _fitting():
        if shutil.which(tool.name) is not None:
            yield tool


def copy_with_tool(text: str) -> str | None:
    """Copy text with the first tool that succeeds.

    Returns:
        The tool's name; None if there is none, or none worked.
    """
    for tool in tools():
        try:
            # Tools stay behind to serve the text: with pipes for output they would be waited for.
            subprocess.run(
                tool.command,
                input=text.encode(tool.encoding, "replace"),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=SECONDS,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        return tool.name
    return None


def _fitting() -> Iterator[Tool]:
    if sys.platform == "darwin":
        yield Tool(("pbcopy",))
    if os.environ.get("WAYLAND_DISPLAY"):
        yield Tool(("wl-copy",))
    if os.environ.get("DISPLAY"):
        yield Tool(("xclip", "-selection", "clipboard", "-in"))
        yield Tool(("xsel", "--clipboard", "--input"))
    # Windows itself, or Linux within it.
    yield Tool(("clip.exe",), "utf-16-le")
