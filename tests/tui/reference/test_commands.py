"""The reference of commands, and that every command told exists."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.tui.reference.pages import FENCED, IDS, PAGES
from tui.cli.main import cli
from tui.reference.blocks import BLOCKS

TYPED = re.compile(r"^(?:\$ )?(claims (?:[^\n]*\\\n)*[^\n]*)", re.MULTILINE)

INLINE = re.compile(r"`(claims [^`]+)`")


def test_an_option_of_a_command_alone_is_told_though_a_filter_has_its_name() -> None:
    section = BLOCKS["commands"]().partition("#### claims review correct\n")[2].partition("\n#")[0]
    assert "`--speaker" in section
    assert "filters.md" not in section


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_command_told_exists_with_its_options(page: Path) -> None:
    for line in _commands(page.read_text("utf-8")):
        try:
            _parse(line)
        except click.UsageError as error:
            pytest.fail(f"{line}: {error.format_message()}")


@pytest.mark.parametrize("line", ["list --speakr gabuev", "speakers mrege a b", "lst", "views --q"])
def test_a_command_that_does_not_exist_would_be_found(line: str) -> None:
    [told] = _commands(f"```sh\nclaims {line}  # a remark\n```\n")
    with pytest.raises(click.UsageError):
        _parse(told)


def _commands(page: str) -> Iterator[str]:
    """The lines of a page's code that run ``claims``, without remarks and what they pipe to."""
    page = re.sub(r"<!-- generated.*?<!-- end -->", "", page, flags=re.DOTALL)
    for block in FENCED.findall(page):
        yield from (line.replace("\\\n", " ") for line in TYPED.findall(block))
    inline = (" ".join(told.split()) for told in INLINE.findall(FENCED.sub("", page)))
    yield from (told for told in inline if "…" not in told)


def _parse(line: str) -> None:
    """Read a command line as click does, but for the values of its options.

    Raises:
        click.UsageError: There is no such command or option.
    """
    lexer = shlex.shlex(line, posix=True, punctuation_chars="|<>;&")
    lexer.whitespace_split = True
    words = [*lexer][1:]
    ends = [at for at, word in enumerate(words) if set(word) <= set("|<>;&")]
    rest = words[: min(ends, default=len(words))]
    command: click.Command | None = cli
    context = click.Context(cli, info_name="claims", **cli.context_settings)
    while command is not None:
        _, rest, _ = command.make_parser(context).parse_args(rest)
        if not isinstance(command, click.Group) or not rest:
            return
        name = rest.pop(0)
        command = command.get_command(context, name)
        if command is None:
            raise click.UsageError(f"no such command {name}")
        context = click.Context(command, parent=context, info_name=name)
