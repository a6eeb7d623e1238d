"""Pictures of a report as SVG that stands in the page: no script, colours from the page's style."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from markupsafe import Markup, escape

from db.export.report.numbers import Grid

WIDTH: Final = 720
_BAR_AREA: Final = 110
_WIDEST: Final = 72
"""A bar with the room around it, however few there are."""
_TOP: Final = 18
_NAME: Final = 200
_ROW: Final = 24
_SLANT: Final = 88
_HEADER: Final = 98
_SHADES: Final = 5
_HALF_LABEL: Final = 24
_LONGEST_NAME: Final = 28


def timeline(counts: Sequence[tuple[str, int]]) -> Markup:
    """Bars, one a month or year; the height is the number of claims."""
    most = max((claims for _, claims in counts), default=0)
    if not most:
        return Markup()
    step = min(WIDTH / len(counts), _WIDEST)
    parts = [
        _group(
            f"{when}: {_claims(claims)}",
            Markup(
                '<rect class="bar" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>'
            ).format(
                at * step + step * 0.1,
                _TOP + _BAR_AREA * (1 - claims / most),
                max(step * 0.8, 1),
                max(_BAR_AREA * claims / most, 0.5 if claims else 0),
            )
            + _number(
                at * step + step / 2, _TOP + _BAR_AREA * (1 - claims / most) - 4, claims, step
            ),
        )
        for at, (when, claims) in enumerate(counts)
    ]
    base = _TOP + _BAR_AREA
    line = Markup('<line class="axis" x1="0" y1="{0}" x2="{1}" y2="{0}"/>').format(base, WIDTH)
    labels = Markup("").join(
        _text(max(at * step + step / 2, _HALF_LABEL), base + 16, when, "middle")
        for at, when in _labels(counts, step)
    )
    title = f"Claims over time, {counts[0][0]} to {counts[-1][0]}, at most {most}"
    return _svg(title, base + 24, Markup("").join(parts) + line + labels)


def matrix(grid: Grid) -> Markup:
    """Speakers by article or time; the more claims, the darker the cell, with the number in it."""
    if not grid.rows or not grid.columns:
        return Markup()
    most = max(grid.cells.values(), default=1)
    step = min((WIDTH - _NAME - _SLANT) / len(grid.columns), 64)
    parts: list[Markup] = []
    for at, (label, title) in enumerate(grid.columns):
        x = _NAME + at * step + step / 2
        name = Markup('<text class="told" transform="translate({:.1f},{}) rotate(-45)">{}</text>')
        parts.append(_group(f"{label} {title}", name.format(x, _HEADER - 6, label)))
    for row, speaker in enumerate(grid.rows):
        y = _HEADER + row * _ROW
        shown = speaker if len(speaker) <= _LONGEST_NAME else f"{speaker[: _LONGEST_NAME - 1]}…"
        parts.append(_group(speaker, _text(_NAME - 8, y + 16, shown, "end")))
        for at, (label, title) in enumerate(grid.columns):
            claims = grid.cells.get((row, at), 0)
            shade = 0 if not claims else max(1, round(_SHADES * claims / most))
            box = Markup('<rect class="cell s{}" x="{:.1f}" y="{}" width="{:.1f}" height="{}"/>')
            x = _NAME + at * step
            drawn = box.format(shade, x + 1, y + 1, step - 2, _ROW - 2)
            if claims:
                drawn += Markup(
                    '<text class="n s{}" x="{:.1f}" y="{}" text-anchor="middle">{}</text>'
                ).format(shade, x + step / 2, y + 16, claims)
                parts.append(_group(f"{speaker}, {title} ({label}): {_claims(claims)}", drawn))
            else:
                parts.append(drawn)
    title = f"Claims by speaker and {grid.of}, {len(grid.rows)} of {grid.speakers} speakers"
    return _svg(title, _HEADER + len(grid.rows) * _ROW + 4, Markup("").join(parts))


def _svg(title: str, height: float, inside: Markup) -> Markup:
    return Markup(
        '<svg role="img" aria-label="{}" viewBox="0 0 {} {}" xmlns="http://www.w3.org/2000/svg">'
        "{}</svg>"
    ).format(title, WIDTH, round(height), inside)


def _group(title: str, inside: Markup) -> Markup:
    return Markup("<g><title>{}</title>{}</g>").format(title, inside)


def _text(x: float, y: float, text: str, anchor: str) -> Markup:
    return Markup('<text class="told" x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>').format(
        x, y, anchor, text
    )


def _number(x: float, y: float, claims: int, step: float) -> Markup:
    """The number above a bar, where there is room for it."""
    room = step > 7 * len(str(claims)) + 2
    return _text(x, y, str(claims), "middle") if claims and room else escape("")


def _labels(counts: Sequence[tuple[str, int]], step: float) -> Iterator[tuple[int, str]]:
    """As many of the times as fit under the bars."""
    each = -(-len(counts) * 60 // WIDTH)
    for at in range(0, len(counts), each):
        if (at + 0.5) * step + _HALF_LABEL <= WIDTH:
            yield at, counts[at][0]


def _claims(number: int) -> str:
    return "1 claim" if number == 1 else f"{number} claims"
