"""Reading brat files."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.claim import Span
from claims.scoring import GoldAttribution, ScoringError, read_gold
from tests.claims.scoring.written import write

ANN = """\
T1\tContent 0 4;10 14\t“One two.”
T2\tCue 5 9\tsaid
T3\tSource 15 19\tLund
T4\tAttribution 5 9\tsaid
E1\tAttribution:T4 Content:T1 Cue:T2 Source:T3
T5\tContent 20 24\tmore
T6\tContent 26 30\tstuff
E2\tAttribution-no-source:T4 Content:T5 Content2:T6 Cue:T2
T7\tDiscard 31 33\tno
E3\tDiscuss:T7 Content:T1
E4\tAttribution:T4 Cue:T2
#1\tAnnotatorNotes T1\ta note
"""


def test_events_unite_their_numbered_roles_and_other_lines_are_passed_over(tmp_path: Path) -> None:
    assert read_gold(write(tmp_path / "a.ann", ANN)) == (
        GoldAttribution("E1", (Span(0, 4), Span(10, 14)), (Span(5, 9),), (Span(15, 19),)),
        GoldAttribution("E2", (Span(20, 24), Span(26, 30)), (Span(5, 9),), ()),
    )


def test_windows_line_ends_make_no_difference(tmp_path: Path) -> None:
    unix, windows = write(tmp_path / "a", ANN), write(tmp_path / "b", ANN.replace("\n", "\r\n"))
    assert read_gold(unix) == read_gold(windows)


@pytest.mark.parametrize("offsets", ["x 4", "4", "1 2 3", ""])
def test_offsets_that_are_no_pair_of_numbers_are_refused(tmp_path: Path, offsets: str) -> None:
    path = write(tmp_path / "a.ann", f"T1\tContent {offsets}\tword\n")
    with pytest.raises(ScoringError, match=r"a\.ann: T1"):
        read_gold(path)


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ScoringError, match=r"a\.ann: no such file"):
        read_gold(tmp_path / "a.ann")
