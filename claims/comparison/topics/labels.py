"""What a topic is called: a phrase as most claims write it."""

from __future__ import annotations

from collections.abc import Mapping


def label(written: Mapping[str, int]) -> str:
    """The form that most claims have; of as many, the one in small letters, then by alphabet.

    Args:
        written: How many claims have a form.
    """
    return min(written, key=lambda form: (-written[form], not form.islower(), form))
