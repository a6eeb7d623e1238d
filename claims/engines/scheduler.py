"""Whether somebody speaks at an address as a Dask scheduler does."""

from __future__ import annotations

import socket
import time
from typing import Final

from claims.engines.engine import ClusterEngine, EngineError
from claims.system_error import system_reason

_LENGTH: Final = 8
"""Bytes that begin with what a scheduler says to whoever connects: how long it is."""
_LONGEST: Final = 1 << 20
"""Bytes that its first message has at most; what others say, read as a length, is far more."""
_AGAIN: Final = 0.5
"""Seconds after which it is tried again: a scheduler may be about to start."""


def await_scheduler(engine: ClusterEngine, within: float) -> None:
    """Wait until a scheduler answers, as Dask's client would wait for a silent one without end.

    Args:
        engine: Where it should be.
        within: Seconds.

    Raises:
        EngineError: Nobody answers, or somebody else.
    """
    until = time.monotonic() + within
    while True:
        try:
            said = _first_said(engine, max(0.1, until - time.monotonic()))
        except OSError as error:
            if time.monotonic() + _AGAIN >= until:
                reason = system_reason(error)
                raise EngineError(f"{engine}: no scheduler answers ({reason})") from None
        else:
            if len(said) == _LENGTH and int.from_bytes(said, "little") <= _LONGEST:
                return
            raise EngineError(f"{engine}: what answers is no scheduler")
        time.sleep(_AGAIN)


def _first_said(engine: ClusterEngine, within: float) -> bytes:
    with socket.create_connection((engine.host.strip("[]"), engine.port), within) as connection:
        return connection.recv(_LENGTH, socket.MSG_WAITALL)
