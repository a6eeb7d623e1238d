"""Completion for bash that quotes what it inserts: names of people and titles hold spaces."""

from __future__ import annotations

import os
import re
from typing import Any, Final

from click.shell_completion import BashComplete, CompletionItem, add_completion_class

_SPECIAL: Final = re.compile(r"([^\w@%+=:,./-])")


class QuotingBash(BashComplete):
    """As click's, with the characters escaped that bash would act on."""

    def format_completion(self, item: CompletionItem[Any]) -> str:
        value = str(item.value)
        # Inside an open quotation mark, bash takes every character as it is.
        if item.type == "plain" and not _current_word().startswith(("'", '"')):
            value = _SPECIAL.sub(r"\\\1", value)
        # The script's `read` takes one level of backslashes away.
        value = value.replace("\\", "\\\\")
        return f"{item.type},{value}"


def _current_word() -> str:
    words = os.environ.get("COMP_WORDS", "").split("\n")
    index = int(os.environ.get("COMP_CWORD", "0"))
    return words[index] if index < len(words) else ""


def register() -> None:
    """Let ``completion bash`` and the completion that it calls use this class."""
    add_completion_class(QuotingBash, name="bash")
