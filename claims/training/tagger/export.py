"""``python -m claims.training.tagger.export``: trained weights as the file that extraction runs.

Weights and embeddings become 8-bit integers, activations are quantised as it runs ("dynamic
quantisation"), so that no deep-learning framework is needed then.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import torch
from torch import Tensor, nn

from claims.tagger.distance import distance_buckets
from claims.tagger.runtime import quantization
from claims.tagger.weights import FED, INPUTS, NETWORK, OUTPUTS, TOKENIZER, Settings
from claims.training.tagger.network import Network

_OPSET: Final = 17
_SAMPLE: Final = 64


class Exported(nn.Module):
    """One window without padding: log probabilities of labels and links, and entity labels."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        network.encoder.set_attn_implementation("eager")

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        *fed, buckets = inputs
        network = self.network
        states = network.encoder.embeddings(inputs_embeds=network.embed(fed))
        # Layer by layer, since the encoder as a whole adds operations for a mask not needed here.
        for layer in network.encoder.encoder.layer:
            out = layer(states)
            states = out[0] if isinstance(out, tuple) else out
        return (
            network.tag(states).log_softmax(-1),
            network.cue(states, buckets).log_softmax(-1),
            network.source(states, buckets).log_softmax(-1),
            network.entity(states).argmax(-1),
        )


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the folder of weights."""
    options = _parser().parse_args(arguments)
    network = Network(options.encoder)
    network.load_state_dict(torch.load(options.weights, weights_only=True))
    network.eval()
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        _write(network, plain)
        making = quantization()
        making.quantize_dynamic(
            plain,
            options.out / NETWORK,
            weight_type=making.QuantType.QInt8,
            per_channel=True,  # one scale for a whole weight costs two points of F1
        )
    shutil.copy(options.encoder / TOKENIZER, options.out / TOKENIZER)
    settings = Settings(
        options.version,
        options.size,
        {"intercept": 2.0, "content": 2.0, "cue": 1.0},
        least=0.0,
    )
    settings.write(options.out)


def _write(network: Network, path: Path) -> None:
    blank = torch.zeros(1, _SAMPLE, dtype=torch.long)
    buckets = torch.from_numpy(distance_buckets(_SAMPLE))
    torch.onnx.export(
        Exported(network),
        (*[blank] * len(FED), buckets),
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes={name: {1: "pieces"} for name in (*INPUTS, *OUTPUTS)}
        | {"buckets": {0: "pieces", 1: "pieces"}}
        | {name: {1: "pieces", 2: "pieces"} for name in ("cues", "sources")},
        opset_version=_OPSET,
        dynamo=False,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m claims.training.tagger.export", description=__doc__
    )
    parser.add_argument("--encoder", type=Path, required=True, help="folder of the encoder")
    parser.add_argument("--weights", type=Path, required=True, help="what fit wrote")
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    parser.add_argument("--version", required=True, help="what extraction runs are marked with")
    parser.add_argument("--size", type=int, default=254, help="word pieces a window")
    return parser


if __name__ == "__main__":
    main()
