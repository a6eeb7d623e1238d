"""The options of commands that store what they extract, and what these say at the end."""

from __future__ import annotations

import dataclasses
import functools
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from claims.engines.engine import ClusterEngine
from claims.extraction.variables import MODEL_VARIABLE, WEIGHTS_VARIABLE
from claims.processes.threads import use_one_thread
from tui.cli.options.common import (
    compare_option,
    db_option,
    engine_option,
    format_option,
    model_option,
)
from tui.io.streams import data_output, json_text, tell
from tui.session.config import configured_comparing, configured_limits

if TYPE_CHECKING:
    from claims.engines.engine import Engine, Extracts
    from db.ingest.ingest import IngestSummary
    from db.ingest.reextract import ReextractSummary


@dataclass(frozen=True, slots=True)
class Extracting:
    """How to extract, and where what is found is stored.

    Args:
        db: The database; None for the default.
        model: Name of the spaCy model; None for the default.
        where: The engine that extracts; None for this machine, one process a core.
        compares: Whether what is stored is compared; None for what the settings say.
    """

    db: str | None
    model: str | None = None
    where: Engine | None = None
    compares: bool | None = None

    @property
    def compared(self) -> bool:
        """Whether what is stored is compared.

        Raises:
            ConfigError: The config file would have to tell, but cannot be read.
        """
        return configured_comparing() if self.compares is None else self.compares

    @property
    def is_chosen(self) -> bool:
        """Whether somebody chose what extracts, so that it may be none: a cluster that does not
        answer, a model or weights that are not there."""
        chosen = any(os.environ.get(name) for name in (MODEL_VARIABLE, WEIGHTS_VARIABLE))
        return chosen or self.model is not None or isinstance(self.where, ClusterEngine)

    def maker(self) -> Callable[[], Extracts]:
        """What makes the extractor; to be asked for before numeric libraries are imported.

        Raises:
            ConfigError: The config file cannot be read.
        """
        use_one_thread()
        # Imported late: it brings the domain, for which no help is to wait.
        from claims.engines.extractor import extractor

        return functools.partial(extractor, self.where, self.model, configured_limits())


def extracting_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--model``, ``--engine``, ``--jobs``, ``--compare`` and ``--db``, passed as one ``how``;
    and ``--format``, text or JSON, passed as ``form``."""

    @functools.wraps(function)
    def gathered(
        *args: Any,
        model: str | None,
        where: Engine,
        compares: bool | None,
        db: str | None,
        **others: Any,
    ) -> Any:
        return function(*args, how=Extracting(db, model, where, compares), **others)

    with_format = format_option("text", "json")(db_option(gathered))
    return model_option(engine_option(compare_option(with_format)))


def write_summary(
    summary: IngestSummary | ReextractSummary, line: str, form: str, **more: int
) -> None:
    """Write what became of the articles to standard output, and if the command stopped early, why.

    Args:
        summary: The numbers.
        line: The same in words.
        form: ``text`` or ``json``.
        more: Further numbers, for JSON.
    """
    if form == "json":
        record = more | dataclasses.asdict(summary)
        if summary.stopped is None:
            del record["stopped"]
        data_output().write(json_text(record) + "\n")
    else:
        click.echo(line)
    if summary.stopped:
        tell(f"stopped, as {summary.stopped}; what was stored stays, and the same command goes on")
