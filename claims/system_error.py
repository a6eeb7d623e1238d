"""Why the system refused something, in the words and the style of all other reasons."""

from __future__ import annotations


def system_reason(error: Exception) -> str:
    """The system's words for an error, in one line, without path and number: "permission denied".

    Args:
        error: An ``OSError``, or one that came in its place.
    """
    words = " ".join((getattr(error, "strerror", None) or str(error)).split())
    return words[:1].lower() + words[1:] or type(error).__name__
