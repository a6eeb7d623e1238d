"""What a constant is stays what it is: one name, one value."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for name in ("claims", "db", "tui") for path in (ROOT / name).rglob("*.py"))


def constants(source: str) -> Iterator[str]:
    """The names in capitals that a module gives a value, as often as it does."""
    for statement in ast.parse(source).body:
        targets: list[ast.expr] = []
        if isinstance(statement, ast.Assign):
            targets = statement.targets
        elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
            targets = [statement.target]
        for target in targets:
            for node in ast.walk(target):
                if isinstance(node, ast.Name) and node.id.isupper():
                    yield node.id


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_gives_a_constant_a_second_value(path: Path) -> None:
    counted = Counter(constants(path.read_text("utf-8")))

    assert [name for name, times in counted.items() if times > 1] == []


def test_a_second_value_is_found() -> None:
    assert [*constants("_ID = 1\n_ID: int = 2\nA, B = 1, 2\nlower = 3")] == ["_ID", "_ID", "A", "B"]
