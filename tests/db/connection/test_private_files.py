"""What the archive is made of is readable by its owner alone, whatever the umask."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from db.archive import open_archive
from db.connection.engine import writing
from db.connection.private_files import make_folder, replace_text

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="files have no modes of this kind there"
)


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o377], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """A umask that takes no rights away, the usual one, and stricter ones."""
    mask: int = request.param
    before = os.umask(mask)
    yield mask
    os.umask(before)


def modes(folder: Path) -> dict[str, str]:
    """The modes of all that is in a folder."""
    return {path.name: oct(path.stat().st_mode & 0o777) for path in sorted(folder.iterdir())}


def write_to(url: str) -> dict[str, str]:
    """The modes of an archive's files, while it is written to."""
    engine = open_archive(url)
    with writing(engine) as connection:
        connection.execute(text("INSERT INTO outlet (name, name_key) VALUES ('A', 'a')"))
        found = modes(Path((engine.url.database or "").removeprefix("file:")).parent)
    engine.dispose()
    return found


@pytest.mark.parametrize(
    "named", ["{}/news.db", "sqlite:///{}/news.db", "sqlite:///file:{}/news.db?uri=true"]
)
def test_a_new_database_and_what_lies_beside_it(tmp_path: Path, umask: int, named: str) -> None:
    assert write_to(named.format(tmp_path)) == {
        "news.db": "0o600",
        "news.db-shm": "0o600",
        "news.db-wal": "0o600",
    }


def test_a_database_that_a_link_leads_to(tmp_path: Path, umask: int) -> None:
    (tmp_path / "real").mkdir(mode=0o700)
    (tmp_path / "real").chmod(0o700)
    (tmp_path / "news.db").symlink_to(tmp_path / "real" / "news.db")
    write_to(str(tmp_path / "news.db"))
    assert modes(tmp_path / "real") == {"news.db": "0o600"}


def test_one_that_exists_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    open_archive(str(path)).dispose()
    path.chmod(0o640)
    assert set(write_to(str(path)).values()) == {"0o640"}
    assert modes(tmp_path) == {"news.db": "0o640"}


def test_reading_alone_makes_no_file(tmp_path: Path) -> None:
    url = f"sqlite:///file:{tmp_path}/news.db?mode=ro&uri=true"
    with pytest.raises(Exception, match="cannot be opened"):
        open_archive(url)
    assert modes(tmp_path) == {}


def test_the_folder_of_the_usual_place(
    tmp_path: Path, umask: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLAIMS_DB", raising=False)
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_, **__: str(tmp_path / "a" / "b"))
    open_archive().dispose()
    assert modes(tmp_path) == {"a": "0o700"}
    assert modes(tmp_path / "a") == {"b": "0o700"}
    assert modes(tmp_path / "a" / "b") == {"claims.db": "0o600"}


def test_a_folder_that_exists_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a").chmod(0o755)
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert modes(tmp_path) == {"a": "0o755"}


def test_a_file_in_the_way_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    for folder in (tmp_path / "a", tmp_path / "a" / "b"):
        with pytest.raises(OSError, match="Not a directory"):
            make_folder(folder)


def test_a_text_that_is_replaced_keeps_its_mode(tmp_path: Path, umask: int) -> None:
    replace_text(tmp_path / "theme.json", "{}")
    assert modes(tmp_path) == {"theme.json": "0o600"}
    (tmp_path / "theme.json").chmod(0o644)
    replace_text(tmp_path / "theme.json", "[]")
    assert modes(tmp_path) == {"theme.json": "0o644"}
    assert (tmp_path / "theme.json").read_text() == "[]"
