"""Whether a content says anything that another could say as well."""

from __future__ import annotations

import pytest

from claims.comparison.meaning import Statement, same
from claims.comparison.meaning.contents import says_something


@pytest.mark.parametrize(
    "content",
    [
        "the dam will hold",
        "a watertight alibi",
        "to close the school in Harrow",
        "Lind is not a candidate",
        "the dredging of the estuary",
        "Dredging Of The Estuary Begins In May",
        "smuggling",
    ],
)
def test_what_says_something(content: str) -> None:
    assert says_something(content)


@pytest.mark.parametrize(
    "content",
    [
        "Mr. Lind",
        "Lotte Brenner",
        "the report",
        "this",
        "yes",
        "him",
        "the Harbour Board",
        "her plan",
        "",
    ],
)
def test_what_does_not(content: str) -> None:
    assert not says_something(content)


def test_two_who_praise_one_man_do_not_say_the_same() -> None:
    one = Statement("Mr. Lind", "praised", ("Lotte Brenner",))
    assert same(one, one, 1.0, 1.0) == 0
