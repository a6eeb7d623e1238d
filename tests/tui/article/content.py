"""What is marked in an article on the screen."""

from __future__ import annotations

from sqlalchemy import Engine

from tests.tui.driving import Desk
from tui.article.screen import ArticleScreen
from tui.widgets.lines.blocks import Block


def marked(blocks: list[Block], style: str) -> list[str]:
    return [
        block.text[mark.start : mark.end]
        for block in blocks
        for mark in block.marks
        if mark.style == style
    ]


def article_of(desk: Desk) -> ArticleScreen:
    screen = desk.app.screen
    assert isinstance(screen, ArticleScreen)
    return screen


def line_with(desk: Desk, text: str) -> str:
    """The first line of the screen that has a text."""
    return next(line for line in desk.screen_text.splitlines() if text in line)


def _article_id(engine: Engine) -> str:
    from db.claims.view import open_view
    from db.query.model import ClaimQuery

    row = open_view(engine, ClaimQuery()).row(0)
    assert row is not None
    return row.article_id
