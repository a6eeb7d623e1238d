"""What extracts by an engine."""

from __future__ import annotations

import pytest

from claims.engines.engine import LocalEngine
from claims.engines.extractor import extractor
from claims.extraction.parallel import ParallelExtractor


@pytest.mark.parametrize(("engine", "jobs"), [(LocalEngine(3), 3), (LocalEngine(1), 1)])
def test_processes_of_this_machine(engine: LocalEngine, jobs: int) -> None:
    chosen = extractor(engine)
    assert isinstance(chosen, ParallelExtractor)
    assert chosen.jobs == jobs


def test_without_an_engine_it_is_one_process_a_core() -> None:
    chosen = extractor(None)
    assert isinstance(chosen, ParallelExtractor)
    assert chosen.jobs == ParallelExtractor().jobs
