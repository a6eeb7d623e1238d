"""A terminal that is lost ends the app, which nothing else would."""

from __future__ import annotations

import errno
import io
import os
import select
import subprocess
from pathlib import Path

import pytest

from tests.tui.archives import ARTICLES, make_archive
from tests.tui.cli.on_terminal import COMMAND, on_unix

pytestmark = on_unix


class Lost(io.StringIO):
    """A stream to a terminal that is gone."""

    def write(self, text: str, /) -> int:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    def flush(self) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def test_what_is_written_to_a_lost_terminal_is_no_error() -> None:
    from tui.terminal_driver import Unfailing

    stream = Unfailing(Lost())
    assert stream.write("nobody sees it") == 14
    stream.flush()


def test_an_app_whose_terminal_is_lost_ends(tmp_path: Path) -> None:
    db = tmp_path / "claims.db"
    make_archive(db, ARTICLES).dispose()
    ours, theirs = os.openpty()
    # The terminal is not the process's own, so that no signal tells of its end.
    process = subprocess.Popen(
        [*COMMAND, "--db", str(db), "tui"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", "XDG_STATE_HOME": str(tmp_path)},
    )
    try:
        os.close(theirs)
        shown = b""
        while b"Claim" not in shown:
            assert select.select([ours], [], [], 60)[0], shown
            shown += os.read(ours, 65536)
        os.close(ours)
        assert process.wait(timeout=60) == 0
    finally:
        process.kill()
        process.wait()


def test_a_terminal_that_has_no_size_is_given_one() -> None:
    import fcntl
    import struct
    import termios

    from tui.terminal_driver import give_size

    ours, theirs = os.openpty()
    give_size(theirs)
    assert os.get_terminal_size(theirs) == (80, 24)
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 160, 0, 0))
    give_size(theirs)
    assert os.get_terminal_size(theirs) == (160, 50)
    os.close(theirs)
    os.close(ours)


@pytest.mark.parametrize("closes", [True, False])
def test_only_a_lost_terminal_is_told_of(closes: bool) -> None:
    from threading import Thread

    from tui.terminal_driver import watch

    ours, theirs = os.openpty()
    told: list[bool] = []
    watching = Thread(target=watch, args=(theirs, lambda: told.append(True)), daemon=True)
    watching.start()
    os.write(ours, b"a key\n")
    if closes:
        os.close(ours)
    watching.join(20 if closes else 0.2)
    assert told == [True] * closes
    if not closes:
        os.close(ours)
        watching.join(20)
    os.close(theirs)
