"""The README and ``docs/``: what is generated is as the code is, and every command can be run."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from db.export.columns import COLUMNS
from db.query.line import FILTER_KEYS
from db.schema.base import Base
from tui.cli.main import COMMANDS, cli
from tui.keys import keymap
from tui.reference.blocks import BLOCKS, block_names, rewritten

ROOT = Path(__file__).parents[3]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
IDS = [page.name for page in PAGES]

FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
TYPED = re.compile(r"^(?:\$ )?(claims (?:[^\n]*\\\n)*[^\n]*)", re.MULTILINE)
INLINE = re.compile(r"`(claims [^`]+)`")
LINK = re.compile(r"\]\(([^)#]+)[^)]*\)")


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_generated_blocks_are_as_the_code_is(page: Path) -> None:
    text = page.read_text("utf-8")
    assert text == rewritten(text), "run `make docs`"
    assert text.count("<!-- generated:") == len(block_names(text)), "a block has no end"


def test_each_block_is_in_one_page() -> None:
    found = [name for page in PAGES for name in block_names(page.read_text("utf-8"))]
    assert sorted(found) == sorted(BLOCKS)


def test_a_block_of_no_name_known_is_refused() -> None:
    with pytest.raises(KeyError, match="weather"):
        rewritten("<!-- generated: weather -->\n<!-- end -->\n")


def test_what_stands_around_a_block_stays() -> None:
    page = "Before.\n\n<!-- generated: columns -->\nStale words.\n<!-- end -->\n\nAfter.\n"
    new = rewritten(page)
    assert new.startswith("Before.\n\n<!--")
    assert new.endswith("-->\n\nAfter.\n")
    assert "Stale" not in new
    assert rewritten(new) == new


def test_the_blocks_leave_nothing_out() -> None:
    assert [name for name in COLUMNS if f"| `{name}` |" not in BLOCKS["columns"]()] == []
    assert [name for name in COMMANDS if f"### claims {name}\n" not in BLOCKS["commands"]()] == []
    assert [name for name in keymap.by_id() if f"| `{name}` |" not in BLOCKS["keys"]()] == []
    tables = Base.metadata.tables
    assert [name for name in tables if f"    {name} {{\n" not in BLOCKS["schema"]()] == []
    filters = BLOCKS["filters"]()
    keys = {key: "`is:negated`" if key in ("is", "not") else f"`{key}:" for key in FILTER_KEYS}
    assert [key for key, shown in keys.items() if shown not in filters] == []


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


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_links_lead_to_files(page: Path) -> None:
    links = LINK.findall(FENCED.sub("", page.read_text("utf-8")))
    local = [link for link in links if "://" not in link]
    assert [link for link in local if not (page.parent / link).exists()] == []


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
