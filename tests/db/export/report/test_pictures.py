"""SVG that stands in a page."""

from __future__ import annotations

from lxml import etree

from db.export.report.numbers import Grid
from db.export.report.pictures import WIDTH, matrix, timeline

SVG = "{http://www.w3.org/2000/svg}"


def test_bars_are_in_proportion() -> None:
    root = etree.fromstring(timeline([("2023-01", 2), ("2023-02", 0), ("2023-03", 8)]))
    low, none, high = (float(one.get("height")) for one in root.iter(f"{SVG}rect"))
    assert none == 0
    assert abs(high - 4 * low) < 0.5
    assert [one.text for one in root.iter(f"{SVG}title")] == [
        *("2023-01: 2 claims", "2023-02: 0 claims", "2023-03: 8 claims")
    ]
    assert all(0 < float(one.get("x")) < WIDTH for one in root.iter(f"{SVG}text"))


def test_one_month_is_a_bar_and_no_wall() -> None:
    root = etree.fromstring(timeline([("2023-01", 2)]))
    (bar,) = (float(one.get("width")) for one in root.iter(f"{SVG}rect"))
    assert bar < WIDTH / 10
    assert [one.text for one in root.iter(f"{SVG}text")] == ["2", "2023-01"]


def test_a_matrix_shades_by_number_and_tells_it() -> None:
    cells = {(0, 0): 1, (0, 1): 10, (1, 1): 5}
    made = Grid(["Ann <Lee>", "Bo"], [("2023", "A & B"), ("2024", "C")], cells, 3, "article", 2)
    root = etree.fromstring(matrix(made))
    shades = [one.get("class") for one in root.iter(f"{SVG}rect")]
    assert shades == ["cell s1", "cell s5", "cell s0", "cell s2"]
    titles = [one.text for one in root.iter(f"{SVG}title")]
    assert "Ann <Lee>, A & B (2023): 1 claim" in titles
    assert root.get("aria-label") == "Claims by speaker and article, 2 of 3 speakers"


def test_what_has_no_claims_has_no_picture() -> None:
    assert timeline([]) == ""
    assert matrix(Grid([], [], {}, 0, "article", 0)) == ""
