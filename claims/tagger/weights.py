"""The files of trained weights: what they are called and the settings that go with them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

SHIPPED = Path(__file__).parent / "trained"
"""The folder of the weights that come with the package."""

NETWORK, TOKENIZER, SETTINGS = "network.onnx", "tokenizer.json", "settings.json"

OUTPUTS = (
    "tags",
    "entities",
    "cue_rows",
    "cue_columns",
    "cue_bias",
    "source_rows",
    "source_columns",
    "source_bias",
)
"""What the network gives, in order."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is needed beside the network.

    Args:
        version: Of the weights.
        size: Word pieces a window, the marks around it not counted.
        cue_distance: Bias of a cue link by bucket of distance.
        source_distance: The same of a source link.
        confidence: Weights of the signs of an attribution in the log odds of its being right, by
            the names of ``Signs``, and ``intercept``.
    """

    version: str
    size: int
    cue_distance: tuple[float, ...]
    source_distance: tuple[float, ...]
    confidence: dict[str, float]

    def as_json(self) -> dict[str, Any]:
        """As plain data."""
        return asdict(self)

    @classmethod
    def read(cls, folder: Path) -> Settings:
        """Of a folder of weights."""
        read = json.loads((folder / SETTINGS).read_text("utf-8"))
        return cls(
            read["version"],
            read["size"],
            tuple(read["cue_distance"]),
            tuple(read["source_distance"]),
            dict(read["confidence"]),
        )
