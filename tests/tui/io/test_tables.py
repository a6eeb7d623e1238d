"""Tables: what fits a terminal, what a pipe gets, and that no text is obeyed."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.io.tables import GAP, SAMPLE, Column, Row, fit, print_table

DAY = Column("Day", rank=2, least=10)
WHO = Column("Who", rank=1, least=6)
WHAT = Column("What", rank=0, least=8)


class Screen(io.StringIO):
    """Standard output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def printed(
    columns: Sequence[Column],
    rows: Iterable[Row],
    *,
    out: io.StringIO | None = None,
    width: int = 80,
    wrap: bool = False,
    env: dict[str, str] | None = None,
) -> str:
    """What a table prints to a terminal of ``width`` cells, or to another ``out``."""
    out = out or Screen()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", out)
        for name, value in {"TERM": "xterm", "COLUMNS": str(width), **(env or {})}.items():
            patch.setenv(name, value)
        print_table(columns, rows, wrap=wrap)
    return out.getvalue()


def uncoloured(text: str) -> str:
    """``text`` without the escape sequences for colour and weight."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_columns_of_the_highest_rank_leave_first() -> None:
    natural, columns = [10, 12, 40], [DAY, WHO, WHAT]
    assert fit(natural, columns, 80) == [10, 12, 40]
    assert fit(natural, columns, 50) == [10, 12, 24]
    assert fit(natural, columns, 30) == [10, 8, 8]
    assert fit(natural, columns, 27) == [0, 12, 13]
    assert fit(natural, columns, 12) == [0, 0, 12]


WIDTHS = st.lists(st.tuples(st.integers(1, 300), st.integers(1, 30)), min_size=1, max_size=8)


@given(WIDTHS, st.integers(1, 250))
def test_what_fits_fills_no_more_than_the_room(needs: list[tuple[int, int]], room: int) -> None:
    columns = [Column("x", rank=index, least=least) for index, (_, least) in enumerate(needs)]
    natural = [need for need, _ in needs]
    widths = fit(natural, columns, room)
    shown = [width for width in widths if width]
    assert all(width <= need for width, need in zip(widths, natural, strict=True))
    assert widths[0] > 0, "the column of rank 0 stays"
    fits = sum(shown) + GAP * (len(shown) - 1) <= room
    assert fits or widths[1:] == [0] * (len(widths) - 1)


@pytest.mark.parametrize("width", [20, 60, 100, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    rows = [["2023-03-02", "Mira Okafor", "A ferry without a pilot 渡轮 " * 9]] * 3
    lines = uncoloured(printed([DAY, WHO, WHAT], rows, width=width)).splitlines()
    assert len(lines) == 4
    assert max(cell_len(line) for line in lines) <= width
    assert "…" in lines[1]


def test_wrapping_keeps_every_word() -> None:
    words = [f"word{number}" for number in range(30)]
    shown = printed([WHO, WHAT], [["Mira Okafor", " ".join(words)]], width=40, wrap=True)
    assert [word for word in uncoloured(shown).split() if word in words] == words


def test_texts_of_one_cell_stand_below_each_other() -> None:
    shown = uncoloured(printed([WHO, WHAT], [["Okafor", ["fellow", "director"]]]))
    assert [line.split() for line in shown.splitlines()[1:]] == [["Okafor", "fellow"], ["director"]]
    piped = printed([WHO, WHAT], [["Okafor", ["fellow", "director"]]], out=io.StringIO())
    assert piped.splitlines()[1] == "Okafor  fellow; director"


def test_a_column_without_values_gives_way_on_a_terminal_only() -> None:
    rows = [["–", "", "It floods."], ["–", "", "It dries."]]
    heads = printed([DAY, WHO, WHAT], rows).splitlines()[0]
    assert "What" in heads
    assert "Day" not in heads
    assert "Who" not in heads
    assert printed([DAY, WHO, WHAT], rows, out=io.StringIO()).startswith("Day")


def test_a_terminal_gets_colour_and_no_color_is_heeded() -> None:
    columns = [Column("Who", style="red")]
    assert "\x1b[31m" in printed(columns, [["Brandt"]])
    assert "\x1b[31m" not in printed(columns, [["Brandt"]], env={"NO_COLOR": "1"})


def test_a_pipe_gets_whole_cells_without_colour() -> None:
    long = "far too long for a terminal " * 20
    columns = [Column("N", right=True), WHO, WHAT]
    shown = printed(columns, [["7", "Ola", long], ["12", "Brandt", ""]], out=io.StringIO())
    assert shown.splitlines() == [
        " N  Who     What",
        f" 7  Ola     {long.strip()}",
        "12  Brandt",
    ]


def test_a_pipe_gets_rows_as_they_come() -> None:
    out = io.StringIO()
    before: list[int] = []

    def rows() -> Iterator[list[str]]:
        for number in range(SAMPLE + 2):
            before.append(out.getvalue().count("\n"))
            yield [str(number)]

    printed([Column("N")], rows(), out=out)
    assert before[SAMPLE - 1 :] == [0, SAMPLE + 1, SAMPLE + 2]


@pytest.mark.parametrize("markup", ["[/red]", "[bold]shout[/bold]", "[b", "[link=x]y", "\\[x]"])
def test_markup_is_text(markup: str) -> None:
    assert markup in uncoloured(printed([WHAT], [[markup]]))


SHARP = "\x1b\x07\x9b\x00\r\n\u202e\u2066\u2028\ud800[]"
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\ud800]")


@given(st.text(st.one_of(st.sampled_from(SHARP), st.characters())), st.booleans())
def test_nothing_in_a_cell_is_obeyed(text: str, tty: bool) -> None:
    shown = uncoloured(printed([WHAT], [[text]], out=Screen() if tty else io.StringIO()))
    assert not OBEYED.search(shown)
    assert shown.count("\n") == 2
