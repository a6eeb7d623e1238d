"""The inference runtime is loaded with its telemetry off, and counts alike on all processors."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy
import pytest

from claims.tagger import runtime
from claims.tagger.runtime import session

CODE = """
import os
from claims.tagger.runtime import onnxruntime
found = onnxruntime.get_available_providers()
print(os.environ["ORT_DISABLE_TELEMETRY"], "CPUExecutionProvider" in found)
"""


def test_the_environment_says_so_before_it_is_imported() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "True"]


def test_sums_of_products_are_exact_on_any_processor(tmp_path: Path) -> None:
    network = tmp_path / "product.onnx"
    network.write_bytes(product_of(bytes([127] * 64)))
    [[found]] = session(network, 1, exact=True).run(
        None, {"x": numpy.full((1, 64), 255, dtype=numpy.uint8)}
    )
    assert found == 64 * 255 * 127


def test_what_a_processor_does_is_tried_with_the_greatest_products() -> None:
    assert product_of(bytes([127] * 64)) == runtime._PRODUCT


def test_only_processors_that_cut_sums_multiply_in_another_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = tmp_path / "product.onnx"
    network.write_bytes(product_of(bytes(64)))
    asked = "session.x64quantprecision"
    monkeypatch.setattr(runtime, "adds_whole", lambda: False)
    options = session(network, 1, exact=True).get_session_options()
    assert options.get_session_config_entry(asked) == "1"
    monkeypatch.setattr(runtime, "adds_whole", lambda: True)
    options = session(network, 1, exact=True).get_session_options()
    with pytest.raises(RuntimeError):
        options.get_session_config_entry(asked)


def test_threads_without_work_sleep(tmp_path: Path) -> None:
    network = tmp_path / "product.onnx"
    network.write_bytes(product_of(bytes(64)))
    options = session(network, 2).get_session_options()
    assert options.get_session_config_entry("session.intra_op.allow_spinning") == "0"


def product_of(weights: bytes) -> bytes:
    """A network that multiplies a row of unsigned numbers by a column of signed ones.

    The numbers of fields are those of the ONNX format, version 8, operations 13.
    """
    names = (field(1, b"x"), field(1, b"w"), field(2, b"y"), field(4, b"MatMulInteger"))
    column = varint(1, len(weights)) + varint(1, 1) + varint(2, 3) + field(8, b"w")
    graph = (
        field(1, b"".join(names))
        + field(2, b"product")
        + field(5, column + field(9, weights))
        + field(11, typed(b"x", 2, (1, len(weights))))
        + field(12, typed(b"y", 6, (1, 1)))
    )
    return varint(1, 8) + field(7, graph) + field(8, varint(2, 13))


def typed(name: bytes, kind: int, shape: tuple[int, int]) -> bytes:
    dimensions = b"".join(field(1, varint(1, size)) for size in shape)
    return field(1, name) + field(2, field(1, varint(1, kind) + field(2, dimensions)))


def field(number: int, content: bytes) -> bytes:
    """A field of bytes, as protocol buffers have it; none of ours is over 16 kilobytes."""
    size = len(content)
    length = bytes([size]) if size < 128 else bytes([size & 127 | 128, size >> 7])
    return bytes([number << 3 | 2]) + length + content


def varint(number: int, value: int) -> bytes:
    """A field of a number below 128."""
    return bytes([number << 3, value])
