"""``python -m tests.offline ARGUMENT…``: Python run so that the first use of a network ends it.

A filter in the kernel (Linux; needs no rights) ends any process, of this program or those that it
starts, that connects or sends to anything: whoever talks to the internet or looks up a host has to.
Native code cannot get round it, as it can round Python's audit hooks. Pipes and pairs of sockets
that are read and written like files do not count; asyncio, which sends to itself, cannot run so.
"""

from __future__ import annotations

import ctypes
import os
import platform
import sys
from typing import Final

CALLS: Final = {
    "x86_64": {"connect": 42, "sendto": 44, "sendmsg": 46, "sendmmsg": 307},
    "aarch64": {"connect": 203, "sendto": 206, "sendmsg": 211, "sendmmsg": 269},
}
"""The system's numbers of what only a user of a network calls, by machine."""
GUARDED: Final = sys.platform == "linux" and platform.machine() in CALLS

_NO_NEW_PRIVILEGES, _SET_FILTER, _MODE_FILTER = 38, 22, 2
_LOAD, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _END_PROCESS = 0x7FFF0000, 0x80000000


class _Instruction(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("if_true", ctypes.c_uint8),
        ("if_false", ctypes.c_uint8),
        ("operand", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("code", ctypes.POINTER(_Instruction)))


def forbid_networks() -> None:
    """End this process and those that it starts with SIGSYS when one uses a network.

    Raises:
        OSError: The kernel takes no such filter.
    """
    numbers = list(CALLS[platform.machine()].values())
    code = [
        _Instruction(_LOAD, 0, 0, 0),  # the number of the call
        *(_Instruction(_JUMP_IF_EQUAL, len(numbers) - i, 0, n) for i, n in enumerate(numbers)),
        _Instruction(_RETURN, 0, 0, _ALLOW),
        _Instruction(_RETURN, 0, 0, _END_PROCESS),
    ]
    program = _Program(len(code), (_Instruction * len(code))(*code))
    libc = ctypes.CDLL(None, use_errno=True)
    for request in (
        (_NO_NEW_PRIVILEGES, 1, 0, 0, 0),
        (_SET_FILTER, _MODE_FILTER, ctypes.byref(program), 0, 0),
    ):
        if libc.prctl(*request):
            raise OSError(ctypes.get_errno(), "the kernel takes no filter of calls")


if __name__ == "__main__":
    forbid_networks()
    os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
