"""Which keys the footer leaves out first where the terminal is too narrow for all of them."""

from __future__ import annotations

from typing import Final

SPARE: Final = (
    "review.previous",
    "read.previous",
    "timeline.previous-affiliation",
    "timeline.left",
    "compare.previous-difference",
    "compare.left",
    "align.previous",
    "align.left",
    "source.mark-all",
    "source.title",
    "source.accept-all",
    "source.merge",
    "columns.up",
    "columns.narrow",
    "columns.fit",
    "spans.drop",
    "judge.correct",
    "judge.reject",
    "judge.accept",
    "compare.marked",
    "mark.toggle",
    "view.saved",
    "pane.facets",
)
"""Ids of bindings, the first to go first: ways back whose way on stays in sight, then what is done
to a claim. They hold all the same, and the help has them."""
