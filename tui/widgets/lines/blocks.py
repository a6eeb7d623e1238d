"""Blocks of text for a ``Paper``, and what is marked in them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a block drawn in a style; code points into the block's text, end-exclusive.

    Later marks lie over earlier ones. ``gutter`` is drawn at the left of each line it touches, with
    ``label`` before and ``flags`` after it where the gutter has room for them.
    """

    start: int
    end: int
    style: str
    gutter: str = ""
    label: str = ""
    flags: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: any text, made safe when drawn.

    Args:
        text: As stored; offsets of marks point into it.
        marks: Drawn over the block's own style.
        style: Component name after ``paper--``.
        offset: Where the text stands in its article, in code points, if it does.
        claim: The claim the block shows, for clicks.
        gap: Empty lines below.
        hang: Characters of a label at the start; lines after the first are indented by as many.
        tail: One line put behind the text, in the room that its last line leaves or else on a line
            of its own, and cut to that.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    style: str = "text"
    offset: int | None = None
    claim: int | None = None
    gap: int = 1
    hang: int = 0
    tail: str = ""
