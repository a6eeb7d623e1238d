"""What speaks at the address of a scheduler."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest

from claims.engines.engine import ClusterEngine, EngineError
from claims.engines.scheduler import await_scheduler


@contextmanager
def saying(words: bytes | None) -> Iterator[ClusterEngine]:
    """An address at which these words are said to whoever connects; None for silence."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        if words is not None:
            Thread(target=_say, args=(server, words), daemon=True).start()
        yield ClusterEngine("127.0.0.1", server.getsockname()[1])


def _say(server: socket.socket, words: bytes) -> None:
    connection, _ = server.accept()
    with connection:
        connection.sendall(words)


def test_the_length_of_a_message_is_a_greeting() -> None:
    with saying((300).to_bytes(8, "little") + b"rest") as engine:
        await_scheduler(engine, 5.0)


@pytest.mark.parametrize("words", [b"SSH-2.0-OpenSSH\r\n", b"HTTP/1.1 400 Bad Request\r\n", b""])
def test_what_others_say_is_none(words: bytes) -> None:
    with (
        saying(words) as engine,
        pytest.raises(EngineError, match=r"^dask://[\d.:]+: what answers is no scheduler$"),
    ):
        await_scheduler(engine, 5.0)


def test_silence_is_told_when_time_is_up() -> None:
    with (
        saying(None) as engine,
        pytest.raises(EngineError, match=r"^dask://[\d.:]+: no scheduler answers \(timed out\)$"),
    ):
        await_scheduler(engine, 0.2)


def test_nobody_is_told_when_time_is_up() -> None:
    with saying(None) as gone:
        pass
    with pytest.raises(EngineError, match=r"no scheduler answers \(connection refused\)$"):
        await_scheduler(gone, 0.2)
