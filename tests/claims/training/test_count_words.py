"""Words are counted by how many articles they stand in."""

from __future__ import annotations

from claims.training.count_words import table


def test_a_word_stands_in_the_section_of_its_share() -> None:
    texts = ["the dam held", "the wall fell in Oslo", "the dam fell", "The end"]
    made = table(texts)
    sections = dict(part.split("]\n", 1) for part in made.split("\n[")[1:])
    assert sections["0"].split() == ["the"]
    assert {"dam", "fell"} <= set(sections["1"].split())
    assert {"held", "wall"} <= set(sections["2"].split())


def test_names_are_left_out() -> None:
    assert "oslo" not in table(["the wall in Oslo", "Oslo is old"])
