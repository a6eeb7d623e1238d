"""The page of a report, written as its claims are read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import TextIO

from db.export.dossier.entries import Entry, Sources
from db.export.report.numbers import Numbers, grid
from db.export.report.passages import Paragraph


def write_report(
    claims: Iterable[tuple[Entry, Sequence[Paragraph]]],
    numbers: Numbers,
    sources: Sources,
    out: TextIO,
    *,
    title: str,
    made: str,
) -> None:
    """Write claims with the paragraphs they stand in, under pictures of what is counted of them.

    Args:
        claims: In order.
        numbers: Counted over the same claims.
        sources: Of the claims.
        out: An open text stream.
        title: Over all.
        made: When and by what the report was made.
    """
    # Imported late: only what is made by a template needs it.
    from jinja2 import Environment, StrictUndefined

    from db.export.report.pictures import matrix, timeline

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    drawn = grid(numbers)
    text = files(__package__).joinpath("report.html").read_text("utf-8")
    for piece in environment.from_string(text).generate(
        title=title,
        made=made,
        claims=claims,
        sources=sources,
        timeline=timeline(numbers.over_time),
        matrix=matrix(drawn),
        part=drawn.part,
        claims_told=_counted(numbers.claims, "claim"),
        articles_told=_counted(len(numbers.articles), "article"),
        speakers_told=_counted(len(numbers.speakers), "speaker"),
        undated=numbers.undated and _counted(numbers.undated, "claim"),
    ):
        out.write(piece)


def _counted(number: int, noun: str) -> str:
    return f"1 {noun}" if number == 1 else f"{number:,} {noun}s"
