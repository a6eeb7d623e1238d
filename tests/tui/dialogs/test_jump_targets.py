"""Where jump mode can go."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.widgets import Button, OptionList

from tui.dialogs.jump_targets import LETTERS, labels, targets


@given(panes=st.integers(0, 20), rows=st.integers(0, 400))
def test_no_label_begins_with_another(panes: int, rows: int) -> None:
    made = labels(panes, rows)
    assert len(set(made)) == len(made) >= min(panes + rows, len(LETTERS))
    assert not any(a != b and b.startswith(a) for a in made for b in made[:panes])
    assert {len(label) for label in made[panes:]} <= {1, 2}


class Places(App[None]):
    def compose(self) -> ComposeResult:
        yield Button("press")
        yield OptionList("one", "two", "three")


async def test_targets_are_the_panes_and_the_rows_of_lists() -> None:
    app = Places()
    async with app.run_test() as pilot:
        found = targets(app.screen)
        options = app.query_one(OptionList)
        rows = [one.row for one in found.values() if one.widget is options]
        assert rows == [None, 0, 1, 2] or rows == [0, 1, 2]
        last = next(one for one in found.values() if one.row == 2)
        last.go()
        await pilot.pause()
        assert options.has_focus
        assert options.highlighted == 2
        button = app.query_one(Button)
        next(one for one in found.values() if one.widget is button).go()
        await pilot.pause()
        assert button.has_focus
