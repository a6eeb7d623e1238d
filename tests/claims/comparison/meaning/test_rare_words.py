"""How much of what one claim tells another tells as well."""

from __future__ import annotations

from claims.comparison.meaning.rare_words import SPEAKERS, STEPS, WORDS, contained, rare_words, who
from claims.comparison.meaning.statement import Statement


def said(content: str, *speakers: str) -> Statement:
    return Statement(content, "said", speakers)


def test_common_words_and_letters_tell_nothing() -> None:
    assert rare_words(said("the a of x")) == ()
    assert len(rare_words(said("the granary of x"))) == 1


def test_forms_of_a_word_are_one_and_rare_ones_tell_more() -> None:
    one, other = rare_words(said("floodgates")), rare_words(said("the floodgate"))
    assert contained(one, other) == 1
    [rare], [common] = rare_words(said("zirconium")), rare_words(said("people"))
    assert rare & STEPS > common & STEPS


def test_the_lesser_may_be_in_the_greater_and_which_is_which_makes_no_difference() -> None:
    few, many = (
        rare_words(said("rusty floodgates")),
        rare_words(said("rusty floodgates of a granary")),
    )
    assert contained(few, many) == contained(many, few) == 1
    assert 0 < contained(rare_words(said("rusty zirconium")), many) < 1
    assert contained(few, ()) == contained((), ()) == 0


def test_who_speaks_is_who_it_is_in_all_articles() -> None:
    assert who(said("it leaks", "Marit Solheim")) == who(said("so it does", "Ms. Solheim"))
    norway = set(who(said("it leaks", "Norway")))
    assert norway & set(who(said("it leaks", "Norwegian government")))
    assert who(said("it leaks", "she")) == ()
    many = said("it leaks", *(f"Ada Lund{chr(97 + n)}" for n in range(9)))
    assert len(who(many)) == SPEAKERS


def test_numbers_fit_where_they_are_kept_and_are_never_0() -> None:
    words = " ".join(f"rotor{n}" for n in range(40))
    found = rare_words(said(words))
    assert len(found) == WORDS == len(set(found))
    assert all(0 < number < 2**16 for number in (*found, *who(said("", "Ada Lund", "Bo Ek"))))
