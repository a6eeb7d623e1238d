"""Names in the light of all others of the article."""

from __future__ import annotations

from tests.claims.extraction.mentions.found import clusters, persons


def test_a_surname_alone_is_a_person_even_if_the_model_thinks_otherwise() -> None:
    text = "Terry Washburn said no. Reporters asked again. Washburn declined. Washburn left."
    [cluster] = [m for m in clusters(text).persons if m.name == "Terry Washburn"]
    assert len(cluster.mentions) == 3


def test_a_headline_verb_is_cut_off_a_name() -> None:
    text = (
        "Delgado Visits Flooded Northern Valley Towns\n\nMr. Delgado came late. Ruth Delgado left."
    )
    assert "Delgado Visits" not in persons(text)
