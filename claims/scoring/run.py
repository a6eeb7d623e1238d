"""Scores the claims of a gold folder's articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from claims.claim import Claim
from claims.scoring.agreement.tokens import TokenText
from claims.scoring.figures import Figures, figures_of
from claims.scoring.files.folder import gold_articles, read_article_text
from claims.scoring.files.gold import read_gold
from claims.scoring.files.speakers_file import read_speakers
from claims.scoring.speakers import NamingFigures, NamingTally, naming_figures, tally_naming
from claims.scoring.tally import Tally, tally_article

SPEAKERS_FILE: Final = "speakers.json"


@dataclass(frozen=True, slots=True)
class Scored:
    """The figures of a gold folder; ``naming`` is ``None`` where it has no speakers file.

    Args:
        missing: Gold articles without a prediction, which count as having no claims.
        unknown: Predicted articles that are not in the gold, which do not count.
    """

    figures: Figures
    naming: NamingFigures | None
    missing: tuple[str, ...]
    unknown: tuple[str, ...]


def score_folder(folder: Path, predictions: Mapping[str, Sequence[Claim]]) -> Scored:
    """Scores claims, by article file name, against a gold folder.

    Raises:
        ScoringError: A gold file cannot be used, or a claim's span is not inside its article.
    """
    tally, names = Tally(), []
    for article in gold_articles(folder):
        names.append(article.name)
        text = TokenText(article.name, read_article_text(article.path))
        gold = read_gold(article.annotation)
        tally.add(tally_article(text, gold, predictions.get(article.name, ())))
    return Scored(
        figures=figures_of(tally),
        naming=score_speakers(folder, predictions),
        missing=tuple(name for name in names if name not in predictions),
        unknown=tuple(sorted(set(predictions) - set(names))),
    )


def score_speakers(
    folder: Path, predictions: Mapping[str, Sequence[Claim]]
) -> NamingFigures | None:
    """Scores speakers over the articles that the folder's speakers file lists, if it has one.

    Raises:
        ScoringError: As for ``score_folder``.
    """
    path = folder / SPEAKERS_FILE
    if not path.is_file():
        return None
    tally = NamingTally()
    for speakers in read_speakers(path):
        text = TokenText(speakers.article, read_article_text(folder / "text" / speakers.article))
        gold = read_gold(folder / "attributions" / speakers.annotation)
        tally.add(tally_naming(text, gold, speakers, predictions.get(speakers.article, ())))
    return naming_figures(tally)
