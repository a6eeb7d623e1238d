"""What the tests of judging ask of a running app."""

from __future__ import annotations

from sqlalchemy import Engine

from db.claims.view import ClaimRow, rows_by_id
from db.query.line import parse_filter
from tests.tui.driving import Desk
from tui.review.correct_dialog import CorrectScreen
from tui.review_queue.screen import ReviewScreen

MARRIAGE = 1
WAIT = 2
COST = 3
STORAGE = 4
ROUTE = 5
"""Numbers of claims, in the order of the archive's stories."""


def row(engine: Engine, ident: int) -> ClaimRow:
    (found,) = rows_by_id(engine, [ident])
    return found


def states(engine: Engine) -> list[str]:
    """The review states of all claims, by number."""
    return [one.review for one in rows_by_id(engine, range(1, 9))]


def glyphs(desk: Desk) -> str:
    """The column of review states as the table draws it, row by row."""
    table = desk.table
    strips = [table.draw_row(n, table.size.width) for n in range(table.row_count)]
    return "".join(strip.text[2] for strip in strips)


def review_screen(desk: Desk) -> ReviewScreen:
    screen = desk.app.screen
    assert isinstance(screen, ReviewScreen)
    return screen


def correct_screen(desk: Desk) -> CorrectScreen:
    screen = desk.app.screen
    assert isinstance(screen, CorrectScreen)
    return screen


async def filter_to(desk: Desk, line: str) -> None:
    """Filter the main screen."""
    desk.browse.filter_by(parse_filter(line))
    await desk.at_rest()
