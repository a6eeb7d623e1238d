"""What connects a visitor's app with the server."""

from __future__ import annotations

import os
from threading import Thread

import pytest

pytest.importorskip("textual_serve", reason="needs textual-serve, of the extra 'web'")
from tui.web.driver import WholeWrites


def test_messages_of_two_threads_are_not_mixed() -> None:
    out, into = os.pipe()
    write = WholeWrites(into)
    sizes = [300_000, 5_000] * 10
    threads = [
        Thread(target=lambda letter=letter: [write(letter * size) for size in sizes])
        for letter in (b"a", b"b")
    ]
    for thread in threads:
        thread.start()
    left = 2 * sum(sizes)
    received = bytearray()
    while left:
        part = os.read(out, 10_000)
        received += part
        left -= len(part)
    for thread in threads:
        thread.join()
    os.close(out)
    os.close(into)
    runs = [len(run) for run in received.replace(b"ab", b"a b").replace(b"ba", b"b a").split()]
    assert sum(runs) == 2 * sum(sizes)
    assert all(run % 5_000 == 0 for run in runs)


def test_without_a_server_nothing_is_written_and_no_error_raised() -> None:
    out, into = os.pipe()
    os.close(out)
    assert WholeWrites(into)(b"nobody reads this") == len(b"nobody reads this")
    os.close(into)
