"""Which lines name authors, and who they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.reading.layout.bylines import names_persons
from tests.claims.reading.samples import BODY, PARAGRAPHS, read_page, texts


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ruth Aas", ("Ruth Aas",)),
        ("BY RUTH AAS AND PIET VOS", ("Ruth Aas", "Piet Vos")),
        ("By Ruth Aas in Oslo and Piet van der Vos in The Hague", ("Ruth Aas", "Piet van der Vos")),
        ("By Ruth Aas, Staff Writer", ("Ruth Aas",)),
        ("By\nRuth Aas in Oslo", ("Ruth Aas",)),
        (
            "By Ruth Aas, Piet Vos and Liv O’Hara | Nordic Press",
            ("Ruth Aas", "Piet Vos", "Liv O’Hara"),
        ),
        ("Ruth Aas\nMay 3, 2021", ("Ruth Aas",)),
        ("Ruth Aas (now) and Piet Vos (earlier)\nMay 3, 2021", ("Ruth Aas", "Piet Vos")),
        ("Ruth Aas, Piet Vos and Liv O’Hara\nMay 3, 2021", ("Ruth Aas", "Piet Vos", "Liv O’Hara")),
        ("By Ruth Aas • May 3, 2021 • 5 min read", ("Ruth Aas",)),
        ("By Ruth Aas and Piet Vos May 3, 2021", ("Ruth Aas", "Piet Vos")),
        ("The Evening Courier\nMay 3, 2021", ()),
    ],
)
def test_bylines_name_persons(tmp_path: Path, byline: str, names: tuple[str, ...]) -> None:
    article = read_page(tmp_path, f"Pipeline Talks Stall Again\n{byline}\n\n{BODY}")
    assert article.byline == names
    assert texts(article) == PARAGRAPHS


def test_a_sentence_that_opens_with_by_is_body(tmp_path: Path) -> None:
    lead = "By Tuesday Mr. Vos had left the city."
    article = read_page(tmp_path, f"Pipeline Talks Stall\n\n{lead}\n\n{BODY}")
    assert texts(article) == [lead, *PARAGRAPHS]
    assert article.byline == ()


@pytest.mark.parametrize(
    ("line", "certain"),
    [
        ("Karl Ness", True),
        ("J. K. Ness", True),
        ("Karl F. Ness, Marta de la Cruz, and Ruth Aas", True),
        ("Karl Ness Marta de la Cruz", False),
        ("Rose Garden Speech", False),
        ("Harbour Office", False),
        ("Oslo, Norway", False),
        ("By Karl Ness", False),
        ("", False),
    ],
)
def test_names_alone_are_of_persons_where_nothing_speaks_against_it(
    line: str, certain: bool
) -> None:
    assert names_persons(line) is certain
