"""Figures as a table to read and as an object to keep."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claims.claim import ClaimType
from claims.comparison.meaning.judge import THRESHOLD
from claims.scoring.figures import Figures, Score
from claims.scoring.pairs import PairFigures
from claims.scoring.speakers import NamingFigures
from claims.scoring.tally import Metric, Part

_DIGITS: Final = 4
_TITLES: Final = {
    Metric.OVERLAP: "content overlap",
    Metric.EXACT: "content exact",
    Metric.ATTRIBUTION: "attribution",
    Metric.SAME_SPAN: "attribution, same span",
}


def score_record(score: Score) -> dict[str, float]:
    """A score as rounded p, r and f1."""
    return {
        "p": round(score.precision, _DIGITS),
        "r": round(score.recall, _DIGITS),
        "f1": round(score.f1, _DIGITS),
    }


def figures_record(figures: Figures) -> dict[str, object]:
    """The figures as a JSON object."""
    return {
        "articles": figures.articles,
        "gold": figures.gold,
        "pred": figures.predicted,
        **{metric.value: score_record(score) for metric, score in figures.metrics.items()},
        **{f"tok_{part.value}": score_record(score) for part, score in figures.words.items()},
        "recall": {
            kind.value: {
                "n": figures.gold_by_kind[kind],
                **{
                    metric.value: None if share is None else round(share, _DIGITS)
                    for metric, share in figures.recall[kind].items()
                },
            }
            for kind in ClaimType
        },
    }


def naming_record(figures: NamingFigures) -> dict[str, object]:
    """The speaker figures as a JSON object."""
    return {
        "strict": score_record(figures.strict),
        "lenient": score_record(figures.lenient),
        "on_matched": round(figures.on_matched, _DIGITS),
        "affiliation": score_record(figures.affiliation),
        "kind": round(figures.kind, _DIGITS),
        "by_resolution": {how: list(counts) for how, counts in figures.by_resolution.items()},
    }


def figures_table(figures: Figures) -> Iterator[str]:
    """The figures as lines of text."""
    yield (
        f"{figures.articles} articles, {figures.gold} gold attributions, {figures.predicted} claims"
    )
    yield f"{'':24}{'P':>8}{'R':>8}{'F1':>8}"
    for metric in Metric:
        yield _row(_TITLES[metric], figures.metrics[metric])
    for part in Part:
        yield _row(f"{part.value} words", figures.words[part])
    yield f"{'recall by kind':24}" + "".join(
        f"{f'{kind.value} ({figures.gold_by_kind[kind]})':>16}" for kind in ClaimType
    )
    for metric in Metric:
        shares = (figures.recall[kind][metric] for kind in ClaimType)
        cells = ("-" if share is None else f"{share:.3f}" for share in shares)
        yield f"{_TITLES[metric]:24}" + "".join(f"{cell:>16}" for cell in cells)


def naming_table(figures: NamingFigures) -> Iterator[str]:
    """The speaker figures as lines of text."""
    yield f"{'speakers':24}{'P':>8}{'R':>8}{'F1':>8}"
    yield _row("fullest name", figures.strict)
    yield _row("any name", figures.lenient)
    yield _row("affiliation", figures.affiliation)
    yield f"{'name where found':24}{figures.on_matched:24.3f}"
    yield f"{'kind where found':24}{figures.kind:24.3f}"
    yield "by reference: " + ", ".join(
        f"{how} {right}/{found}" for how, (right, found) in figures.by_resolution.items()
    )


def pairs_record(figures: PairFigures) -> dict[str, object]:
    """The figures of pairs as a JSON object."""
    precision = figures.average_precision
    return {
        "pairs": figures.pairs,
        "judged": figures.judged,
        "same": figures.same,
        "average_precision": None if precision is None else round(precision, _DIGITS),
        "at_threshold": score_record(figures.at_threshold),
    }


def pairs_table(figures: PairFigures) -> Iterator[str]:
    """The figures of pairs as lines of text."""
    pairs = "1 pair" if figures.pairs == 1 else f"{figures.pairs} pairs"
    yield f"{pairs}, {figures.judged} judged, {figures.same} the same"
    yield f"{'':24}{'P':>8}{'R':>8}{'F1':>8}"
    yield _row(f"same from {THRESHOLD}", figures.at_threshold)
    precision = figures.average_precision
    yield f"{'average precision':24}{'-' if precision is None else f'{precision:.3f}':>24}"


def _row(title: str, score: Score) -> str:
    return f"{title:24}{score.precision:8.3f}{score.recall:8.3f}{score.f1:8.3f}"
