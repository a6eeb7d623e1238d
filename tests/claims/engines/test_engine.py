"""Engines by name."""

from __future__ import annotations

import pytest

from claims.engines.engine import (
    ClusterEngine,
    EngineError,
    LocalEngine,
    read_engine,
)


@pytest.mark.parametrize(
    ("name", "engine"),
    [
        ("local", LocalEngine()),
        ("local:4", LocalEngine(4)),
        ("dask://10.0.0.7:8786", ClusterEngine("10.0.0.7", 8786)),
        ("dask://desk.example.org:8786/", ClusterEngine("desk.example.org", 8786)),
        ("dask://[::1]:8786", ClusterEngine("[::1]", 8786)),
    ],
)
def test_names(name: str, engine: LocalEngine | ClusterEngine) -> None:
    assert read_engine(name) == engine


@pytest.mark.parametrize(
    "name",
    ["", "local:0", "local:many", "dask://", "dask://desk", "dask://desk:99999", "spark://x:1"],
)
def test_what_is_no_engine_is_refused_by_its_name(name: str) -> None:
    with pytest.raises(EngineError, match="not an engine"):
        read_engine(name)
