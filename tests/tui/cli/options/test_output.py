"""What a command lists comes out in every format by one set of lines."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner, Result

from tui.cli.options.output import Layout, Output, output_options, write_found
from tui.io.tables import Column

TRAMS = {"Yard": ["12", "14"], "=Harbour": ["3"]}
LAYOUT = Layout[str](
    (Column("Depot", least=6), Column("Trams", right=True)),
    lambda depot: [[depot, tram] for tram in TRAMS[depot]],
    lambda depot: {"depot": depot, "trams": TRAMS[depot]},
    ("depot", "tram"),
)


@click.command()
@output_options
@click.option("--none", is_flag=True)
def depots(output: Output, none: bool) -> None:
    found = [] if none else list(TRAMS)
    write_found(found, LAYOUT, output, f"{len(found)} depots")


def run(*args: str) -> Result:
    return CliRunner().invoke(depots, args)


def test_a_table_has_the_rows_of_each_thing_and_says_how_many_there_are() -> None:
    done = run()
    assert done.stdout == ("Depot     Trams\nYard         12\nYard         14\n=Harbour      3\n")
    assert done.stderr == "claims: 2 depots\n"


def test_where_nothing_was_found_no_table_is_drawn() -> None:
    done = run("--none")
    assert (done.stdout, done.stderr) == ("", "claims: 0 depots\n")


def test_json_has_one_object_a_thing() -> None:
    assert run("--format", "jsonl").stdout.splitlines() == [
        '{"depot": "Yard", "trams": ["12", "14"]}',
        '{"depot": "=Harbour", "trams": ["3"]}',
    ]
    assert run("--format", "json", "--none").stdout == "[]\n"


def test_csv_has_the_record_as_its_row_and_guards_formulas() -> None:
    assert run("--format", "csv").stdout.splitlines()[1:] == ["Yard,", "'=Harbour,"]
    assert run("--format", "csv", "--raw").stdout.splitlines()[-1] == "=Harbour,"


def test_csv_has_rows_of_its_own_where_the_layout_says_how() -> None:
    @click.command()
    @output_options
    def trams(output: Output) -> None:
        rows = lambda depot: [{"depot": depot, "tram": tram} for tram in TRAMS[depot]]  # noqa: E731
        layout = Layout[str](LAYOUT.columns, LAYOUT.rows, LAYOUT.record, LAYOUT.names, rows)
        write_found(["Yard"], layout, output, "")

    done = CliRunner().invoke(trams, ["--format", "csv"])
    assert done.stdout.splitlines() == ["depot,tram", "Yard,12", "Yard,14"]


@pytest.mark.parametrize("option", ["--raw", "--excel"])
def test_what_concerns_csv_is_refused_beside_another_format(option: str) -> None:
    done = run("--format", "json", option)
    assert done.exit_code == 2
    assert f"{option} goes with CSV only, not with json" in done.stderr
