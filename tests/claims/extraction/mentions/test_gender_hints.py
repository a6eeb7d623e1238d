"""The pronoun behind a lone name tells whom it means."""

from __future__ import annotations

from tests.claims.extraction.scenes import speakers


def test_a_bare_surname_is_heard_with_its_sentences_pronoun() -> None:
    found = speakers(
        "Peter Harrow met Alice Harrow in Bergen. Peter Harrow spoke of rain.",
        "[[Harrow]] repeated in her letter to the town that the yard was closed.",
    )
    assert found == [("Alice Harrow",)]
