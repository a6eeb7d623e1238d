"""What extraction gives tests: claims by their words."""

from __future__ import annotations

from collections.abc import Callable

from tests.claims.extraction.articles import Noted

Claims = Callable[..., list[Noted]]
