"""``claims speakers show``."""

from __future__ import annotations

from tests.tui.cli.speakers.runs import Run, shown


def test_show_tells_affiliations_with_dates_articles_and_evidence(run: Run) -> None:
    okafor = shown(run, "okafor")
    assert [
        (affiliation["role"], affiliation["first"]) for affiliation in okafor["affiliations"]
    ] == [
        ("senior fellow", "2022-06-14"),
        ("director", "2023-03-02"),
    ]
    text = run("speakers", "show", "okafor").stdout
    assert "2023-03-02  director, Tallinn Policy Centre" in text
    assert "“Mira Okafor, director of the Tallinn Policy Centre”" in text
