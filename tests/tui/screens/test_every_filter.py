"""A filter that is described is an option, a key to complete, and a pane where it has a title."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import click
import pytest
from click.testing import CliRunner

from db.analysis.facets.facets import Facet
from db.query.fields.field import Field, ValueForm
from db.query.grammar import INCLUDE
from db.query.line import BY_KEY, parse_filter
from db.query.model import FIELDS, ClaimQuery
from tui.browse.filter.completion import MOST, Vocabulary, complete
from tui.cli.options.filters import claim_filters
from tui.reference.filters import filter_rows

KEPT = SimpleNamespace(query=ClaimQuery())

TEXTS = {
    "since": "2023",
    "until": "2023-06-30",
    "months": "2023-06",
    "stored": "2023-06-30T10:15",
    "min_confidence": "0.5",
    "min_statement": "0.5",
    "min_speaker_confidence": "0.9",
    "limit": "7",
    "sort": "outlet",
}


@click.command
@click.option("--db")
@claim_filters
def keep(query: ClaimQuery, **_: Any) -> None:
    """Keep the query that the options made."""
    KEPT.query = query


def text_of(field: Field) -> str:
    return str(field.choices[0]) if field.choices else TEXTS.get(field.name, "river")


def arguments(field: Field) -> list[str]:
    flag = field.option.flag.split("/")[0]
    given = [flag] if field.form in (ValueForm.EITHER, ValueForm.SWITCH) else [flag, text_of(field)]
    return [*given, "--organization", "river"] if field.name == "ever" else given


def line(field: Field) -> str:
    if field.form is ValueForm.EITHER:
        return f"is:{field.name}"
    switched = field.form is ValueForm.SWITCH and field.key == INCLUDE
    return f"{field.key}:{field.write(True) if switched else text_of(field)}"


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_filter_is_an_option_that_asks_for_the_same_as_its_key(field: Field) -> None:
    result = CliRunner().invoke(keep, arguments(field), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    assert KEPT.query == parse_filter(line(field)) != ClaimQuery()


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_the_help_tells_a_filter(field: Field) -> None:
    shown = " ".join(CliRunner().invoke(keep, ["--help"], terminal_width=400).output.split())
    assert field.option.flag.replace("/", " / ") in shown
    assert field.option.help.split("{")[0].strip() in shown


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_filter_is_completed(field: Field) -> None:
    known = Vocabulary({field.known_as or field.key: ["2023-06"]})
    offered = [one.shown for one in complete(field.key[:-1], len(field.key) - 1, known)]
    assert f"{field.key}:" in offered
    asked = f"{field.key}:"
    values = [one.shown for one in complete(asked, len(asked), known)]
    by_key = BY_KEY.get(field.key, field)
    fixed = by_key.suggested or by_key.choices
    if field.form is ValueForm.EITHER:
        assert field.name in values
    else:
        assert values == list(fixed[:MOST] or ["2023" if field.by_year else "2023-06"])


def test_a_filter_with_the_title_of_a_pane_is_a_facet() -> None:
    assert {one.key for one in FIELDS if one.facet} == {facet.value for facet in Facet}


def test_the_table_of_filters_has_all_options_and_no_other() -> None:
    told = " ".join(option for option, _, _ in filter_rows())
    flags = {flag for one in keep.params for flag in (*one.opts, *one.secondary_opts)}
    assert {flag for flag in flags if flag not in ("--db", "--help")} == {
        word.strip("`,") for word in told.split() if word.startswith("`--")
    }
