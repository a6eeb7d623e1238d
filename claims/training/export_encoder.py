"""``python -m claims.training.export_encoder``: published sentence-embedding weights as the small
file that comparison runs.

The graph is written operation by operation, pooling and length of the vectors included, so that
the same weights give the same bytes whatever made them; then weights and embeddings become 8-bit
integers, as ``export`` does for the tagger.
"""

from __future__ import annotations

import argparse
import math
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper
from safetensors.numpy import load_file

from claims.comparison.meaning.encoder import FIRST, IDS, PIECES, VECTORS
from claims.comparison.meaning.storage import WIDTH
from claims.tagger.runtime import quantization

_OPSET: Final = 17
_IR: Final = 8
_LAYERS: Final = 6
_HEADS: Final = 12
_LENGTH: Final = 1e-12

Floats = NDArray[np.float32]


class Graph:
    """Operations in the order in which they run; each gives the name of what comes out."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: dict[str, Any] = {}

    def add(self, operation: str, *inputs: str | NDArray[Any], **attributes: Any) -> str:
        """One operation on names or constants."""
        name = f"{operation}_{len(self.nodes)}"
        names = [each if isinstance(each, str) else self._constant(each) for each in inputs]
        self.nodes.append(helper.make_node(operation, names, [name], name, **attributes))
        return name

    def linear(self, states: str, weight: Floats, bias: Floats) -> str:
        """A weight as it is published, output by input, and its bias."""
        return self.add("Add", self.add("MatMul", states, np.ascontiguousarray(weight.T)), bias)

    def norm(self, states: str, weights: Mapping[str, Floats], name: str) -> str:
        """A layer's normalisation."""
        weight, bias = weights[f"{name}.weight"], weights[f"{name}.bias"]
        return self.add("LayerNormalization", states, weight, bias, axis=-1, epsilon=_LENGTH)

    def _constant(self, value: NDArray[Any]) -> str:
        name = f"constant_{len(self.constants)}"
        self.constants[name] = numpy_helper.from_array(value, name)
        return name


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the network and prints its hash."""
    options = _parser().parse_args(arguments)
    model = build(load_file(options.encoder / "model.safetensors"))
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        onnx.save(model, plain)
        making = quantization()
        making.quantize_dynamic(
            plain,
            options.out,
            weight_type=making.QuantType.QInt8,
            per_channel=True,
            reduce_range=True,  # processors without 8-bit dot products saturate otherwise
        )
    print(sha256(options.out.read_bytes()).hexdigest())


def build(weights: Mapping[str, Floats]) -> onnx.ModelProto:
    """The network: the pieces of one text to two vectors of length one, of all and of its
    content."""
    graph = Graph()
    states = _embeddings(graph, weights)
    for layer in range(_LAYERS):
        prefix = f"encoder.layer.{layer}."
        part = {name.removeprefix(prefix): each for name, each in weights.items()}
        states = _layer(graph, states, part)
    content = graph.add("Slice", states, FIRST, _ints(-1), _ints(1))
    means = [graph.add("ReduceMean", each, axes=[1], keepdims=0) for each in (states, content)]
    both = graph.add("Concat", *means, axis=0)
    length = graph.add("ReduceL2", both, axes=[1], keepdims=1)
    graph.nodes.append(helper.make_node("Div", [both, length], [VECTORS], VECTORS))
    return helper.make_model(
        helper.make_graph(
            graph.nodes,
            "encoder",
            [
                helper.make_tensor_value_info(IDS, onnx.TensorProto.INT64, [1, "pieces"]),
                helper.make_tensor_value_info(FIRST, onnx.TensorProto.INT64, [1]),
            ],
            [helper.make_tensor_value_info(VECTORS, onnx.TensorProto.FLOAT, [2, WIDTH])],
            list(graph.constants.values()),
        ),
        opset_imports=[helper.make_opsetid("", _OPSET)],
        ir_version=_IR,
        producer_name="claims",
    )


def _embeddings(graph: Graph, weights: Mapping[str, Floats]) -> str:
    words = graph.add("Gather", weights["embeddings.word_embeddings.weight"], IDS)
    # A text is one sentence to the encoder, so that its kind is a constant.
    places = weights["embeddings.position_embeddings.weight"][:PIECES]
    places = places + weights["embeddings.token_type_embeddings.weight"][0]
    size = graph.add("Shape", IDS, start=1, end=2)
    here = graph.add("Slice", places, _ints(0), size, _ints(0))
    return graph.norm(graph.add("Add", words, here), weights, "embeddings.LayerNorm")


def _layer(graph: Graph, states: str, weights: Mapping[str, Floats]) -> str:
    query, key, value = _heads(graph, states, weights)
    scores = graph.add("MatMul", query, key)
    mixed = graph.add("MatMul", graph.add("Softmax", scores, axis=-1), value)
    mixed = graph.add("Transpose", mixed, perm=[0, 2, 1, 3])
    mixed = graph.add("Reshape", mixed, _ints(0, 0, WIDTH))
    states = _added(graph, states, mixed, weights, "attention.output")
    wide = graph.linear(states, *_dense(weights, "intermediate.dense"))
    half = graph.add("Erf", graph.add("Div", wide, _floats(math.sqrt(2))))
    half = graph.add("Mul", wide, graph.add("Add", half, _floats(1)))
    return _added(graph, states, graph.add("Mul", half, _floats(0.5)), weights, "output")


def _heads(graph: Graph, states: str, weights: Mapping[str, Floats]) -> Iterator[str]:
    """Query, key and value by head, in one multiplication; the query to scale."""
    scale = np.float32(1 / math.sqrt(WIDTH // _HEADS))
    parts = [_dense(weights, f"attention.self.{name}") for name in ("query", "key", "value")]
    parts[0] = (parts[0][0] * scale, parts[0][1] * scale)
    weight, bias = (np.concatenate(both) for both in zip(*parts, strict=True))
    all_three = graph.linear(states, weight, bias)
    for at, order in enumerate(([0, 2, 1, 3], [0, 2, 3, 1], [0, 2, 1, 3])):
        cut = graph.add("Slice", all_three, _ints(at * WIDTH), _ints((at + 1) * WIDTH), _ints(2))
        shaped = graph.add("Reshape", cut, _ints(0, 0, _HEADS, WIDTH // _HEADS))
        yield graph.add("Transpose", shaped, perm=order)


def _added(graph: Graph, before: str, new: str, weights: Mapping[str, Floats], name: str) -> str:
    projected = graph.linear(new, *_dense(weights, f"{name}.dense"))
    return graph.norm(graph.add("Add", projected, before), weights, f"{name}.LayerNorm")


def _dense(weights: Mapping[str, Floats], name: str) -> tuple[Floats, Floats]:
    return weights[f"{name}.weight"], weights[f"{name}.bias"]


def _ints(*values: int) -> NDArray[np.int64]:
    return np.array(values, dtype=np.int64)


def _floats(value: float) -> Floats:
    return np.array(value, dtype=np.float32)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m claims.training.export_encoder", description=__doc__
    )
    parser.add_argument("--encoder", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, required=True, help="file to write")
    return parser


if __name__ == "__main__":
    main()
