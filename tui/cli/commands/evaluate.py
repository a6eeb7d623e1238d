"""``claims evaluate``: how well extraction agrees with a folder of annotated articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from tui.cli.options.common import format_option, jobs_option, model_option
from tui.io.streams import data_output, json_text, tell
from tui.session.config import configured_limits

if TYPE_CHECKING:
    from claims.scoring import Scored

EPILOG: Final = """\b
GOLD_DIR holds text/NAME.txt (or NAME.html) and attributions/NAME_ANNOTATOR.ann in brat standoff
with Attribution events of Content, Cue and Source; speakers.json, if there, says who speaks.

\b
Examples:
  claims evaluate fixtures
  claims evaluate my-outlet --format json
  claims evaluate my-outlet --pred found.jsonl
"""


@click.command("evaluate", epilog=EPILOG)
@click.argument("gold_dir", metavar="GOLD_DIR", type=click.Path(path_type=Path))
@click.option(
    "--pred",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Score what 'claims extract' wrote to this file; do not extract now.",
)
@model_option
@jobs_option
@format_option("table", "json")
def command(
    gold_dir: Path, pred: Path | None, model: str | None, jobs: int | None, form: str
) -> None:
    """Score extraction against articles that somebody annotated.

    Measure it on your own outlet and language variety: how many claims are found, how exactly,
    with the right source, by kind of quotation, and how many speakers get their right name.
    """
    scored = evaluate(gold_dir, pred, model, jobs)
    lines = [json_text(_record(scored))] if form == "json" else list(_table(scored))
    data_output().write("\n".join(lines) + "\n")
    if scored.missing or scored.unknown:
        tell(
            f"{len(scored.missing)} annotated articles have no prediction, "
            f"{len(scored.unknown)} predicted articles are not annotated"
        )


def evaluate(
    gold_dir: Path, pred: Path | None, model: str | None, jobs: int | None = None
) -> Scored:
    """Score given predictions, or else what the extractor finds now.

    Raises:
        ScoringError: A file is missing or of another shape.
        ReadingError: An article cannot be read.
        ModelError: The model is not installed.
        WorkerError: An article takes more than the limits that the config file sets.
        ConfigError: The config file cannot be read.
    """
    from claims.scoring import read_predictions, score_folder
    from claims.scoring.extraction import extract_claims

    if pred is not None:
        return score_folder(gold_dir, read_predictions(pred))
    return score_folder(gold_dir, extract_claims(gold_dir, model, jobs, configured_limits()))


def _record(scored: Scored) -> dict[str, object]:
    from claims.scoring.report import figures_record, naming_record

    naming = naming_record(scored.naming) if scored.naming else None
    return {**figures_record(scored.figures), "speakers": naming}


def _table(scored: Scored) -> Iterator[str]:
    from claims.scoring.report import figures_table, naming_table

    yield from figures_table(scored.figures)
    if scored.naming:
        yield from naming_table(scored.naming)
