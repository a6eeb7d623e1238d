"""What holds for every test."""

from __future__ import annotations

import os

from hypothesis import settings

# Tests never time anything; where a change is judged, the same examples judge it every time.
settings.register_profile("claims", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("claims")
