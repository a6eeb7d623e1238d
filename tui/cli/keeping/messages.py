"""What the commands that keep an archive tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.io.streams import tell
from tui.text.words import counted

if TYPE_CHECKING:
    from db.keeping.backup import Kept
    from db.keeping.check import Checked
    from db.keeping.problems import Problem

_MOST: Final = 1_000
"""Problems that are told one by one."""


def tell_problems(problems: list[Problem]) -> None:
    """Name problems on standard error, a line each."""
    for problem in problems[:_MOST]:
        tell(f"{problem.where}: {problem.what}")
    if len(problems) > _MOST:
        tell(f"and {counted(len(problems) - _MOST, 'more problem')}")


def kept_record(kept: Kept) -> dict[str, object]:
    """A backup, or what was restored from one, as a JSON object."""
    return {
        "path": kept.path,
        "articles": kept.found.articles,
        "claims": kept.found.claims,
        "problems": len(kept.found.problems),
    }


def tell_unsound(found: Checked) -> None:
    """Say so where what was kept is not sound in itself, as the archive was."""
    if found.problems:
        problems = counted(len(found.problems), "problem")
        tell(f"WARNING: what it holds has {problems}; 'claims check' names them")


def amount(found: Checked) -> str:
    """How much an archive holds."""
    return f"{counted(found.articles, 'article')} with {counted(found.claims, 'claim')}"
