"""What a topic is called."""

from __future__ import annotations

from claims.comparison import as_form, forms_in, label, may_be_form


def test_in_small_letters_where_any_article_has_it_so() -> None:
    assert label(["HARBOUR TUNNEL", "harbour tunnel", "Harbour Tunnel"]) == "harbour tunnel"


def test_in_full_rather_than_by_letters() -> None:
    assert label(["THB", "Tidal Harbour Board"]) == "Tidal Harbour Board"


def test_in_the_plural_where_both_occur() -> None:
    assert label(["harbour tunnel", "harbour tunnels"]) == "harbour tunnels"


def test_a_form_has_no_quotation_marks_and_is_one_line() -> None:
    assert as_form("“harbour\n  tunnel”") == "harbour tunnel"


def test_a_form_has_the_words_of_the_key_whatever_their_endings() -> None:
    assert may_be_form("harbour tunnels", "harbour tunnel")
    assert may_be_form("Ferry companies", "ferry company")
    assert not may_be_form("harbour walls", "harbour tunnel")
    assert not may_be_form("the harbour tunnel", "harbour tunnel")


def test_forms_are_found_in_what_is_said() -> None:
    said = "no harbour\ntunnel is cheap, and Harbour Tunnels leak"
    assert list(forms_in(said, "harbour tunnel")) == ["harbour tunnel", "Harbour Tunnels"]
    assert list(forms_in("no tunnel", "harbour tunnel")) == []
