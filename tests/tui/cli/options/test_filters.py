"""The filter options make one ClaimQuery, and refuse what makes none in one line."""

from __future__ import annotations

from datetime import date

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from claims.claim import ClaimType, CueClass, SpeakerKind
from db.query.model import SORT_FIELDS, ClaimQuery
from tui.cli.main import cli
from tui.cli.options.filters import Order, claim_filters, summary_filters

FILTER_COMMANDS = ("list", "speakers", "articles", "compare", "export", "tui")
FILTERS = (
    "--view",
    "--month",
    "--speaker",
    "--organization",
    "--article",
    "--outlet",
    "--type",
    "--cue",
    "--cue-class",
    "--negated",
    "--hedged",
    "--prediction",
    "--kind",
    "--since",
    "--until",
    "--topic",
    "--query",
    "--min-confidence",
    "--min-statement",
    "--min-speaker-confidence",
    "--limit",
    "--sort",
)


def query_of(*args: str) -> ClaimQuery:
    """The query that a command with the filter options gets."""
    got: list[ClaimQuery] = []

    @click.command()
    @claim_filters
    def command(query: ClaimQuery) -> None:
        got.append(query)

    result = CliRunner().invoke(command, list(args), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return got[0]


def test_without_options_every_claim_is_meant() -> None:
    assert query_of() == ClaimQuery()


def test_every_option_reaches_the_query() -> None:
    query = query_of(
        *("--speaker", "okafor", "--speaker", "tomas brandt", "--organization", "institute"),
        *("--article", "harbour", "--outlet", "chronicle", "--type", "direct", "--type", "mixed"),
        *("--kind", "person", "--since", "2022-06", "--until", "2023", "--topic", "ferries"),
        *("--query", '"grain harbour"', "--min-confidence", "0.5", "--limit", "7"),
        *("--sort", "-confidence", "--cue", "warn", "--cue-class", "belief"),
        *("--cue-class", "opinion", "--no-negated", "--no-hedged", "--prediction"),
    )
    assert query == ClaimQuery(
        speakers=("okafor", "tomas brandt"),
        organizations=("institute",),
        articles=("harbour",),
        outlets=("chronicle",),
        types=(ClaimType.DIRECT, ClaimType.MIXED),
        cue="warn",
        cue_classes=(CueClass.BELIEF, CueClass.OPINION),
        negated=False,
        hedged=False,
        prediction=True,
        kinds=(SpeakerKind.PERSON,),
        since=date(2022, 6, 1),
        until=date(2023, 12, 31),
        topics=("ferries",),
        text='"grain harbour"',
        min_confidence=0.5,
        limit=7,
        sort="confidence",
        descending=True,
    )


@pytest.mark.parametrize("field", SORT_FIELDS)
def test_claims_sort_by_every_field_of_the_archive(field: str) -> None:
    assert query_of("--sort", field) == ClaimQuery(sort=field)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_any_text_is_taken_as_it_is(text: str) -> None:
    assert query_of(f"--speaker={text}").speakers == (text.strip(),)


def test_rows_that_sum_up_are_sorted_and_cut_themselves() -> None:
    got: list[tuple[ClaimQuery, Order]] = []

    @click.command()
    @summary_filters(("claims", "speaker"))
    def command(query: ClaimQuery, order: Order) -> None:
        got.append((query, order))

    arguments = ["--outlet", "ledger", "--sort", "-claims", "--limit", "3"]
    assert CliRunner().invoke(command, arguments).exit_code == 0
    assert got == [(ClaimQuery(outlets=("ledger",)), Order("claims", descending=True, limit=3))]


@pytest.mark.parametrize("command", FILTER_COMMANDS)
def test_every_command_has_every_filter(command: str) -> None:
    sub = cli.get_command(click.Context(cli, **cli.context_settings), command)
    assert sub is not None
    assert set(FILTERS) - {name for param in sub.params for name in param.opts} == set()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--since", "yesterday"], "--since: 'yesterday' is not a date"),
        (["--until", "2023-02-30"], "--until: '2023-02-30' is not a date"),
        (["--since", "2023-13"], "--since: '2023-13' is not a date"),
        (["--since", "2024", "--until", "2023"], "2024-01-01 is after until 2023-12-31"),
        (["--type", "verbatim"], "'verbatim' is not one of 'direct', 'mixed', 'indirect'"),
        (["--kind", "robot"], "'robot' is not one of"),
        (
            ["--cue-class", "shout"],
            "'shout' is not one of 'statement', 'question', 'denial', 'demand', 'opinion', "
            "'belief', 'intention', 'emotion', 'perception'",
        ),
        (["--cue", " "], "it is empty"),
        (["--min-confidence", "2"], "2.0 is not in the range 0.0<=x<=1.0"),
        (["--min-confidence", "high"], "'high' is not a number;"),
        (["--limit", "0"], "0 is not in the range x>=1"),
        (["--limit", "many"], "'many' is not a whole number;"),
        (["--sort", "colour"], "'colour' is none of "),
        (["--speaker", "  "], "it is empty"),
        (["--query", "\udcff"], "it is not valid UTF-8"),
        (["--speeker", "okafor"], "No such option"),
        (["okafor"], "okafor"),
    ],
)
@pytest.mark.parametrize("command", FILTER_COMMANDS)
def test_what_cannot_be_understood_is_told_in_one_line(
    command: str, arguments: list[str], told: str
) -> None:
    output = ["-o", "never-written.csv"] if command == "export" else []
    result = CliRunner().invoke(cli, [command, *output, *arguments], prog_name="claims")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert told in result.stderr
    assert result.stderr.startswith("claims: ")
    assert result.stderr.lower().endswith(f"see 'claims {command} --help'\n")
    assert result.stderr.count("\n") == 1
