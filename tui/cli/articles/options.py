"""Options that say what is known of an article, and the values that they make."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from tui.cli.options import complete
from tui.cli.options.common import WORDS

if TYPE_CHECKING:
    from db.articles.values import Value
    from db.schema.choices import ArticleField

Function = TypeVar("Function", bound=Callable[..., Any])

FIELDS: Final = ("title", "outlet", "byline", "published", "url")
NO_DATE: Final = "is not a date such as 2024-05-16, 2024-05 or 2024"


class GivenDate(click.ParamType[Any]):
    """A date as exactly as it is known."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        from claims.reading.text.dates import read_given

        if (found := read_given(str(value))) is None:
            self.fail(f"{value!r} {NO_DATE}.", param, ctx)
        return found


def known_options(function: Function) -> Function:
    """``--title``, ``--outlet``, ``--byline``, ``--date`` and ``--url``."""
    for option in reversed(
        (
            click.option("--title", metavar="TEXT", type=WORDS, help="The title."),
            click.option(
                "--outlet",
                metavar="TEXT",
                type=WORDS,
                shell_complete=complete.named("outlet"),
                help="Who published it.",
            ),
            click.option(
                "--byline",
                metavar="NAME",
                type=WORDS,
                multiple=True,
                help="Who wrote it; may be repeated.",
            ),
            click.option(
                "--date",
                "published",
                metavar="DATE",
                type=GivenDate(),
                help="When it was published, as exactly as it is known: 2024-05-16, 2024-05, 2024.",
            ),
            click.option("--url", metavar="URL", type=WORDS, help="Its address."),
        )
    ):
        function = option(function)
    return function


def given_values(options: dict[str, Any], evidence: str) -> dict[ArticleField, Value]:
    """The values of the options that are given.

    Args:
        options: By name of the field.
        evidence: What gives the date.
    """
    from claims.article import DatedFact
    from db.schema.choices import ArticleField

    values: dict[ArticleField, Value] = {}
    for name in FIELDS:
        if not (value := options[name]):
            continue
        if name == "published":
            value = DatedFact(value.value, value.precision, evidence)
        values[ArticleField(name)] = value
    return values
