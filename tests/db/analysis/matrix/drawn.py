"""A matrix as lines of text."""

from __future__ import annotations

LINES = ["", "kind:person", "org:rail", "type:indirect", "since:2023", "zeppelin"]
