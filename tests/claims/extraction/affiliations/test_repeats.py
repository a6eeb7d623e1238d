"""Whether one affiliation tells again what another tells."""

from __future__ import annotations

from typing import Final

import pytest

from claims.claim import Affiliation, Span
from claims.extraction.affiliations.repeats import covers

SOMEWHERE: Final = Span(0, 1)


@pytest.mark.parametrize(
    ("one", "other", "again"),
    [
        (("deputy mayor", "Riga"), ("mayor", "Riga"), True),
        (("mayor", "Riga"), ("deputy mayor", "Riga"), False),
        (("mayor", "Riga"), ("mayor", None), True),
        (("mayor", None), ("mayor", "Riga"), False),
        (("mayor", "Riga"), ("mayor", "Turku"), False),
        (("Gov.", "Skerry"), ("Governor", "Skerry"), True),
        (("Professor", None), ("Professors", None), True),
        (("Mayor", "the Port of Riga"), ("mayor", "Riga"), True),
    ],
)
def test_one_that_tells_all_of_another_covers_it(
    one: tuple[str, str | None], other: tuple[str, str | None], again: bool
) -> None:
    assert covers(Affiliation(*one, SOMEWHERE), Affiliation(*other, SOMEWHERE)) is again
