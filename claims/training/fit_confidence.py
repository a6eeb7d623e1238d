"""``python -m claims.training.fit_confidence``: confidences that hold on several kinds of news.

Fits how the network's confidence, the likelihood of a statement and the kind of quotation say
together whether content and source are right, over a gold folder that the network did not learn
from and over news with attributions of other annotators (``gum``), both counting alike. Prints, by
corpus and kind, how far confidences hold on articles that were not learned from, and writes
``claims/extraction/confidence.json``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from claims.claim import Claim, Span
from claims.extraction.confidence import FILE, signs
from claims.extraction.document.analysis import analysis
from claims.extraction.document.ranges import Door
from claims.extraction.pipeline import Extractor
from claims.reading import read_article
from claims.scoring import gold_articles, read_gold
from claims.scoring.agreement.tokens import TokenText
from claims.scoring.tally import right_claims
from claims.training.logistic import Example, fit, unseen
from claims.training.reliability import reliability

_STRENGTH: Final = 0.5
_FOLDS: Final = 10
# A content of the other corpus is found where so much of it lies in a claim, or so much is shared.
_INSIDE: Final = 0.7
_SHARED: Final = 0.5
_STATEMENT: Final = 0.5


@dataclass(frozen=True, slots=True)
class Held:
    """A claim held against the gold.

    Args:
        corpus: Which.
        claim: As it is shown.
        confidence: What the network gave it.
        right: Whether content and source are right.
        article: Number of its article, over all corpora.
    """

    corpus: str
    claim: Claim
    confidence: float
    right: bool
    article: int


def main(arguments: list[str] | None = None) -> None:
    """Fit, print, and write the file."""
    options = _parser().parse_args(arguments)
    extractor = Extractor()
    held = [*_of_gold(extractor, options.gold), *_of_gum(extractor, options.gum)]
    numbers = {one.corpus: sum(other.corpus == one.corpus for other in held) for one in held}
    most = max(numbers.values())
    examples = [
        Example(
            signs(one.confidence, one.claim.statement, one.claim.type),
            one.right,
            one.article,
            most / numbers[one.corpus],
        )
        for one in held
    ]
    _report(held, unseen(examples, _STRENGTH, _FOLDS))
    weights = {name: round(weight, 3) for name, weight in fit(examples, _STRENGTH).items()}
    options.out.write_text(json.dumps(weights) + "\n", encoding="utf-8")


def _of_gold(extractor: Extractor, folder: Path) -> Iterator[Held]:
    for number, gold in enumerate(gold_articles(folder)):
        found = list(_claims(extractor, gold.path))
        text = TokenText(gold.name, read_article(gold.path).text)
        right = right_claims(text, read_gold(gold.annotation), [claim for claim, _ in found])
        for at, holds in right.items():
            yield Held(folder.name, *found[at], holds, number)


def _of_gum(extractor: Extractor, folder: Path) -> Iterator[Held]:
    """Of its news, since its interviews have other conventions; without claims inside claims, and
    without attitudes, which it marks only where they have a clause."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    for number, name in enumerate(one for one in sorted(gold) if "_news_" in one):
        for claim, confidence in _claims(extractor, folder / "text" / name):
            if claim.parent is None and claim.statement >= _STATEMENT:
                right = any(agrees(claim, one) for one in gold[name]["attributions"])
                yield Held("gum", claim, confidence, right, -1 - number)


def _claims(extractor: Extractor, path: Path) -> Iterator[tuple[Claim, float]]:
    """The claims of an article, each with the confidence that the network or the rules gave."""
    doc = extractor.document(read_article(path))
    door = Door(doc)
    given = {
        (door.spans(one.content), door.spans(one.cue), door.spans(one.source)): one
        for one in analysis(doc).attributions
    }
    for claim in extractor.claims(doc):
        one = given[claim.content, claim.cue, claim.source]
        yield claim, one.confidence


def agrees(claim: Claim, gold: dict[str, Any]) -> bool:
    content, beside = _places(claim.content), _places((*claim.cue, *claim.source))
    wanted = _places(Span(*one) for one in gold["content"])
    around = _places(Span(*one) for one in gold["attribution"])
    both = len(content & wanted)
    found = both >= _INSIDE * len(wanted) or both >= _SHARED * len(content | wanted)
    return found and (not beside or bool(beside & around))


def _places(spans: Iterable[Span]) -> set[int]:
    return {index for span in spans for index in range(span.start, span.end)}


def _report(held: Sequence[Held], chances: Sequence[float]) -> None:
    for corpus, kind in sorted({(one.corpus, one.claim.type.value) for one in held}):
        own = [
            at
            for at, one in enumerate(held)
            if (one.corpus, one.claim.type.value) == (corpus, kind)
        ]
        print(f"\n{corpus}, {kind}: by the network alone, then weighed")
        right = [held[at].right for at in own]
        for confidences in ([held[at].confidence for at in own], [chances[at] for at in own]):
            print("\n".join(reliability(confidences, right)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m claims.training.fit_confidence", description=__doc__
    )
    parser.add_argument("--gold", type=Path, required=True, help="gold folder not learned from")
    parser.add_argument("--gum", type=Path, required=True, help="folder of text/ and gold.json")
    out = Path("claims/extraction") / FILE
    parser.add_argument("--out", type=Path, default=out, help="what to write")
    return parser


if __name__ == "__main__":
    main()
