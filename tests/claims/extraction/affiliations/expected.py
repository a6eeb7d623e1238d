"""Affiliations as the tests of this folder write them down."""

from __future__ import annotations

Affiliations = list[tuple[str | None, str | None]]
