"""The standard model, loaded once for all extraction tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.extraction.pipeline import Extractor
from tests.claims.extraction.articles import Noted, article, noted


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="session")
def claims_in(extractor: Extractor) -> Callable[..., list[Noted]]:
    """From paragraphs to the claims in them, as words."""

    def run(*paragraphs: str) -> list[Noted]:
        [(read, claims)] = extractor.extract([article(*paragraphs)])
        return noted(read, claims)

    return run
