"""The standard model, loaded once for all extraction tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.extraction.pipeline import Extractor
from tests.claims.extraction.articles import Noted, article, noted

Run = Callable[..., list[Noted]]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="session")
def rules() -> Extractor:
    """Extraction without the trained network."""
    return Extractor(rules_only=True)


@pytest.fixture(scope="session")
def claims_in(extractor: Extractor) -> Run:
    """From paragraphs to the claims in them, as words."""
    return _runner(extractor)


@pytest.fixture(scope="session")
def ruled_in(rules: Extractor) -> Run:
    """The same by the rules alone."""
    return _runner(rules)


def _runner(extractor: Extractor) -> Run:
    def run(*paragraphs: str) -> list[Noted]:
        [(read, claims)] = extractor.extract([article(*paragraphs)])
        return noted(read, claims)

    return run
