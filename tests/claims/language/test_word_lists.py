"""Word lists: their format, and that every file keeps to it."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from claims.language.word_lists import (
    all_words,
    alternatives,
    groups,
    lines,
    pairs,
    rows,
    sections,
    words,
)

FOLDER = Path(str(files("claims.language") / "words"))
NAMES = sorted(
    path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.txt")
)


def test_every_list_says_what_it_is_for_and_is_not_empty() -> None:
    assert NAMES
    for name in NAMES:
        first = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()[0]
        assert first.startswith("# "), name
        assert first.removeprefix("# "), name
        assert any(sections(name).values()), name


def test_no_list_says_an_entry_twice() -> None:
    for name in NAMES:
        for section, entries in sections(name).items():
            assert len(set(entries)) == len(entries), (name, section)


def test_single_words_stand_on_any_line() -> None:
    assert {"say", "tell", "underscore"} <= words("cue_classes/statement")


def test_a_section_holds_what_stands_below_its_name() -> None:
    assert "beside" not in words("pages/bylines", "beside names")
    assert "columnist" in words("pages/bylines", "beside names")
    assert "screengrab" in words("pages/bylines", "beside names in photo credits")
    assert "screengrab" not in words("pages/bylines", "beside names")
    assert words("pages/bylines") == frozenset()


def test_all_words_of_a_list_are_those_of_its_sections() -> None:
    assert {"columnist", "screengrab"} <= all_words("pages/bylines")


def test_whole_lines_keep_their_order_and_spaces() -> None:
    platforms = lines("pages/furniture", "platform")
    assert platforms[:2] == ("twitter", "x")
    assert "google news" in platforms


def test_words_that_belong_together_keep_their_order() -> None:
    assert ("vice", "president") in rows("affiliations/roles", "officers of two words")
    assert all(len(row) == 2 for row in rows("affiliations/roles", "officers of two words"))


def test_a_word_of_two_groups_stands_for_both() -> None:
    assert groups("names/nicknames")["jon"] == {"john", "jonathan"}
    assert groups("names/nicknames")["jonathan"] == {"jonathan"}


def test_a_pair_gives_one_name_for_another() -> None:
    assert pairs("names/acronyms")["IMF"] == "International Monetary Fund"


def test_alternatives_match_what_any_does() -> None:
    assert alternatives(("a+", "b")) == "(?:a+|b)"


def test_a_list_or_section_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        words("names/nobody")
    with pytest.raises(KeyError):
        words("names/men", "nobody")
    with pytest.raises(ValueError, match="unpack"):
        pairs("names/men")
