"""From what the network believes to attributions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claims.tagger.decoding import FoundAttribution, Run, Surface, best_tags, decode, find_runs
from claims.tagger.parts import CONTENT, CUE, LABELS, OUTSIDE, SOURCE
from tests.claims.tagger.samples import certain, window


def parts(found: list[FoundAttribution]) -> list[tuple[tuple[Run, ...], Run, Run | None]]:
    return [(one.content, one.cue, one.source) for one in found]


def plain(size: int, quotations: Sequence[Run] = ()) -> Surface:
    """Words without full stops."""
    return Surface([False] * size, [False] * size, quotations)


def test_a_content_goes_to_its_cue_and_a_cue_to_its_source() -> None:
    tags = [SOURCE, CUE, CONTENT, CONTENT + 1, OUTSIDE, CUE, CONTENT]
    beliefs = certain(tags, {2: 1, 3: 1, 6: 5}, {1: 0, 5: -1})
    assert parts(decode([window(beliefs)], plain(7))) == [
        (((2, 4),), (1, 2), (0, 1)),
        (((6, 7),), (5, 6), None),
    ]


def test_a_cue_without_content_takes_one_that_costs_little_elsewhere() -> None:
    beliefs = certain([CONTENT, CUE, CONTENT, CUE], {0: 1, 2: 1}, {1: -1, 3: -1})
    beliefs.cue[2, 3] = -1.0
    assert parts(decode([window(beliefs)], plain(4))) == [
        (((0, 1),), (1, 2), None),
        (((2, 3),), (3, 4), None),
    ]


def test_a_cue_may_have_several_contents() -> None:
    beliefs = certain([CONTENT, CUE, SOURCE, OUTSIDE, CONTENT], {0: 1, 4: 1}, {1: 2})
    assert parts(decode([window(beliefs)], plain(5))) == [(((0, 1), (4, 5)), (1, 2), (2, 3))]


def test_a_content_is_cut_in_two_only_where_that_is_much_likelier() -> None:
    beliefs = certain([CUE, CONTENT, CONTENT, CONTENT + 1], dict.fromkeys((1, 2, 3), 0), {0: -1})
    beliefs.tags[2, CONTENT + 1] = -0.5
    assert parts(decode([window(beliefs)], plain(4))) == [(((1, 4),), (0, 1), None)]
    beliefs.tags[2, CONTENT + 1] = -3.0
    assert parts(decode([window(beliefs)], plain(4))) == [(((1, 2), (2, 4)), (0, 1), None)]


def test_of_two_sources_as_likely_the_nearer_one_is_taken() -> None:
    tags = [SOURCE, OUTSIDE, OUTSIDE, OUTSIDE, SOURCE, CUE, CONTENT]
    beliefs = certain(tags, {6: 5}, {5: 0})
    beliefs.source[5, 4 + 1] = -0.1
    assert parts(decode([window(beliefs)], plain(7))) == [(((6, 7),), (5, 6), (4, 5))]


def test_a_quotation_that_is_mostly_content_is_content_as_a_whole() -> None:
    inside = [CONTENT, CONTENT + 1, CONTENT + 1, CONTENT + 1, CONTENT + 1, CONTENT + 1]
    beliefs = certain([*inside, OUTSIDE, CONTENT, CUE], dict.fromkeys([*range(6), 7], 8), {8: -1})
    bounded = decode([window(beliefs)], plain(9, [(0, 8)]))
    assert parts(bounded) == [(((0, 8),), (8, 9), None)]
    assert bounded[0].signs.quoted == 1.0


def test_a_title_in_quotation_marks_stays_what_it_is() -> None:
    tags = [OUTSIDE, SOURCE, SOURCE + 1, OUTSIDE, CUE, CONTENT]
    beliefs = certain(tags, {5: 4}, {4: 1})
    assert parts(decode([window(beliefs)], plain(6, [(0, 4)]))) == [(((5, 6),), (4, 5), (1, 3))]


def test_content_at_the_start_of_a_window_may_belong_to_a_cue_in_the_one_before() -> None:
    first = window(certain([SOURCE, CUE, CONTENT], {2: 1}, {1: 0}))
    second = window(certain([CONTENT, CONTENT + 1], {}, {}), 3)
    assert parts(decode([first, second], plain(5))) == [(((2, 3), (3, 5)), (1, 2), (0, 1))]


def test_no_part_begins_or_ends_within_a_word() -> None:
    beliefs = certain([SOURCE, CUE, CONTENT, CONTENT + 1], {2: 1, 3: 1}, {1: 0})
    beliefs.tags[1, SOURCE + 1] = -0.1
    surface = Surface([False] * 4, [False, False, True, False])
    assert parts(decode([window(beliefs)], surface)) == []
    assert best_tags(beliefs.tags, surface.joined) == [SOURCE, CUE, CUE + 1, OUTSIDE]


def test_signs_tell_what_the_network_is_unsure_of() -> None:
    beliefs = certain([SOURCE, CUE, CONTENT], {2: 1}, {1: 0})
    sure = decode([window(beliefs)], plain(3))[0].signs
    beliefs.cue[2, 1] = -2.0
    beliefs.tags[0, SOURCE] = -1.0
    unsure = decode([window(beliefs)], plain(3))[0].signs
    assert (sure.content, sure.cue, sure.cue_link, sure.source, sure.source_link) == (0,) * 5
    assert (unsure.cue_link, unsure.source, unsure.content) == (-2.0, -1.0, 0.0)


def test_nothing_comes_of_nothing() -> None:
    assert decode([], plain(0)) == []
    assert decode([window(certain([OUTSIDE, CONTENT], {}, {}))], plain(2)) == []


beliefs_of_a_window = st.integers(1, 12).flatmap(
    lambda size: st.integers(0, 2**32 - 1).map(lambda seed: (size, seed))
)


@given(beliefs_of_a_window, st.booleans())
def test_any_beliefs_give_parts_that_do_not_overlap(made: tuple[int, int], quoted: bool) -> None:
    size, seed = made
    random = np.random.default_rng(seed)
    beliefs = certain([OUTSIDE] * size, {}, {})
    for array in (beliefs.tags, beliefs.cue, beliefs.source):
        array[:] = np.log(random.dirichlet(np.full(array.shape[1], 0.3), size=size) + 1e-9)
    found = decode([window(beliefs)], plain(size, [(0, size)] if quoted else []))
    contents = [run for one in found for run in one.content]
    covered = [at for run in [*contents, *(one.cue for one in found)] for at in range(*run)]
    assert len(covered) == len(set(covered))
    assert all(one.content for one in found)


@given(st.lists(st.lists(st.floats(-5, 0, width=32), min_size=LABELS, max_size=LABELS), min_size=1))
def test_no_part_begins_in_its_middle(rows: list[list[float]]) -> None:
    tags = best_tags(np.array(rows, dtype=np.float32), [False] * len(rows))
    covered = sum(end - start for runs in find_runs(tags).values() for start, end in runs)
    assert covered == sum(tag != OUTSIDE for tag in tags)
