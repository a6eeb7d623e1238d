"""What makes a person likely to be meant by a pronoun."""

from __future__ import annotations

from tests.claims.extraction.scenes import speakers


def test_whom_a_claim_is_about_is_not_who_makes_it() -> None:
    found = speakers(
        "[[Carl Brandt]] praised the town.", "A town needs people like Peter Osei, [[he]] said."
    )
    assert found[-1] == ("Carl Brandt",)


def test_whoever_acted_in_the_account_goes_on() -> None:
    found = speakers(
        "[[Carl Brandt]] said that Peter Osei had sold the boat.",
        "“Nobody told Peter Osei to do it,” [[he]] said.",
    )
    assert found[-1] == ("Carl Brandt",)
