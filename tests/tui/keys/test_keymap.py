"""Bindings, the help and the footer: they must tell the same."""

from __future__ import annotations

import importlib
import json
import pkgutil
import string
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from textual.binding import BindingsMap, BindingType
from textual.command import DiscoveryHit
from textual.dom import DOMNode
from textual.keys import _character_to_key

from tests.tui.archives import make_archive
from tests.tui.driving import running
from tui.app import ClaimsApp
from tui.article.screen import ArticleScreen
from tui.article.speaker_list import SpeakerList
from tui.article.why import WhyScreen
from tui.browse.facets.facet_list import FacetList
from tui.browse.filter.filter_bar import FilterInput
from tui.browse.screen import BrowseScreen
from tui.browse.table.claim_table import ClaimTable
from tui.cli.commands.config import as_toml
from tui.compare.align_screen import AlignScreen
from tui.compare.claim_column import ClaimColumn
from tui.compare.matrix import MatrixScreen
from tui.compare.matrix_grid import MatrixGrid
from tui.compare.screen import CompareScreen
from tui.compare.timeline import TimelineScreen
from tui.core.claim_screen import ClaimScreen
from tui.dialogs.help import help_blocks, shown_keys
from tui.keys import keymap
from tui.keys.palette import ActionCommands
from tui.review.correct_dialog import CorrectScreen
from tui.review.span_editor import SpanEditor
from tui.review_queue.screen import ReviewScreen
from tui.session.config import Settings
from tui.threads.screen import ThreadsScreen
from tui.threads.thread_screen import ThreadScreen
from tui.widgets.key_footer import KeyFooter
from tui.widgets.lines.paper import Paper

ALL = [binding for context in keymap.KEY_CONTEXTS for binding in keymap.bindings_of(context)]

OURS = (
    *(BrowseScreen, ArticleScreen, CompareScreen, AlignScreen, MatrixScreen, TimelineScreen),
    *(ThreadScreen, ThreadsScreen),
    *(WhyScreen, ClaimScreen, ClaimTable, FacetList, FilterInput, Paper),
    *(SpeakerList, ClaimColumn, MatrixGrid),
)

ROOT = Path(__file__).parents[3]

PAGES = (ROOT / "README.md", *(ROOT / "docs").glob("*.md"))

REVIEWING = (ReviewScreen, CorrectScreen, SpanEditor)


def test_every_binding_has_an_id_and_says_what_it_does() -> None:
    told = ((one.id, one.description, one.tooltip) for one in ALL)
    assert [one for one in told if not all(one)] == []


def owners() -> Iterator[type[DOMNode]]:
    """Every screen and widget of ours that has keys."""
    import tui

    for found in pkgutil.walk_packages(tui.__path__, "tui."):
        if found.name.startswith(("tui.cli", "tui.web")):
            continue
        for kind in vars(importlib.import_module(found.name)).values():
            ours = isinstance(kind, type) and issubclass(kind, DOMNode)
            if ours and kind.__module__ == found.name and kind.__dict__.get("BINDINGS"):
                yield kind


def test_all_keys_of_screens_and_widgets_are_in_the_keymap() -> None:
    listed = {id(context.bindings) for context in keymap.KEY_CONTEXTS}
    found = list(owners())
    assert found
    for owner in found:
        for bindings in keymap.lists_of(owner.__dict__["BINDINGS"]):
            assert id(bindings) in listed, owner


def test_every_list_that_holds_with_others_is_a_place() -> None:
    listed = [context.bindings for context in keymap.KEY_CONTEXTS]
    for bindings in {id(each): each for group in keymap.TOGETHER for each in group}.values():
        assert any(bindings is each for each in listed)


def test_no_id_is_given_twice() -> None:
    assert [ident for ident, times in Counter(b.id for b in ALL).items() if times > 1] == []


def test_no_key_means_two_things_in_one_place() -> None:
    assert keymap.clashes({}) == []


@pytest.mark.parametrize(
    "together",
    [
        (keymap.REVIEW, keymap.SELECTION, keymap.BROWSE, keymap.TABLE, keymap.LIST),
        (keymap.REVIEW, keymap.QUEUE),
        (keymap.REVIEW, keymap.SELECTION, keymap.QUEUE_ARTICLE, keymap.ARTICLE, keymap.PAPER),
    ],
    ids=["main screen", "review", "article"],
)
def test_keys_of_judging_mean_nothing_else_where_they_hold(
    together: tuple[list[BindingType], ...],
) -> None:
    keys = [
        key
        for bindings in together
        for binding in keymap.bindings_of(keymap.KeyContext("", bindings))
        for key in keymap.keys_of(binding, {})
    ]
    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_every_widget_takes_its_keys_from_the_keymap() -> None:
    listed = {id(context.bindings) for context in keymap.KEY_CONTEXTS}
    for owner in OURS + REVIEWING:
        for bindings in keymap.lists_of(owner.BINDINGS):
            assert id(bindings) in listed, owner


def test_the_help_tells_every_binding() -> None:
    text = "\n".join(block.text for block in help_blocks({}))
    for binding in ALL:
        assert binding.tooltip in text
        assert shown_keys(binding, {}) in text


LIBRARY_NAMES = {_character_to_key(char) for char in string.punctuation}
"""What Textual calls the keys of punctuation: ``right_square_bracket``, ``comma``."""


@pytest.fixture(scope="module")
def written_lines() -> list[str]:
    """The lines of a config file, without signs of comments."""
    return [line.removeprefix("# ") for line in as_toml(Settings())]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> ClaimsApp:
    """An app that is only asked how it shows keys."""
    return ClaimsApp(make_archive(tmp_path_factory.mktemp("keys") / "claims.db"))


def test_no_key_is_shown_by_the_name_that_the_library_has_for_it(
    app: ClaimsApp, written_lines: list[str]
) -> None:
    for binding in ALL:
        name = json.dumps(binding.id)
        (line,) = [line for line in written_lines if line.startswith(name)]
        each = BindingsMap([binding]).key_to_bindings.values()
        shown = [
            *shown_keys(binding, {}).split(),
            *(key for keys in pairs(tomllib.loads(line)) for key in keys),
            *(app.get_key_display(one) for several in each for one in several),
        ]
        parts = {part for key in shown for part in (key, key.rpartition("+")[2])}
        assert LIBRARY_NAMES.isdisjoint(parts), name


def pairs(table: dict[str, Any]) -> Iterator[list[str]]:
    """The lists of keys in a table of settings, however its keys are quoted."""
    for value in table.values():
        yield from pairs(value) if isinstance(value, dict) else [value]


def test_help_and_documentation_have_no_such_name_either() -> None:
    told = "\n".join(block.text for block in help_blocks({}))
    told += "\n".join(page.read_text("utf-8") for page in PAGES)
    assert [name for name in LIBRARY_NAMES if "_" in name and name in told] == []


async def test_the_footer_and_the_palette_show_keys_as_they_are_pressed(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("o")
        shown = [key.shown for key in desk.app.screen.query_one(KeyFooter).keys]
        assert {">", "<", "!"} <= {*shown}
        await desk.press("escape")
        provider = ActionCommands(desk.app.screen)
        hits = [hit async for hit in provider.discover() if isinstance(hit, DiscoveryHit)]
        assert {"]", "{", ","} <= {str(hit.display).rpartition("  ")[2] for hit in hits}
