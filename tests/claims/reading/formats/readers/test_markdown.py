"""Markdown as it is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.article import SegmentKind
from tests.claims.reading.formats.samples import BODY, TITLE, article, texts, written

LINK = "[ferry board](https://board.example)"
STORY = f"""\
{BODY[0].replace("ferry board", LINK).replace("Monday", "**Monday**")}

## What comes next

> {BODY[1]}

{BODY[2]}

- one point of the plan
- another point of the plan

```
code that nobody said
```
"""


def test_marks_are_no_part_of_the_text(tmp_path: Path) -> None:
    found = article(written(tmp_path, "a.md", f"# {TITLE}\n\nBy Marit Solheim\n\n{STORY}"))
    assert (found.title, found.byline) == (TITLE, ("Marit Solheim",))
    assert texts(found)[:3] == BODY
    assert texts(found, SegmentKind.HEADING) == ("What comes next",)
    assert "**" not in found.text
    assert "](" not in found.text


def test_a_title_may_stand_below_a_menu(tmp_path: Path) -> None:
    menu = "[News](/news) [Sport](/sport)"
    found = article(written(tmp_path, "a.md", f"{menu}\n\n# *{TITLE}*\n\n{STORY}"))
    assert found.title == TITLE


def test_what_stands_above_the_text_is_known_of_it(tmp_path: Path) -> None:
    front = f'---\ntitle: "{TITLE}"\nauthor: Marit Solheim\ndate: 2023-05-03\nlayout: post\n---\n'
    found = article(written(tmp_path, "a.md", front + STORY))
    assert (found.title, found.byline) == (TITLE, ("Marit Solheim",))
    assert str(found.published.value) == "2023-05-03"
    assert found.published.evidence == 'front matter "date" "2023-05-03"'
    assert "layout" not in found.text


@pytest.mark.parametrize("writer", ['"Marit Solheim"', '["Marit Solheim"]'])
def test_it_may_be_in_toml(tmp_path: Path, writer: str) -> None:
    front = f'+++\ntitle = "{TITLE}"\nauthors = {writer}\ndate = 2023-05-03T08:00:00Z\n+++\n'
    found = article(written(tmp_path, "a.md", front + STORY))
    assert (found.title, found.byline) == (TITLE, ("Marit Solheim",))
    assert str(found.published.value) == "2023-05-03"
    assert "+++" not in found.text


def test_what_only_looks_like_toml_is_text(tmp_path: Path) -> None:
    found = article(written(tmp_path, "a.md", f"+++\nNews of the week\n+++\n\n{STORY}"))
    assert "News of the week" in found.text
