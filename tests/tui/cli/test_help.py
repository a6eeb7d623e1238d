"""Help says everything, at once, without loading what a command needs to run."""

from __future__ import annotations

import shlex
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from tui.cli.main import COMMANDS, cli

HEAVY = {"spacy", "textual", "sqlalchemy", "alembic", "trafilatura", "numpy", "rich"}


def commands() -> dict[str, click.Command]:
    """Every command by name."""
    context = click.Context(cli, **cli.context_settings)
    found = {name: cli.get_command(context, name) for name in cli.list_commands(context)}
    return {name: command for name, command in found.items() if command is not None}


@pytest.mark.parametrize("arguments", [["--help"], ["list", "--help"], ["--version"], []])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys\nfrom tui.cli.main import cli\n"
        f"try: cli.main({arguments!r}, prog_name='claims')\n"
        "except SystemExit: print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True
    )
    loaded = set(done.stderr.split())
    assert "tui.cli.main" in loaded
    assert not HEAVY & loaded


def test_group_help_and_command_help_say_the_same() -> None:
    assert commands().keys() == COMMANDS.keys()
    for name, command in commands().items():
        first = " ".join((command.help or "").split("\n\n")[0].split())
        assert first.startswith(COMMANDS[name][1].rstrip(".")), name


def test_every_option_has_help_in_sentences() -> None:
    for name, command in commands().items():
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help, (name, option.name)
                assert option.help[0].isupper(), (name, option.help)
                assert option.help.rstrip("]").split(" [")[0][-1] in ".)", (name, option.help)


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_shows_examples_that_parse(name: str) -> None:
    command = commands()[name]
    assert command.epilog is not None
    examples = [line for line in command.epilog.splitlines() if line.startswith("  claims ")]
    assert examples or "eval" in command.epilog
    for example in examples:
        called, *arguments = shell_words(example)
        assert called == name
        command.make_context(name, arguments, parent=click.Context(cli, **cli.context_settings))


def shell_words(line: str) -> list[str]:
    """The arguments of one command of a shell line, without the pipe or file it goes to."""
    words = shlex.split(line, comments=True)[1:]
    ends = [index for index, word in enumerate(words) if word in {"|", ">", "<"}]
    return words[: ends[0]] if ends else words


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("name", list(COMMANDS))
def test_both_help_flags_work_everywhere(name: str, flag: str) -> None:
    result = CliRunner().invoke(cli, [name, flag], prog_name="claims")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: claims {name} ")
    assert result.stderr == ""
