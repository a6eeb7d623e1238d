"""Names stand in contents for the pronouns that mean them."""

from __future__ import annotations

from claims.claim import Span
from claims.comparison.meaning.naming import Mention, named_content

TEXT = "Ada Lund spoke. She said she would sell\n her house and that Bo Ek owed them nothing."


def mention(written: str, name: str, after: int = 0) -> Mention:
    start = TEXT.index(written, after)
    return Mention(Span(start, start + len(written)), name)


CONTENT = Span(TEXT.index("she would"), len(TEXT) - 1)


def test_pronouns_give_way_to_names() -> None:
    known = [
        mention("them", "the Lunds"),
        mention("her", "Ada Lund"),
        mention("she", "Ada Lund", CONTENT.start),
    ]
    assert named_content(TEXT, [CONTENT], known) == (
        "Ada Lund would sell Ada Lund’s house and that Bo Ek owed the Lunds nothing"
    )


def test_of_a_name_in_s_the_apostrophe_is_enough() -> None:
    assert "sell James’ house" in named_content(TEXT, [CONTENT], [mention("her", "James")])


def test_names_and_what_stands_outside_stay() -> None:
    known = [mention("Bo Ek", "Bo Anders Ek"), mention("She", "Ada Lund")]
    assert named_content(TEXT, [CONTENT], known) == (
        "she would sell her house and that Bo Ek owed them nothing"
    )


def test_pieces_are_joined() -> None:
    first = Span(CONTENT.start, TEXT.index("\n"))
    last = Span(TEXT.index("Bo Ek"), CONTENT.end)
    named = named_content(TEXT, [first, last], [mention("them", "the Lunds")])
    assert named == "she would sell Bo Ek owed the Lunds nothing"


def test_mentions_inside_each_other_are_replaced_once() -> None:
    twice = [mention("her", "Ada Lund"), mention("her", "the mayor")]
    assert named_content(TEXT, [CONTENT], twice).count("’s house") == 1
