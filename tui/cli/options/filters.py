"""The filter options, the same for every command, and the ClaimQuery that they make."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import click
from click.shell_completion import CompletionItem

from db.query.fields.field import Field, ValueForm
from db.query.fields.wording import either
from db.query.model import FIELDS, NEWEST_FIRST, OLDEST_FIRST, SORT_FIELDS, ClaimQuery, QueryError
from tui.cli.options import complete
from tui.cli.options.common import WORDS
from tui.io.streams import tell
from tui.session.archive import open_to_read
from tui.text.words import counted, reasons

if TYPE_CHECKING:
    from sqlalchemy import Engine

Decorator = Callable[[Callable[..., None]], Callable[..., None]]


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


def claim_filters(function: Callable[..., None], order: str = OLDEST_FIRST) -> Callable[..., None]:
    """Add the filter options; the function gets one ``query``, sort and limit included.

    Args:
        function: Of the command.
        order: What to sort by where nothing says.
    """

    @functools.wraps(function)
    def with_query(
        *args: Any, sort: str | None = None, limit: int | None = None, **kwargs: Any
    ) -> None:
        query, rest = _take_query(kwargs, order)
        if sort is not None:
            query = replace(query, sort=sort, descending=False)
        if limit is not None:
            query = replace(query, limit=limit)
        function(*args, query=query, **rest)

    return _decorate(with_query, SORT_FIELDS)


def app_filters(function: Callable[..., None]) -> Callable[..., None]:
    """As `claim_filters`, in the order of the app: the newest first."""
    return claim_filters(function, NEWEST_FIRST)


def summary_filters(sorts: Sequence[str]) -> Decorator:
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

    return _with_options(with_query, _filters())


def _order(sort: str | None, limit: int | None) -> Order:
    if sort is None:
        return Order(limit=limit)
    return Order(field=sort.removeprefix("-"), descending=sort.startswith("-"), limit=limit)


def _decorate(function: Callable[..., None], sorts: Sequence[str]) -> Callable[..., None]:
    apart = [option_of(field, sorts) for field in reversed(FIELDS) if not field.option.shared]
    return _with_options(function, [*_filters(), *apart])


def _with_options(
    function: Callable[..., None],
    options: Sequence[Decorator],
) -> Callable[..., None]:
    for option in reversed(options):
        function = option(function)
    return function


def _view() -> Decorator:
    return click.option(
        "--view",
        metavar="NAME",
        type=WORDS,
        shell_complete=complete.named("view"),
        help="The filters of a view saved by this name; others take precedence.",
    )


def option_of(field: Field, sorts: Sequence[str] = SORT_FIELDS) -> Decorator:
    """A filter as an option of a command, passed by the filter's name.

    Args:
        field: The filter.
        sorts: What the command's rows can be sorted by.
    """
    option = field.option
    given: dict[str, Any] = {"help": option.help.format(sorts=either(sorts))}
    if field.form is ValueForm.SWITCH:
        given["is_flag"] = True
    elif field.form is ValueForm.EITHER:
        given["default"] = None
    else:
        given |= {"type": _type(field, sorts), "multiple": field.several}
    if option.metavar:
        given["metavar"] = option.metavar
    if option.names:
        given["shell_complete"] = complete.named(option.names)
    names = [option.flag] if field.form is ValueForm.EITHER else [option.flag, field.name]
    return click.option(*names, **given)


def _type(field: Field, sorts: Sequence[str]) -> click.ParamType[Any]:
    if field.choices:
        return click.Choice([str(choice) for choice in field.choices])
    special: dict[str, click.ParamType[Any]] = {
        "min_confidence": click.FloatRange(0.0, 1.0),
        "min_statement": click.FloatRange(0.0, 1.0),
        "min_speaker_confidence": click.FloatRange(0.0, 1.0),
        "limit": click.IntRange(min=1),
        "sort": SortField(sorts),
    }
    return special.get(field.name, WORDS)


_SHARED: Final = tuple(field for field in FIELDS if field.option.shared)


def _filters() -> list[Decorator]:
    return [_view(), *(option_of(field) for field in _SHARED)]


def _take_query(
    options: dict[str, Any], order: str | None = None
) -> tuple[ClaimQuery, dict[str, Any]]:
    """The query that the filter options make, and the options that are not filters.

    Args:
        options: By name; what is given goes before what the view of ``view`` asks for.
        order: What to sort by where neither they nor the view say; None if the view's order and
            limit are of no use.
    """
    rest = dict(options)
    values = {field.name: _value(field, rest.pop(field.name)) for field in _SHARED}
    unset = {field.name: field.default for field in _SHARED}
    given = {name: value for name, value in values.items() if value != unset[name]}
    view = rest.pop("view")
    try:
        usual = order or OLDEST_FIRST
        base = ClaimQuery(sort=usual) if view is None else _of_view(view, rest["db"], usual)
        if order is None:
            base = replace(base, sort="published", descending=False, limit=None)
        return replace(base, **given), rest
    except QueryError as error:
        # As a usage error it comes with the way to the command's help.
        raise click.UsageError(str(error)) from error


def _value(field: Field, given: Any) -> Any:
    """What an option was given, as the query holds it."""
    try:
        if field.several:
            return tuple(map(field.read, given))
        return field.read(given) if isinstance(given, str) else given
    except QueryError as error:
        raise click.UsageError(f"{field.option.flag}: {error}") from error


def _of_view(name: str, db: str | None, order: str) -> ClaimQuery:
    from db.query.saved_views import saved_view

    return saved_view(open_to_read(db), name).asked(order)


def tell_left_out(engine: Engine, query: ClaimQuery) -> None:
    """Say on standard error how many claims a query lacks without having said so, if any."""
    from db.analysis.facets.left_out import left_out

    if (hidden := left_out(engine, query)).total:
        tell(f"{counted(hidden.total, 'claim')} left out: {reasons(hidden)}; --all adds them")


def given_query(query: ClaimQuery) -> ClaimQuery | None:
    """The query that options made; None if there were none, but for the order of the app."""
    return None if query == ClaimQuery(sort=NEWEST_FIRST) else query
