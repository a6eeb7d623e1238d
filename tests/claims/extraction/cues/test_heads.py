"""Which word of a cue attributes, in its base form."""

from __future__ import annotations

import pytest

from tests.claims.extraction.cues.marked import Reader


@pytest.mark.parametrize(
    ("marked", "lemma"),
    [
        ("[The mayor] <said on Monday> {that the bridge was closed}.", "say"),
        ("[The mayor] <has accused> {the owners of neglect}.", "accuse"),
        ("<According to> [the mayor], {the bridge is closed}.", "according to"),
        ("[The mayor] <has made it very clear> {that the bridge is closed}.", "make it clear"),
        ("[The mayor] <pointed out> {that the bridge was closed}.", "point out"),
        ("[The mayor] <told reporters> {that the bridge was closed}.", "tell"),
        ("[The mayor] <warned of> {floods}.", "warn"),
        ("[The mayor] <issued a warning> {that the bridge could fail}.", "warning"),
        ("[The mayor’s] <warning> {that the bridge could fail} was heard.", "warning"),
        ("[The mayor] <issued a statement saying> {the bridge was closed}.", "say"),
        ("[The mayor] <went on to say> {that the bridge was closed}.", "say"),
        ("[The mayor] <was quoted as saying> {that the bridge was closed}.", "say"),
        ("[The mayor] <declined to comment> {on the bridge}.", "comment"),
        ("[The mayor] <declined> {to comment on the bridge}.", "comment"),
        ("[The mayor] <was sure> {that the bridge was closed}.", "sure"),
        ("{“The bridge is closed,”} [she] said, <adding> {that it would stay so}.", "add"),
        ("[The mayor] <called for> {a new bridge}.", "call for"),
        ("[The mayor] <called> {for a new bridge}.", "call for"),
        ("[The mayor] <made a harsh attack on> {the builders}.", "attack"),
        ("<In the words of> [the mayor], {the bridge is a disgrace}.", "in the words of"),
        ("[RUIZ]<:> {The bridge is closed.}", ":"),
    ],
)  # fmt: skip
def test_the_lemma_is_what_an_analyst_would_call_the_cue(
    read: Reader, marked: str, lemma: str
) -> None:
    assert read(marked).lemma == lemma
