"""Where a post begins and ends, and what is none: an opinion, a condition, where somebody lives."""

from __future__ import annotations

import pytest

from tests.claims.extraction.scenes import affiliations

SAID = "said that the strait would stay open."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The upstart Sen. Ann Lee spoke.", [("Sen.", None)]),
        ("The state Sen. Ann Lee spoke.", [("state Sen.", None)]),
        ("Press Secretary Ann Lee spoke.", [("Press Secretary", None)]),
        (
            "Ann Lee, chair of the party’s drafting committee, spoke.",
            [("chair", "drafting committee")],
        ),
        ("Ann Lee of Ohio spoke.", []),
        ("Ann Lee of Norway spoke.", [(None, "Norway")]),
        ("It will help if Ann Lee is the chair.", []),
        ("Ann Lee is a “harbor lawyer” here.", []),
    ],
)
def test_a_post_ends_where_the_title_does(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert affiliations(text, f"[[Lee]] {SAID}") == expected
