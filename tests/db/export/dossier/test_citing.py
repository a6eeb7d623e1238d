"""Citations by CSL styles."""

from __future__ import annotations

from datetime import date

import pytest

from claims.partial_date import Precision
from db.export.dossier.citing import SHORT_NAMES, Citing
from db.export.errors import ExportError


def cited(style: str, **other: object) -> str:
    article = {
        "title": "Depot costs climb again",
        "outlet": "Evening Ledger",
        "published": date(2023, 5, 9),
        "precision": Precision.DAY,
        "byline": ("Jonas Vik", "Lu Ferro"),
        "url": "https://ledger.example/depot",
        **other,
    }
    return Citing(style).article(**article)  # type: ignore[arg-type]


def test_each_style_has_its_own_way() -> None:
    assert cited("chicago") == (
        "Jonas Vik and Lu Ferro, “Depot Costs Climb Again”, Evening Ledger, May 9, 2023, "
        "https://ledger.example/depot."
    )
    assert cited("apa") == (
        "Vik, J., & Ferro, L. (2023, May 9). Depot costs climb again. Evening Ledger. "
        "https://ledger.example/depot"
    )
    assert cited("ieee").startswith("J. Vik and L. Ferro, “Depot costs climb again”")


@pytest.mark.parametrize("style", [*SHORT_NAMES, "apa", "nature", "oscola"])
def test_what_is_not_known_is_not_told(style: str) -> None:
    told = cited(style, outlet=None, published=None, byline=(), url=None)
    assert "epot" in told
    assert "None" not in told
    assert "2023" not in told


def test_a_date_is_told_as_exactly_as_it_is_known() -> None:
    assert "Ledger, May 2023" in cited("chicago", precision=Precision.MONTH)
    assert "Ledger, 2023" in cited("chicago", precision=Precision.YEAR)


def test_an_agency_has_no_given_name() -> None:
    assert cited("apa", byline=("Reuters",)).startswith("Reuters. (2023")
    assert cited("apa", byline=("The Valley Press",)).startswith("The Valley Press. (2023")


def test_marks_of_other_languages_stay_as_they_are() -> None:
    assert "Costs & <b>*" in cited("chicago", title="Costs & <b>*")


@pytest.mark.parametrize(
    ("style", "told"),
    [
        ("chicgo", "there is no citation style 'chicgo'; did you mean chicago?"),
        ("../styles/apa", "there is no citation style"),
    ],
)
def test_a_style_that_there_is_not_is_told(style: str, told: str) -> None:
    with pytest.raises(ExportError) as caught:
        Citing(style)
    assert told in str(caught.value)


def test_a_style_that_is_like_none_is_not_said_to_be_meant_as_one() -> None:
    with pytest.raises(ExportError) as caught:
        Citing("nosuch")
    assert str(caught.value) == "there is no citation style 'nosuch'"
