"""An import inside a function is there for the time that starting takes, and says so."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
TOPS: Final = ("bench", "claims", "db", "tui")
SOURCES: Final = sorted(path for top in TOPS for path in (ROOT / top).rglob("*.py"))
SAID: Final = "# Imported late"


def unexplained(source: str) -> Iterator[str]:
    """The first import of each run of them in a function that no comment above it explains."""
    lines = source.splitlines()
    if any(line.startswith(SAID) for line in lines):
        return
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for body in blocks(node):
                yield from (ast.unparse(first) for first in firsts(body) if not said(first, lines))


def blocks(function: ast.AST) -> Iterator[list[ast.stmt]]:
    """The statements of a function, of each branch and loop in it too, not of functions in it."""
    for _, value in ast.iter_fields(function):
        if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
            yield value
            for one in value:
                if not isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield from blocks(one)
        elif isinstance(value, list):
            for one in value:
                if isinstance(one, ast.ExceptHandler | ast.match_case):
                    yield from blocks(one)


def firsts(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Imports that no other import stands right before."""
    imports = (ast.Import, ast.ImportFrom)
    for before, one in zip([None, *body], body, strict=False):
        if isinstance(one, imports) and not isinstance(before, imports):
            yield one


def said(node: ast.stmt, lines: list[str]) -> bool:
    """Whether the comment above a statement says why it is there."""
    above = node.lineno - 2
    while lines[above].lstrip().startswith("#"):
        if lines[above].lstrip().startswith(SAID):
            return True
        above -= 1
    return False


@pytest.mark.parametrize(
    "source",
    [
        "def one():\n    import spacy\n",
        "def one():\n    # Why not?\n    import spacy\n",
        "async def one():\n    if two:\n        from rich import box\n",
        "def one():\n    try:\n        pass\n    except OSError:\n        import errno\n",
        "class One:\n    def two(self):\n        import spacy\n",
    ],
)
def test_one_that_says_nothing_is_found(source: str) -> None:
    assert len([*unexplained(source)]) == 1


@pytest.mark.parametrize(
    "source",
    [
        "import spacy\n",
        "def one():\n    # Imported late: so\n    # slow.\n    import spacy\n",
        "# Imported late: spaCy.\ndef one():\n    import spacy\n",
    ],
)
def test_one_that_says_why_is_let_be(source: str) -> None:
    assert [*unexplained(source)] == []


def test_all_of_ours_say_why() -> None:
    found = {
        str(path.relative_to(ROOT)): told
        for path in SOURCES
        if not said_by_a_package(path)
        if (told := [*unexplained(path.read_text(encoding="utf-8"))])
    }
    assert found == {}


def said_by_a_package(path: Path) -> bool:
    """Whether a package around a module says why its modules import late."""
    inits = (parent / "__init__.py" for parent in path.parents if parent.is_relative_to(ROOT))
    return any(SAID in init.read_text(encoding="utf-8") for init in inits if init.exists())
