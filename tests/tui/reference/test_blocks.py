"""The README and ``docs/``: what is generated is as the code is, and every command can be run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.tui.reference.pages import FENCED, IDS, PAGES
from tui.reference.blocks import BLOCKS, block_names, rewritten

LINK = re.compile(r"\]\(([^)#]*)(?:#([^)]+))?\)")

HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


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


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_links_lead_to_files_and_headings(page: Path) -> None:
    for link, heading in LINK.findall(FENCED.sub("", page.read_text("utf-8"))):
        if "://" not in link:
            file = page.parent / link if link else page
            assert file.exists(), link
            assert not heading or heading in _headings(file), f"{link}#{heading}"


def _headings(page: Path) -> set[str]:
    """The headings of a page as links name them."""
    found = HEADING.findall(FENCED.sub("", page.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", one.strip().lower()).replace(" ", "-") for one in found}
