"""``python -m claims.scoring GOLD_DIR``: extracts the articles' claims and scores them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from claims.claim import Claim
from claims.reading import ReadingError, read_article
from claims.scoring.errors import ScoringError
from claims.scoring.folder import gold_articles
from claims.scoring.predictions import read_predictions
from claims.scoring.report import figures_record, figures_table, naming_record, naming_table
from claims.scoring.run import Scored, score_folder


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; 0 if the figures were printed, 1 if a file could not be used."""
    options = _parser().parse_args(arguments)
    try:
        predictions = (
            read_predictions(options.pred)
            if options.pred
            else extract_claims(options.gold, options.model)
        )
        scored = score_folder(options.gold, predictions)
    except (ScoringError, ReadingError) as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(_lines(scored, as_json=options.json)))
    return 0


def extract_claims(folder: Path, model: str | None = None) -> dict[str, tuple[Claim, ...]]:
    """The claims that the extractor finds in a gold folder's articles, by file name.

    Raises:
        ReadingError: An article cannot be read.
        ScoringError: The folder is no gold folder, or the model is not installed.
    """
    # Importing spaCy takes seconds, which scoring given predictions need not pay.
    from claims.extraction.pipeline import Extractor, ModelError

    articles = [read_article(article.path) for article in gold_articles(folder)]
    try:
        extractor = Extractor(model)
    except ModelError as error:
        raise ScoringError(str(error)) from error
    return {Path(article.path).name: claims for article, claims in extractor.extract(articles)}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m claims.scoring",
        description="Score claims against a folder of articles with gold attributions.",
    )
    parser.add_argument("gold", type=Path, help="folder with text/ and attributions/")
    parser.add_argument("--pred", type=Path, help="output of claims extract; default: extract now")
    parser.add_argument("--model", help="spaCy model to extract with")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def _lines(scored: Scored, *, as_json: bool) -> Iterable[str]:
    if as_json:
        naming = naming_record(scored.naming) if scored.naming else None
        yield json.dumps({**figures_record(scored.figures), "speakers": naming})
        return
    yield from figures_table(scored.figures)
    if scored.naming:
        yield from naming_table(scored.naming)
    if scored.missing or scored.unknown:
        yield (
            f"note: {len(scored.missing)} gold articles have no prediction; "
            f"{len(scored.unknown)} predicted articles are not in the gold"
        )


if __name__ == "__main__":
    sys.exit(main())
