"""The inference runtime with its telemetry off; nothing else imports ``onnxruntime``.

Its wheels note the machine and the program that they run in, keep that under the user's cache
folder and send it to their maker, from the moment of import and unless the environment says not to.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # read once, on import

import onnxruntime

# On Windows telemetry is events of the system's own, which the variable does not concern.
onnxruntime.disable_telemetry_events()

__all__ = ["adds_whole", "onnxruntime", "quantization", "session"]

_EXACT: Final = "session.x64quantprecision"
"""Has sums of 8-bit products kept whole on x64 processors that would cut them to 16 bits. Others
are asked for nothing by it, and multiply half as fast all the same."""

_PIECES: Final = 64
_PRODUCT: Final = b"".join(
    (
        bytes.fromhex("08083a9a010a180a01780a0177120179220d4d61744d756c496e7465676572120770726f64"),
        bytes.fromhex("7563742a4b0840080110034201774a40"),
        bytes([127] * _PIECES),
        bytes.fromhex("5a130a0178120e0a0c080212080a0208010a02084062130a0179120e0a0c080612080a0208"),
        bytes.fromhex("010a0208014202100d"),
    )
)
"""A network in the ONNX format: 64 unsigned numbers of 8 bits, multiplied by weights of 127."""

_SPINNING: Final = "session.intra_op.allow_spinning"
"""Whether threads that have nothing to do ask for work again and again until there is some."""


def session(
    network: Path, threads: int, without: Sequence[str] = (), *, exact: bool = False
) -> onnxruntime.InferenceSession:
    """A network, ready to run.

    Args:
        network: Its file.
        threads: How many it runs in.
        without: Optimizations of the runtime's that it is not to have.
        exact: That its weights use all of 8 bits, so that processors without 8-bit dot products
            need another way to multiply.

    Threads that have nothing to do sleep. By itself the runtime has them ask for work without end
    meanwhile, which takes half as much of the processor again and brings an article no sooner.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.add_session_config_entry(_SPINNING, "0")
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    if exact and not adds_whole():
        options.add_session_config_entry(_EXACT, "1")
    return onnxruntime.InferenceSession(
        str(network),
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=[*without],
    )


@cache
def adds_whole() -> bool:
    """Whether this processor keeps sums of 8-bit products whole however they are multiplied.

    Tried out, as the names of its instructions are told in another way on each system.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    product = onnxruntime.InferenceSession(_PRODUCT, options, providers=["CPUExecutionProvider"])
    greatest = np.full((1, _PIECES), 255, dtype=np.uint8)
    [[[found]]] = product.run(None, {"x": greatest})
    return int(found) == _PIECES * 255 * 127


def quantization() -> Any:
    """The runtime's own module that makes 8-bit weights; needs the extra ``train``."""
    # Imported late: it needs what only training has.
    from onnxruntime import quantization as found

    return found
