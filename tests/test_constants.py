"""A constant says that it is one, so that the type checker refuses a second value."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
TOPS: Final = ("bench", "claims", "db", "tui")
SOURCES: Final = sorted(path for top in TOPS for path in (ROOT / top).rglob("*.py"))

CONSTANT: Final = re.compile(r"_?[A-Z][A-Z0-9_]+")


def not_final(tree: ast.Module) -> Iterator[str]:
    """Names in capital letters that a module gives a value that may change."""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            targets = [each for target in node.targets for each in ast.walk(target)]
        elif isinstance(node, ast.AnnAssign) and not is_final(node.annotation):
            targets = [node.target]
        else:
            continue
        for target in targets:
            if isinstance(target, ast.Name) and CONSTANT.fullmatch(target.id):
                yield target.id


def is_final(annotation: ast.expr) -> bool:
    return ast.unparse(annotation).partition("[")[0] in ("Final", "TypeAlias")


@pytest.mark.parametrize(
    "line", ["AT = 1", "_AT = 1", "AT: int = 1", "AT, TO = 1, 2", "AT = TO = 1", "[AT] = [1]"]
)
def test_one_that_may_change_is_found(line: str) -> None:
    assert "AT" in "".join(not_final(ast.parse(line)))


@pytest.mark.parametrize(
    "line", ["AT: Final = 1", "AT: Final[int] = 1", "at = 1", "T = 1", "Pair = int"]
)
def test_any_other_is_let_be(line: str) -> None:
    assert [*not_final(ast.parse(line))] == []


def test_all_of_ours_are_final() -> None:
    found = {
        str(path.relative_to(ROOT)): names
        for path in SOURCES
        if (names := [*not_final(ast.parse(path.read_text(encoding="utf-8")))])
    }
    assert found == {}
