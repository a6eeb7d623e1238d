"""What a topic is called: the plainest of the forms in which it is written."""

from __future__ import annotations

from collections.abc import Iterable


def label(written: Iterable[str]) -> str:
    """The form with the fewest capitals; of these the longest, then the first by alphabet.

    So it does not matter which form an archive met first.

    Args:
        written: Forms of one topic, at least one.
    """
    return min(written, key=lambda form: (sum(map(str.isupper, form)), -len(form), form))
