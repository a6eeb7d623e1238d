"""What all the library says."""

from __future__ import annotations

ALL = [
    "night trams would",
    "Nobody cycles home",
    "the noise",
    "The depot roof",
    'the figures "optimistic',
    "declined to publish",
    "the bridge must",
    "cracks in two",
    "The signal failed",
    "Tickets should be",
]
