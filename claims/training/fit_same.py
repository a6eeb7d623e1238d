"""``python -m claims.training.fit_same``: fits how likely two statements say the same.

Reads files of pairs as ``claims evaluate --pairs`` does, prints what each setting is worth on pairs
that it was not fitted on, with the plain mix of the two cosines beside it, and writes the weights.
Pairs that share a claim are held out together, so that no claim is learned by heart. All files
count alike, however many pairs they hold.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from claims.comparison.meaning.encoder import Encoder
from claims.comparison.meaning.judge import WEIGHTS
from claims.comparison.meaning.likeness import NAMES, likeness, marks_of
from claims.comparison.meaning.pairs import cosines
from claims.scoring.pairs import Pair, PairLabel, pair_figures, read_pairs

_PARTS: Final = 10
_ROUNDS: Final = 5
_STRENGTHS: Final = (0.03, 0.1, 0.3, 1.0)
_MIX: Final = 0.7
"""Weight of the whole statement in the plain mix; the rest is the content's."""
_DIGITS: Final = 4

Floats = NDArray[np.float64]
Truth = NDArray[np.bool_]


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures and writes the weights."""
    options = _parser().parse_args(arguments)
    files = {path.stem: [pair for pair in read_pairs(path) if pair.label] for path in options.pairs}
    pairs = [pair for found in files.values() for pair in found]
    signs = _signs(pairs)
    truth = np.array([pair.label is PairLabel.SAME for pair in pairs])
    mix = _MIX * signs[:, NAMES.index("full")] + (1 - _MIX) * signs[:, NAMES.index("content")]
    _show("mix", mix, files, pairs)
    share = np.concatenate([np.full(len(found), 1 / len(found)) for found in files.values()])
    share *= len(pairs) / share.sum()
    for strength in _STRENGTHS:
        scores = _held_out(signs, truth, share, _groups(pairs), strength)
        _show(f"C={strength}", scores, files, pairs)
    weights = _fitted(signs, truth, share, options.strength)
    options.out.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


def _signs(pairs: Sequence[Pair]) -> Floats:
    both = [(pair.left, pair.right) for pair in pairs]
    return np.array(
        [
            likeness(marks_of(left), marks_of(right), full, content).values()
            for (left, right), (full, content) in zip(
                both, cosines(both, Encoder(threads=1)), strict=True
            )
        ]
    )


def _groups(pairs: Sequence[Pair]) -> list[int]:
    """For each pair a number that it shares with those that it shares a claim with."""
    group: dict[str, int] = {}
    for at, pair in enumerate(pairs):
        joined = {group.get(side.full, at) for side in (pair.left, pair.right)}
        group.update({text: at for text, old in group.items() if old in joined})
        group.update({pair.left.full: at, pair.right.full: at})
    return [group[pair.left.full] for pair in pairs]


def _held_out(
    signs: Floats, truth: Truth, share: Floats, groups: Sequence[int], strength: float
) -> Floats:
    """What each pair gets from weights fitted on other claims."""
    mean = np.zeros(len(truth))
    for seed in range(_ROUNDS):
        folds = StratifiedGroupKFold(_PARTS, shuffle=True, random_state=seed)
        for train, test in folds.split(signs, truth, groups):
            model = _model(strength, signs[train], truth[train], share[train])
            mean[test] += model.predict_proba(signs[test])[:, 1] / _ROUNDS
    return mean


def _fitted(signs: Floats, truth: Truth, share: Floats, strength: float) -> Mapping[str, float]:
    model = _model(strength, signs, truth, share)
    scaler, logistic = (each for _, each in model.steps)
    slopes = logistic.coef_[0] / scaler.scale_
    intercept = logistic.intercept_[0] - slopes @ scaler.mean_
    named = {"intercept": intercept, **dict(zip(NAMES, slopes, strict=True))}
    return {name: round(float(weight), _DIGITS) for name, weight in named.items()}


def _model(strength: float, signs: Floats, truth: Truth, share: Floats) -> Any:
    model = make_pipeline(StandardScaler(), LogisticRegression(C=strength, max_iter=1000))
    return model.fit(signs, truth, logisticregression__sample_weight=share)


def _show(
    title: str, scores: Floats, files: Mapping[str, Sequence[Pair]], pairs: Sequence[Pair]
) -> None:
    figures = pair_figures(pairs, scores.tolist())
    at = figures.at_threshold
    cells = [f"{title:10} AP {figures.average_precision:.3f}"]
    if title != "mix":
        cells.append(f"P {at.precision:.3f} R {at.recall:.3f} F1 {at.f1:.3f}")
    start = 0
    for name, found in files.items():
        own = pair_figures(found, scores[start : start + len(found)].tolist())
        cells.append(f"{name}: {own.average_precision:.3f}")
        if title != "mix":
            score = own.at_threshold
            cells.append(f"({score.precision:.2f}/{score.recall:.2f}/{score.f1:.2f})")
        start += len(found)
    print("  ".join(cells))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m claims.training.fit_same", description=__doc__)
    parser.add_argument("pairs", type=Path, nargs="+", help="files of judged pairs")
    parser.add_argument("--strength", type=float, default=0.3, help="the less, the more is held")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="file of the weights")
    return parser


if __name__ == "__main__":
    main()
