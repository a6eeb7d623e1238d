"""The wheel: holds all that the programs need, and runs in an environment of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("claims", "db", "tui")

ARTICLE = """Harbour to be dredged

The harbour will be dredged in spring, said Mira Okafor, a senior fellow at the Baltic Institute.
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the sources so that nothing is left among them."""
    copy = tmp_path_factory.mktemp("sources")
    for name in PACKAGES:
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    target = tmp_path_factory.mktemp("wheel")
    _run(
        *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index"),
        *("--no-build-isolation", "--wheel-dir", str(target), str(copy)),
    )
    [built] = target.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``claims`` command of an environment that has the wheel and its dependencies alone."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, symlinks=True)
    python = home / "bin" / "python"
    _run(
        *(sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"),
        # What is never imported need not be compiled.
        *("--no-deps", "--no-index", "--no-compile", str(wheel)),
    )
    [site] = home.glob("lib/python*/site-packages")
    # The dependencies come from the environment of the tests; what is installed there for editing
    # does not, since a folder that a .pth file adds has its own .pth files left unread.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return home / "bin" / "claims"


def test_all_files_that_are_no_code_are_in_the_wheel(wheel: Path) -> None:
    sources = {
        path.relative_to(ROOT).as_posix()
        for name in PACKAGES
        for path in (ROOT / name).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.split("/")[0] in PACKAGES}
    assert packed == sources


def test_the_command_extracts_stores_and_lists_in_an_environment_of_its_own(
    command: Path, tmp_path: Path
) -> None:
    (tmp_path / "harbour.txt").write_text(ARTICLE, encoding="utf-8")
    _run(str(command), "--db", "news.db", "ingest", "harbour.txt", folder=tmp_path)
    listed = _run(str(command), "--db", "news.db", "list", "--format", "jsonl", folder=tmp_path)
    assert json.loads(listed)["speaker"] == ["Mira Okafor"]


def test_its_code_is_the_wheels(command: Path, tmp_path: Path) -> None:
    code = "import claims, db, tui; print(claims.__file__, db.__file__, tui.__file__)"
    found = _run(str(command.with_name("python")), "-c", code, folder=tmp_path).split()
    assert all(Path(one).is_relative_to(command.parents[1]) for one in found)


def _run(*command: str, folder: Path | None = None) -> str:
    home = {"HOME": str(folder)} if folder is not None else {}
    done = subprocess.run(
        command,
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **home},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
