"""A claim as a row."""

from __future__ import annotations

from tests.tui.archives import LEAFLET

TITLE = LEAFLET.paragraphs[0]
