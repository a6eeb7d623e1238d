"""Variables of the environment that choose what extracts, apart from what reads them: this loads no
model."""

from __future__ import annotations

from typing import Final

MODEL_VARIABLE: Final = "CLAIMS_MODEL"
"""Names the spaCy model."""

WEIGHTS_VARIABLE: Final = "CLAIMS_WEIGHTS"
"""Names the folder of the network."""
