"""The filter options, the same for every command, and the ClaimQuery that they make."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import click
from click.shell_completion import CompletionItem

from claims.claim import ClaimType, CueClass, SpeakerKind
from claims.review import ReviewState
from db.query.model import FLAGS, SORT_FIELDS, ClaimQuery, QueryError, parse_date_bound
from tui.cli.options import complete
from tui.cli.options.common import WORDS
from tui.io.streams import tell
from tui.session.archive import open_to_read
from tui.text.words import counted

if TYPE_CHECKING:
    from sqlalchemy import Engine

_DATE: Final = "DATE is YYYY, YYYY-MM or YYYY-MM-DD."


@dataclass(frozen=True, slots=True)
class Order:
    """How rows that sum claims up are sorted and how many are wanted; None leaves the default."""

    field: str | None = None
    descending: bool = False
    limit: int | None = None


class SortField(click.ParamType[str]):
    """One of the fields, or one with a "-" before it for descending order."""

    name = "field"

    def __init__(self, fields: Sequence[str]) -> None:
        self.fields = fields

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if str(value).removeprefix("-") not in self.fields:
            self.fail(f"{value!r} is none of {', '.join(self.fields)}.", param, ctx)
        return str(value)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        # click offers options, not values, for what begins with "-".
        return [CompletionItem(name) for name in self.fields if name.startswith(incomplete)]


def claim_filters(function: Callable[..., None]) -> Callable[..., None]:
    """Add the filter options; the function gets one ``query``, sort and limit included."""

    @functools.wraps(function)
    def with_query(
        *args: Any, sort: str | None = None, limit: int | None = None, **kwargs: Any
    ) -> None:
        query, rest = _take_query(kwargs, sorted_by=True)
        if sort is not None:
            query = replace(query, sort=sort, descending=False)
        if limit is not None:
            query = replace(query, limit=limit)
        function(*args, query=query, **rest)

    return _decorate(with_query, SORT_FIELDS)


def summary_filters(sorts: Sequence[str]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Add the filter options to a command whose rows sum claims up.

    The function gets a ``query`` of the claims that count and an ``order`` of the rows.

    Args:
        sorts: What the rows can be sorted by.
    """

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(function)
        def with_query(
            *args: Any, sort: str | None = None, limit: int | None = None, **kwargs: Any
        ) -> None:
            query, rest = _take_query(kwargs)
            function(*args, query=query, order=_order(sort, limit), **rest)

        return _decorate(with_query, sorts)

    return decorate


def article_filters(function: Callable[..., None]) -> Callable[..., None]:
    """Add the filter options, but neither order nor limit; the function gets a ``query``."""

    @functools.wraps(function)
    def with_query(*args: Any, **kwargs: Any) -> None:
        query, rest = _take_query(kwargs)
        function(*args, query=query, **rest)

    return _with_options(with_query, _FILTERS)


def _order(sort: str | None, limit: int | None) -> Order:
    if sort is None:
        return Order(limit=limit)
    return Order(field=sort.removeprefix("-"), descending=sort.startswith("-"), limit=limit)


def _decorate(function: Callable[..., None], sorts: Sequence[str]) -> Callable[..., None]:
    return _with_options(function, [*_FILTERS, _limit(), _sort(sorts)])


def _with_options(
    function: Callable[..., None],
    options: Sequence[Callable[[Callable[..., None]], Callable[..., None]]],
) -> Callable[..., None]:
    for option in reversed(options):
        function = option(function)
    return function


