"""``python -m claims.training.calibrate``: confidences that mean what they say.

Fits a logistic regression of "content and source right" on how sure the network is of the parts,
over a gold folder that the network did not learn from, and writes it to the weights' settings. The
reliability table it prints is by articles that the regression did not see.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from claims.article import Article
from claims.claim import Claim
from claims.extraction.document.analysis import analysis
from claims.extraction.document.prediction import Prediction
from claims.extraction.document.ranges import Door
from claims.extraction.pipeline import Extractor
from claims.logistic import INTERCEPT
from claims.reading import read_article
from claims.scoring import GoldArticle, gold_articles, read_gold
from claims.scoring.agreement.tokens import TokenText
from claims.scoring.tally import right_claims
from claims.tagger.confidence import NAMES, features
from claims.tagger.weights import Settings
from claims.training.reliability import reliability

Floats = NDArray[np.float64]
_FOLDS: Final = 12
_STRENGTH: Final = 0.1  # inverse of the penalty on the regression's weights


@dataclass(frozen=True, slots=True)
class Judged:
    """One claim of the network's: its signs, whether gold agrees, and which article it is in."""

    signs: list[float]
    right: bool
    article: int


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the reliability table and writes the settings."""
    options = _parser().parse_args(arguments)
    settings = replace(Settings.read(options.weights), least=0.0)
    settings.write(options.weights)  # what will be left out is learned from as well
    extractor = Extractor(weights=options.weights)
    judged = [
        one
        for number, article in enumerate(gold_articles(options.gold))
        for one in judge(extractor, article, number)
    ]
    signs = np.array([one.signs for one in judged])
    right = np.array([one.right for one in judged])
    groups = np.array([one.article for one in judged])
    print(f"{len(judged)} claims, {right.mean():.3f} of them right")
    for line in reliability(_unseen(signs, right, groups).tolist(), right.tolist()):
        print(line)
    model = _fit(signs, right)
    weights = dict(zip(NAMES, model.coef_[0].round(4).tolist(), strict=True))
    intercept = round(float(model.intercept_[0]), 4)
    replace(settings, confidence={INTERCEPT: intercept} | weights, least=options.least).write(
        options.weights
    )


def judge(extractor: Extractor, gold: GoldArticle, number: int) -> Iterator[Judged]:
    """The network's claims in an article, each held against the gold."""
    article = read_article(gold.path)
    claims, predictions = _extract(extractor, article)
    text = TokenText(gold.name, article.text)
    signs = {start: one.signs for start, one in predictions}
    for at, right in right_claims(text, read_gold(gold.annotation), claims).items():
        sign = signs.get(claims[at].cue[0].start) if claims[at].cue else None
        if sign is not None:
            yield Judged(features(sign), right, number)


def _extract(
    extractor: Extractor, article: Article
) -> tuple[tuple[Claim, ...], list[tuple[int, Prediction]]]:
    """The claims, and what the network predicted with the code point at which its cue begins."""
    doc = extractor.document(article)
    door = Door(doc)
    predictions = [(door.span(one.cue).start, one) for one in analysis(doc).predictions or ()]
    return extractor.claims(doc), predictions


def _unseen(signs: Floats, right: NDArray[np.bool_], groups: NDArray[np.int_]) -> Floats:
    """Each claim's confidence by a regression over the other articles."""
    confidences = np.zeros(len(right))
    for train, test in GroupKFold(_FOLDS).split(signs, right, groups):
        confidences[test] = _fit(signs[train], right[train]).predict_proba(signs[test])[:, 1]
    return confidences


def _fit(signs: Floats, right: NDArray[np.bool_]) -> LogisticRegression:
    return LogisticRegression(C=_STRENGTH, max_iter=1000).fit(signs, right)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m claims.training.calibrate", description=__doc__
    )
    parser.add_argument("--gold", type=Path, required=True, help="gold folder not learned from")
    parser.add_argument("--weights", type=Path, required=True, help="what export wrote")
    parser.add_argument(
        "--least", type=float, default=0.35, help="claims less sure than this will be left out"
    )
    return parser


if __name__ == "__main__":
    main()
