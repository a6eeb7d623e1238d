"""The document extensions through which the extraction components hand on what they find."""

from __future__ import annotations

from spacy.tokens import Doc

# Mutable defaults are copied by spaCy for every document.
_DEFAULTS: dict[str, object] = {
    "segments": (),
    "quotations": (),
    "marked": None,
    "pieces": (),
    "attributions": [],
    "cues": [],
    "cast": None,
    "speakers": [],
    "meant": [],
}


def register_extensions() -> None:
    """Register every extension that is not registered yet; safe to call again."""
    for name, default in _DEFAULTS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
