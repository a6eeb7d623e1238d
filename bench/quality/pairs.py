"""Pairs of claims that a reader judged, with their words.

    python -m bench.quality.pairs CORPUS [pairs|wordings] > pairs.jsonl

CORPUS holds the gold folders ``train`` and ``dev`` that ``tests/gold/same`` refers to.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from claims.claim import Span
from claims.comparison.meaning.statement import Statement
from claims.scoring import gold_articles, read_article_text, read_gold

GOLD: Final = Path(__file__).parents[2] / "tests" / "gold" / "same"

EventKey = tuple[str, str]
"""An attribution by its article's file name and its event id."""


@dataclass(frozen=True)
class GoldPair:
    """A judged pair of attributions."""

    left: EventKey
    right: EventKey
    label: str
    relation: str | None = None
    drawn: str = ""
    pools: tuple[str, ...] = ()


def gold_pairs(name: str) -> list[GoldPair]:
    """The pairs of a file of the gold folder."""
    rows = json.loads((GOLD / name).read_text("utf-8"))
    return [
        GoldPair((a, one), (b, other), label, *rest[:2], *map(tuple, rest[2:]))
        for a, one, b, other, label, *rest in rows
    ]


def statements(corpus: Path) -> dict[EventKey, Statement]:
    """All attributions of the corpus, by their first annotators."""
    return {
        event: statement
        for part in ("train", "dev")
        for event, statement in _statements(corpus / part)
    }


def _statements(folder: Path) -> Iterator[tuple[EventKey, Statement]]:
    for gold in gold_articles(folder):
        text = read_article_text(gold.path)
        for each in read_gold(gold.annotation):
            content, cue, source = (
                _written(text, spans) for spans in (each.content, each.cue, each.source)
            )
            said = Statement(content, cue, (source,) if source else ())
            yield (gold.path.name, each.event), said


def _written(text: str, spans: tuple[Span, ...]) -> str:
    pieces = (text[span.start : span.end] for span in sorted(spans))
    return " ".join(" ".join(pieces).split())


def side(said: Statement) -> dict[str, Any]:
    """One side of a pair, as ``claims evaluate --pairs`` reads it."""
    return {"text": said.content, "source": " ".join(said.speakers), "cue": said.cue}


def main(corpus: Path, name: str = "pairs") -> None:
    """Prints the pairs of a file of the gold folder."""
    known = statements(corpus)
    for number, pair in enumerate(gold_pairs(f"{name}.json")):
        sides = {"a": side(known[pair.left]), "b": side(known[pair.right])}
        ident = f"{pair.drawn or name}-{number}"
        print(json.dumps({"id": ident, **sides, "label": pair.label}, ensure_ascii=False))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
