"""The files of trained weights: what they are called and the settings that go with them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

SHIPPED: Final = Path(__file__).parent / "trained"
"""The folder of the weights that come with the package."""

NETWORK: Final = "network.onnx"
TOKENIZER: Final = "tokenizer.json"
SETTINGS: Final = "settings.json"

FED: Final = ("ids", "quotes", "shapes", "pos", "deps", "heads")
"""What of ``WordPieces`` the network is fed, in order."""

INPUTS: Final = (*FED, "buckets")
OUTPUTS: Final = ("tags", "cues", "sources", "entities")
"""What the network is fed and what it gives, in order."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is needed beside the network.

    Args:
        version: Of the weights.
        size: Word pieces a window, the marks around it not counted.
        confidence: Weights of the signs of an attribution in the log odds of its being right, by
            the names of ``Signs``, and ``intercept``.
        least: Attributions less sure than this, 0.0 to 1.0, are left out: most are wrong.
    """

    version: str
    size: int
    confidence: dict[str, float]
    least: float

    def as_json(self) -> dict[str, Any]:
        """As plain data."""
        return asdict(self)

    @classmethod
    def read(cls, folder: Path) -> Settings:
        """Of a folder of weights."""
        read = json.loads((folder / SETTINGS).read_text("utf-8"))
        return cls(read["version"], read["size"], dict(read["confidence"]), read["least"])

    def write(self, folder: Path) -> None:
        """Into a folder of weights."""
        (folder / SETTINGS).write_text(json.dumps(self.as_json()) + "\n", encoding="utf-8")
