"""Options that say what is known of an article."""

from __future__ import annotations

from datetime import date

import click
import pytest
from click.testing import CliRunner

from claims.partial_date import Precision
from db.articles.values import Value
from db.schema.choices import ArticleField
from tui.cli.articles.options import given_values, known_options


def given(*arguments: str) -> dict[ArticleField, Value]:
    found: dict[ArticleField, Value] = {}

    @click.command()
    @known_options
    def command(**options: object) -> None:
        found.update(given_values(options, "set by ines"))

    result = CliRunner().invoke(command, arguments)
    assert result.exit_code == 0, result.output
    return found


def test_only_what_is_given_is_known() -> None:
    assert given() == {}
    assert given("--title", "Ice", "--byline", "A", "--byline", "B") == {
        ArticleField.TITLE: "Ice",
        ArticleField.BYLINE: ("A", "B"),
    }


def test_a_date_is_as_exact_as_it_is_given() -> None:
    published = given("--date", "2023-11")[ArticleField.PUBLISHED]
    assert (published.value, published.precision, published.evidence) == (  # type: ignore[union-attr]
        date(2023, 11, 1),
        Precision.MONTH,
        "set by ines",
    )


@pytest.mark.parametrize("text", ["May", "2023-13", ""])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(AssertionError, match="is not a date such as"):
        given("--date", text)
