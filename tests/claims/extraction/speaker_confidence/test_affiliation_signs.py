"""Affiliations are the surer the more plainly the article states them."""

from __future__ import annotations

from claims.extraction.document.analysis import analysis
from claims.extraction.speaker_confidence.affiliation_signs import affiliation_signs
from claims.extraction.speaker_confidence.confidence import Signs
from tests.claims.extraction.scenes import scene
from tests.claims.extraction.speaker_confidence.read_first import _first


def test_an_affiliation_beside_the_name_is_surer_than_one_taken_up_from_afar() -> None:
    _, speaker, _ = _first(
        "Peter Osei, the director of the Ice Lab, came late. [[He]] said that the dam would hold.",
        "[[Peter Osei]] met Paul Lind. [[The Riga tycoon]] said that it would not.",
    )
    chances = {one.role: one.confidence for one in speaker.affiliations}
    assert 0 < min(chances.values()) <= chances["director"] < 1
    assert chances["director"] == max(chances.values())


def test_the_head_tells_whatever_goes_on_behind_it() -> None:
    signs = _signs("Ada Lund, an editor of the morning page, left.", "editor of the morning page")
    assert {"head: editor", "goes on", "behind the name"} <= signs.keys()
    signs = _signs("Sens. Ada Lund and Bo Ray left.", "Sens.")
    assert {"plural", "words"} <= signs.keys()


def test_a_place_for_an_organization_is_told_from_a_body() -> None:
    text = "Ada Lund, mayor of Riga, met Bo Ray, chairman of Tide Radio."
    assert "place for organization" in _signs(text, "mayor")
    signs = _signs(text, "chairman")
    assert "organization" in signs
    assert "place for organization" not in signs


def test_a_verb_of_being_and_an_adjective_are_told() -> None:
    signs = _signs("Ada Lund is a popular senator.", "popular senator")
    assert {"complement", "adjective"} <= signs.keys()
    signs = _signs("Senator Ada Lund left.", "Senator")
    assert signs.keys().isdisjoint({"complement", "adjective", "another person"})


def _signs(text: str, role: str) -> Signs:
    """The signs of the first affiliation in a text that has this role."""
    names = analysis(scene(text)).named
    return next(
        affiliation_signs(names.tokens, names.clusters, cluster, one)
        for cluster in names.clusters.persons
        for one in cluster.stated()
        if one.role == role
    )
