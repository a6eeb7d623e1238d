"""Each module with logic has a test file of its name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
TRAINING: Final = {"onnx", "safetensors", "sklearn", "torch", "transformers"}
"""What the extra ``train`` brings. It is large and never installed where tests run, so that what
imports any of it cannot be run here; its figures are in ``docs/model-card.md``."""


def has_logic(module: Path) -> bool:
    """Whether a function or method of a module does more than raise, pass or wrap one call."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    nodes = ast.walk(ast.parse(module.read_text("utf-8")))
    found = [node for node in nodes if isinstance(node, functions)]
    return any(_does(node.body) and not is_wrapper(node) for node in found)


def is_wrapper(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a function only hands the options of a command to one call.

    What it calls has tests of its own, and that click reads the options is tested for all commands
    at once, in ``tests/tui/cli/test_help.py`` and ``options/test_archive.py``.
    """
    if not any(ast.unparse(one).startswith("click.command") for one in function.decorator_list):
        return False
    rest = [one for one in function.body if not isinstance(one, ast.Import | ast.ImportFrom)]
    calls = [one for one in rest[1:] if isinstance(one, ast.Expr)]
    return len(rest) == 2 and len(calls) == 1


def needs_training(module: Path) -> bool:
    """Whether a module imports what only the extra ``train`` brings."""
    nodes = [*ast.walk(ast.parse(module.read_text("utf-8")))]
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return not TRAINING.isdisjoint(name.partition(".")[0] for name in names)


def _does(body: list[ast.stmt]) -> bool:
    told = [one for one in body if not isinstance(getattr(one, "value", None), ast.Constant)]
    return any(not isinstance(one, ast.Pass | ast.Raise) for one in told)


def modules() -> Iterator[Path]:
    """Modules with logic, relative to the root.

    A revision is tested with all the others, and so is ``env.py``, which Alembic runs as a script.
    """
    for top in ("claims", "db", "tui"):
        for module in sorted((ROOT / top).rglob("*.py")):
            revision = "versions" in module.parts or module.name == "env.py"
            if not revision and has_logic(module) and not needs_training(module):
                yield module.relative_to(ROOT)


def has_tests(module: Path) -> bool:
    """Whether the mirrored folder has a test file of the module's name."""
    if module.stem != "__init__":
        return (ROOT / "tests" / module.parent / f"test_{module.stem}.py").exists()
    own = f"test_{module.parent.name}.py"
    folders = (module.parent, module.parent.parent)
    return any((ROOT / "tests" / one / own).exists() for one in folders)


def test_each_module_with_logic_has_a_test_file_of_its_name() -> None:
    without = {module.as_posix() for module in modules() if not has_tests(module)}
    assert without == set(), "these have no test file of their name"


def test_a_module_of_plain_data_needs_none(tmp_path: Path) -> None:
    plain, busy = tmp_path / "plain.py", tmp_path / "busy.py"
    plain.write_text(
        'class A:\n    def b(self) -> int:\n        """C."""\n        raise TypeError\n'
    )
    busy.write_text("def b() -> int:\n    return len([])\n")
    assert (has_logic(plain), has_logic(busy)) == (False, True)


def test_a_command_that_hands_on_its_options_needs_none(tmp_path: Path) -> None:
    wrapper, busy = tmp_path / "wrapper.py", tmp_path / "busy.py"
    head = '@click.command("undo")\ndef command(db: str) -> None:\n    """Undo."""\n'
    wrapper.write_text(head + "    from a import undo\n\n    tell(undo(open_archive(db)))\n")
    busy.write_text(head + "    if db:\n        undo(db)\n")
    assert (has_logic(wrapper), has_logic(busy)) == (False, True)


def test_what_cannot_run_here_is_told_by_its_imports(tmp_path: Path) -> None:
    late, own = tmp_path / "late.py", tmp_path / "own.py"
    late.write_text(
        "def a() -> int:\n    from torch.nn import Module\n\n    return len([Module])\n"
    )
    own.write_text("import json\nfrom claims.training.tagger import texts\n")
    assert (needs_training(late), needs_training(own)) == (True, False)
