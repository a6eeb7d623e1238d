"""What people say of a claim."""

from __future__ import annotations

from enum import StrEnum


class ReviewState(StrEnum):
    """The verdict on a claim; ``MACHINE`` is untouched extraction output."""

    MACHINE = "machine"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
