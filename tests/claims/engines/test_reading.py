"""Reading by workers: in order, whatever they do, and with nothing left of them."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Generator, Iterable
from concurrent import futures
from contextlib import closing
from pathlib import Path

import pytest

from claims.engines import reading
from claims.engines.reading import LocalReaders, Task, in_order, read_by
from claims.processes.limits import Limits
from claims.reading import Options, ReadingError, pieces, read_articles
from claims.reading.bounded import BoundedReader
from claims.reading.pieces import End, ReadPiece, pieces_of

WORDS = "The ferry to the islands stopped on Monday. “It leaks,” said the harbor master, Ana Ruiz."


class Here:
    """Workers that are this thread."""

    def __init__(self) -> None:
        self.tasks: list[int] = []

    def read_pieces(
        self, tasks: Iterable[Task], options: Options
    ) -> Generator[list[ReadPiece], None, None]:
        for task in tasks:
            self.tasks.append(len(task))
            yield [([], End(goes_on=True)) for _ in task]


def test_what_is_no_place_keeps_its_place_and_what_cannot_be_looked_at_is_told(
    tmp_path: Path,
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(WORDS)
    missing = tmp_path / "none.txt"
    error = ReadingError("folder", "it holds nothing")
    found = [tmp_path / "a.txt", error, missing, tmp_path / "b.txt"]
    here = Here()
    with closing(read_by(here, BoundedReader(), found, Options())) as read:
        told = [str(one) for one, _ in read]
    assert told == [
        str(tmp_path / "a.txt"),
        "folder: it holds nothing",
        f"{missing}: no such file or folder",
        str(tmp_path / "b.txt"),
    ]
    assert here.tasks == [2]


def test_small_files_go_together_and_big_ones_in_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_PIECES", 3)
    paths = [tmp_path / f"{number}.txt" for number in range(7)]
    for path in paths:
        path.write_text(WORDS)
    here = Here()
    assert [one for one, _ in read_by(here, BoundedReader(), paths, Options())] == paths
    assert here.tasks == [3, 3, 1]
    monkeypatch.setattr(reading, "_BYTES", len(WORDS.encode()) + 1)
    here = Here()
    assert [one for one, _ in read_by(here, BoundedReader(), paths, Options())] == paths
    assert here.tasks == [2, 2, 2, 1]


def test_tasks_are_handed_out_ahead_and_given_back_in_order() -> None:
    handed: list[int] = []

    def submit(task: Task) -> futures.Future[int]:
        handed.append(len(task))
        return futures.Future()

    def take(task: Task, _: object) -> list[ReadPiece]:
        return [([], End(names=len(task)))]

    piece = next(pieces_of(Path(__file__)))
    tasks = [[piece] * number for number in (1, 2, 0, 3, 4)]
    done = in_order(tasks, submit, take, lambda: 2)
    assert next(done)[0][1].names == 1
    assert handed == [1, 2]
    assert [[end.names for _, end in one] for one in done] == [[2], [], [3], [4]]


def test_processes_read_what_one_reads_and_are_gone_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_text(
        "".join(json.dumps({"text": f"{number}. {WORDS}"}) + "\n" for number in range(50)) + "{\n"
    )
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\0\0")
    readers = LocalReaders(2, Limits())
    with closing(read_by(readers, BoundedReader(), [path, bad], Options())) as read:
        found = {one: list(outcomes) for one, outcomes in read}
    expected = list(read_articles(path))
    assert found[path][:-1] == expected[:-1]
    assert str(found[path][-1]) == str(expected[-1])
    assert "bad.txt: it is a binary file" in str(found[bad][0])
    assert not multiprocessing.active_children()


def test_what_takes_too_much_is_refused_alone(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(3)]
    for path in paths:
        path.write_text(WORDS)
    readers = LocalReaders(1, Limits(seconds=0))
    paths[1].write_text(WORDS * 40_000)
    with closing(read_by(readers, BoundedReader(), paths, Options())) as read:
        found = [[str(one) for one in outcomes] for _, outcomes in read]
    assert "cannot be read: it takes more than the limit of 0 s" in found[1][0]


def test_closing_it_midway_ends_the_processes(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(200)]
    for path in paths:
        path.write_text(WORDS)
    read = read_by(LocalReaders(2, Limits()), BoundedReader(), paths, Options())
    next(read)
    read.close()
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("scheme", ["", "file://"])
def test_a_large_file_that_cannot_be_cut_is_read_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    paths = [tmp_path / name for name in ("a.txt", "many.csv", "b.txt")]
    for path in paths:
        path.write_text(WORDS)
    paths[1].write_text("text\n" + "".join(f'"{number}. {WORDS}"\n' for number in range(20)))
    monkeypatch.setattr(pieces, "PIECE", 1_000)
    locations = [f"{scheme}{path}" if scheme else path for path in paths]
    workers = Here()
    with BoundedReader() as here, closing(read_by(workers, here, locations, Options())) as read:
        taken = [(one, list(outcomes)) for one, outcomes in read]
    assert [one for one, _ in taken] == locations
    assert workers.tasks == [2]
    expected = [f"{scheme}{one.path}" for one in read_articles(paths[1])]
    assert [one.path for one in taken[1][1]] == expected
    assert len(expected) == 20
