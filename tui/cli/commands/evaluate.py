"""``claims evaluate``: how well claims agree with what somebody annotated, alone or in pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from tui.cli.options.common import format_option, jobs_option, model_option
from tui.io.streams import data_output, json_text, tell
from tui.session.config import configured_limits

if TYPE_CHECKING:
    from claims.comparison.relations import FoundRelation
    from claims.scoring import Scored
    from claims.scoring.pairs import Pair

EPILOG: Final = """\b
GOLD_DIR holds text/NAME.txt (or NAME.html) and attributions/NAME_ANNOTATOR.ann in brat standoff
with Attribution events of Content, Cue and Source; speakers.json, if there, says who speaks.

\b
With --pairs, each line of FILE is
{"id": …, "a": {"text": …, "source": …, "cue": …}, "b": {…}, "label": "same"}
where text is a content, label is same, related, different or absent, and source and cue may be.

\b
Examples:
  claims evaluate fixtures
  claims evaluate my-outlet --format json
  claims evaluate my-outlet --pred found.jsonl
  claims evaluate --pairs pairs.jsonl
"""


@click.command("evaluate", epilog=EPILOG)
@click.argument("gold_dir", metavar="[GOLD_DIR]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--pred",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Score what 'claims extract' wrote to this file; do not extract now.",
)
@click.option(
    "--pairs",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Score how pairs of claims are compared, not extraction.",
)
@model_option
@jobs_option
@format_option("table", "json", "jsonl")
def command(
    gold_dir: Path | None,
    pred: Path | None,
    pairs: Path | None,
    model: str | None,
    jobs: int | None,
    form: str,
) -> None:
    """Score extraction against annotated articles, or comparison against annotated pairs.

    Measure it on your own outlet and language variety: how many claims are found, how exactly,
    with the right source, by kind of quotation, and how many speakers get their right name.

    With --pairs, how well claims that say the same are told apart from others; --format jsonl
    prints a line for each pair: how likely both say the same, and how they relate where that is
    known.
    """
    if (gold_dir is None) == (pairs is None):
        raise click.UsageError("Give either GOLD_DIR or --pairs FILE.")
    if pairs is not None:
        if pred is not None:
            raise click.UsageError("--pred goes with GOLD_DIR, not with --pairs.")
        _write(_pairs_output(*compare_pairs(pairs), form))
        return
    assert gold_dir is not None
    if form == "jsonl":
        raise click.UsageError("--format jsonl goes with --pairs only.")
    scored = evaluate(gold_dir, pred, model, jobs)
    _write([json_text(_record(scored))] if form == "json" else _table(scored))
    if scored.missing or scored.unknown:
        tell(
            f"{len(scored.missing)} annotated articles have no prediction, "
            f"{len(scored.unknown)} predicted articles are not annotated"
        )


def compare_pairs(path: Path) -> tuple[list[Pair], list[float], list[FoundRelation | None]]:
    """The pairs of a file, how likely both claims of each say the same, and how they relate.

    Raises:
        ScoringError: The file cannot be read, or a line of it is no pair.
    """
    from claims.comparison.meaning.encoder import Encoder
    from claims.comparison.meaning.judge import same
    from claims.comparison.meaning.pairs import cosines
    from claims.comparison.relations import ComparedClaim, relation
    from claims.scoring.pairs import read_pairs

    pairs = read_pairs(path)
    near = cosines([(pair.left, pair.right) for pair in pairs], Encoder())
    both = list(zip(pairs, near, strict=True))
    return (
        pairs,
        [same(pair.left, pair.right, *cosine) for pair, cosine in both],
        [
            relation(ComparedClaim.of(pair.left), ComparedClaim.of(pair.right), *cosine)
            for pair, cosine in both
        ],
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


def _pairs_output(
    pairs: list[Pair], same: list[float], relations: list[FoundRelation | None], form: str
) -> Iterator[str]:
    from claims.scoring.pairs import pair_figures
    from claims.scoring.report import pairs_record, pairs_table

    if form == "jsonl":
        for pair, score, found in zip(pairs, same, relations, strict=True):
            predicted = None if found is None else found.relation.value
            yield json_text({"id": pair.id, "same": round(score, 4), "relation": predicted})
    elif form == "json":
        yield json_text(pairs_record(pair_figures(pairs, same)))
    else:
        yield from pairs_table(pair_figures(pairs, same))


def _write(lines: Iterable[str]) -> None:
    data_output().writelines(f"{line}\n" for line in lines)
