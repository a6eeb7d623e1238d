"""Fixtures that the tests of this folder share."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from claims.extraction.cues.component import add_cues
from claims.extraction.document.analysis import analysis
from claims.extraction.document.attribution import Cue
from claims.extraction.pipeline import DEFAULT_MODEL
from tests.claims.extraction.cues.marked import Reader, parsed


@pytest.fixture(scope="session")
def parser() -> Language:
    """The model alone: the attributions are brought along."""
    return spacy.load(DEFAULT_MODEL)


@pytest.fixture(scope="session")
def read(parser: Language) -> Reader:
    def run(marked: str) -> Cue:
        [cue] = analysis(add_cues(parsed(parser, marked))).cues
        return cue

    return run
