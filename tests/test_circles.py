"""No file leads back to itself by imports, and no folder: neither by those in functions and those
that only the type checker follows."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
TOPS: Final = ("bench", "claims", "db", "tui")
SOURCES: Final = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for top in TOPS
    for path in (ROOT / top).rglob("*.py")
}
"""Path of each module, by its name."""


def imported(source: str) -> Iterator[str]:
    """Names of what a module imports; of what it imports from one, as if it were a module too."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def known(name: str) -> str | None:
    """The module of ours that a name is, or is in."""
    return next((one for one in (name, name.rpartition(".")[0]) if one in SOURCES), None)


def beside(name: str, other: str) -> tuple[str, str] | None:
    """The two files or folders, of one folder, that two modules are or are in.

    None if one of them is the folder of the other: of those, one is a part of the other.
    """
    ours, theirs = name.split("."), other.split(".")
    for at, pair in enumerate(zip(ours, theirs, strict=False), start=1):
        if pair[0] != pair[1]:
            return ".".join(ours[:at]), ".".join(theirs[:at])
    return None


def circle(imports: Mapping[str, set[str]]) -> list[str]:
    """Names that lead from one back to it; empty if none do."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


@pytest.fixture(scope="module")
def imports() -> dict[str, set[str]]:
    found = {}
    for name, path in SOURCES.items():
        names = map(known, imported(path.read_text("utf-8")))
        found[name] = {one for one in names if one is not None and one != name}
    return found


def test_every_kind_of_import_counts() -> None:
    source = (
        "import db.archive\n"
        "if TYPE_CHECKING:\n    from claims import claim\n"
        "def now():\n    from tui.run import start\n"
    )
    found = ["db.archive", "claims.claim", "tui.run.start"]
    assert [*imported(source)] == found
    assert [known(name) for name in found] == ["db.archive", "claims.claim", "tui.run"]


def test_a_circle_is_named() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": set()}) == []
    assert set(circle({"a": {"b"}, "b": {"c"}, "c": {"b"}})) == {"b", "c"}


def test_folders_count_for_what_is_in_them() -> None:
    assert beside("a.b.c", "a.d") == ("a.b", "a.d")
    assert beside("a.b", "a.b.c") is None


def test_no_file_leads_back_to_itself(imports: dict[str, set[str]]) -> None:
    assert circle(imports) == []


def test_no_folder_leads_back_to_itself(imports: dict[str, set[str]]) -> None:
    between: dict[str, set[str]] = defaultdict(set)
    for name, others in imports.items():
        for pair in (beside(name, other) for other in others):
            if pair is not None:
                between[pair[0]].add(pair[1])
    assert circle(between) == []
