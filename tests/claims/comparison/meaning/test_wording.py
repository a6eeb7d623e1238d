"""Who says something in which telling words."""

from __future__ import annotations

from claims.comparison.meaning.statement import Statement
from claims.comparison.meaning.wording import MOST, phrases, wordings


def shared(one: Statement, other: Statement) -> bool:
    return not set(wordings(one)).isdisjoint(wordings(other))


def said(content: str, *speakers: str) -> Statement:
    return Statement(content, "said", speakers)


def test_rare_words_side_by_side_are_a_phrase_and_common_ones_are_not() -> None:
    assert phrases("the leaking floodgates will have to go in a year") == {
        "leak floodgat": phrases("leaking floodgates")["leak floodgat"]
    }


def test_what_is_quoted_by_itself_is_a_phrase_and_a_whole_sentence_is_not() -> None:
    assert "“no limit”" in phrases("a bond with “no limits”")
    assert not phrases("“we have to go and see what there is to do now,”")


def test_one_wording_is_of_one_speaker() -> None:
    one = said("the leaking floodgates were sold", "Marit Solheim")
    assert shared(one, said("she saw leaking floodgates", "Ms. Solheim"))
    assert not shared(one, said("the leaking floodgates were sold", "Bo Ek"))
    assert not shared(one, said("the leaking floodgates were sold", "she"))


def test_a_government_and_its_country_are_one_speaker() -> None:
    one = said("the leaking floodgates were sold", "Norwegian government")
    assert shared(one, said("leaking floodgates are no danger", "Norway"))


def test_of_many_the_most_telling_are_kept() -> None:
    words = "leaking floodgates rusty turbines " * 9 + " ".join(
        f"rotor{n} valve{n}" for n in range(30)
    )
    found = wordings(said(words, "Marit Solheim"))
    assert len(found) == MOST == len(set(found))
    assert all(0 < number < 2**32 for number in found)