_FILTERS: Final[tuple[Callable[[Callable[..., None]], Callable[..., None]], ...]] = (
    click.option(
        "--view",
        metavar="NAME",
        type=WORDS,
        shell_complete=complete.views,
        help="The filters of a view saved by this name; others go before its own.",
    ),
    click.option(
        "--speaker",
        "speakers",
        metavar="TEXT",
        multiple=True,
        type=WORDS,
        shell_complete=complete.speakers,
        help="Only claims by this speaker, by name, alias or id; may be given several times.",
    ),
    click.option(
        "--organization",
        "organizations",
        metavar="TEXT",
        multiple=True,
        type=WORDS,
        shell_complete=complete.organizations,
        help="Only claims by speakers of this organization, by name or id, as the claim's article "
        "states it; its parts count. May be given several times.",
    ),
    click.option(
        "--ever",
        is_flag=True,
        help="With --organization: whichever article states it, of whatever time.",
    ),
    click.option(
        "--article",
        "articles",
        metavar="TEXT",
        multiple=True,
        type=WORDS,
        shell_complete=complete.articles,
        help="Only claims in this article, by title, path or id; may be given several times.",
    ),
    click.option(
        "--outlet",
        "outlets",
        metavar="TEXT",
        multiple=True,
        type=WORDS,
        shell_complete=complete.outlets,
        help="Only claims published by this outlet, =NAME by its exact name; may be given several "
        "times.",
    ),
    click.option(
        "--type",
        "types",
        multiple=True,
        type=click.Choice([kind.value for kind in ClaimType]),
        help="Only claims quoted in full, in part or not at all; may be given several times.",
    ),
    click.option(
        "--cue",
        metavar="TEXT",
        type=WORDS,
        shell_complete=complete.cues,
        help="Only claims with this cue, by words of its base form, such as warn or 'make clear'.",
    ),
    click.option(
        "--cue-class",
        "cue_classes",
        multiple=True,
        metavar="CLASS",
        type=click.Choice([one.value for one in CueClass]),
        help=f"Only claims whose cue tells of this: {', '.join(CueClass)}; may be given several "
        "times.",
    ),
    click.option(
        "--negated/--no-negated",
        default=None,
        help="Only claims that the source is told not to have made, or none of these.",
    ),
    click.option(
        "--hedged/--no-hedged",
        default=None,
        help="Only claims that are told with reserve, or none of these.",
    ),
    click.option(
        "--prediction/--no-prediction",
        default=None,
        help="Only claims about what will come, or none of these.",
    ),
    click.option(
        "--kind",
        "kinds",
        multiple=True,
        type=click.Choice([kind.value for kind in SpeakerKind]),
        help="Only claims by this kind of speaker; may be given several times.",
    ),
    click.option(
        "--review",
        "reviews",
        multiple=True,
        type=click.Choice([state.value for state in ReviewState]),
        help="Only claims in this state of review, machine being those that nobody judged; may be "
        "given several times.",
    ),
    click.option(
        "--include-rejected",
        is_flag=True,
        help="Rejected claims as well, which are left out unless --review asks for them.",
    ),
    click.option(
        "--tag",
        "tags",
        metavar="TEXT",
        multiple=True,
        type=WORDS,
        shell_complete=complete.tags,
        help="Only claims with this tag; may be given several times.",
    ),
    click.option(
        "--note",
        metavar="TEXT",
        type=WORDS,
        help="Only claims in whose note these words are found.",
    ),
    click.option(
        "--since",
        metavar="DATE",
        type=WORDS,
        help=f"Only articles published on this date or later. {_DATE}",
    ),
    click.option(
        "--until",
        metavar="DATE",
        type=WORDS,
        help=f"Only articles published on this date or earlier, whole year or month included. "
        f"{_DATE}",
    ),
    click.option(
        "--month",
        "months",
        metavar="YYYY-MM",
        multiple=True,
        type=WORDS,
        help="Only articles published in this month; may be given several times.",
    ),
    click.option("--topic", metavar="TEXT", type=WORDS, help="Only claims on this topic."),
    click.option(
        "--query",
        "text",
        metavar="TEXT",
        type=WORDS,
        help="Only claims in whose words this is found (full text).",
    ),
    click.option(
        "--min-confidence",
        metavar="X",
        type=click.FloatRange(0.0, 1.0),
        help="Only claims of at least this confidence, from 0 to 1.",
    ),
)


def _limit() -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(
        "--limit", metavar="N", type=click.IntRange(min=1), help="Show at most this many."
    )


def _sort(sorts: Sequence[str]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(
        "--sort",
        metavar="FIELD",
        type=SortField(sorts),
        help=f"Sort by {', '.join(sorts[:-1])} or {sorts[-1]}; with a leading '-', descending.",
    )


_KEYS: Final = (
    *("speakers", "organizations", "articles", "outlets", "types", "cue", "cue_classes", *FLAGS),
    *("kinds", "reviews", "tags", "note", "months", "topic", "text"),
)


def _take_query(
    options: dict[str, Any], *, sorted_by: bool = False
) -> tuple[ClaimQuery, dict[str, Any]]:
    """The query that the filter options make, and the options that are not filters.

    Args:
        options: By name; what is given goes before what the view of ``view`` asks for.
        sorted_by: The view's order and limit are of use.
    """
    rest = dict(options)
    same = {key: rest.pop(key) for key in _KEYS}
    for flag in ("ever", "include_rejected"):
        if rest.pop(flag):
            same[flag] = True
    same["types"] = tuple(ClaimType(name) for name in same["types"])
    same["cue_classes"] = tuple(CueClass(name) for name in same["cue_classes"])
    same["kinds"] = tuple(SpeakerKind(name) for name in same["kinds"])
    same["reviews"] = tuple(ReviewState(name) for name in same["reviews"])
    same["since"] = _bound("--since", rest.pop("since"), end=False)
    same["until"] = _bound("--until", rest.pop("until"), end=True)
    same["min_confidence"] = rest.pop("min_confidence")
    given = {key: value for key, value in same.items() if value is not None and value != ()}
    view = rest.pop("view")
    try:
        base = ClaimQuery() if view is None else _of_view(view, rest["db"])
        if not sorted_by:
            base = replace(base, sort="published", descending=False, limit=None)
        return replace(base, **given), rest
    except QueryError as error:
        # As a usage error it comes with the way to the command's help.
        raise click.UsageError(str(error)) from error


def _of_view(name: str, db: str | None) -> ClaimQuery:
    from db.query.saved_views import saved_view

    return saved_view(open_to_read(db), name).query


def tell_left_out(engine: Engine, query: ClaimQuery) -> None:
    """Say on standard error how many claims a query lacks because they are rejected, if any."""
    from db.analysis.summary import count_rejected

    if hidden := count_rejected(engine, query):
        tell(f"{counted(hidden, 'rejected claim')} left out; --include-rejected adds them")


def given_query(query: ClaimQuery) -> ClaimQuery | None:
    """The query that options made; None if there were none."""
    return None if query == ClaimQuery() else query


def _bound(option: str, text: str | None, *, end: bool) -> date | None:
    if text is None:
        return None
    try:
        return parse_date_bound(text, end=end)
    except QueryError as error:
        raise click.UsageError(f"{option}: {error}") from error
