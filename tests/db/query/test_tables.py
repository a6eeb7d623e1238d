"""The tables that queries read, and how names are matched."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, literal, select

from db.query.tables import MOST_WORDS, has_words, path_and_name


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("ann", True),
        ("Lee ANN", True),
        ("tarr", False),
        ("nn", False),
        ("%", False),
        ("", False),
        ("ann " * 3 + "lee", True),
        (" ".join(f"a{n}" for n in range(MOST_WORDS + 1)), False),
    ],
)
def test_each_word_begins_a_word(sqlite_archive: Engine, text: str, holds: bool) -> None:
    with sqlite_archive.connect() as connection:
        assert bool(connection.scalar(select(has_words(literal("ann lee"), text)))) is holds


def test_a_path_is_told_from_the_name_behind_its_last_slash(library: Engine) -> None:
    with library.connect() as connection:
        for path, name in connection.execute(select(*path_and_name())):
            assert path.endswith(f"/{name}")
            assert "/" not in name
