"""Copies of a quotation: found, told by kind, with what differs and what of it matters."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.claim import Span
from claims.comparison import (
    Alteration,
    ChangeOp,
    CopyKind,
    align,
    are_run_together,
    changes_of,
    compare,
    is_reattributed,
    is_slogan,
    quoted,
    quoted_pieces,
    ranked,
    shared_keys,
    speakers_of_rarest,
)
from claims.quotations.find import find_quotations

ORIGINAL = (
    "We will not close the lighthouse before the harbor has its own pilots, and I told Mayor "
    "Okafor that 40 fishermen depend on it every winter night"
)
OTHER = (
    "Nobody asked the orchard keepers whether a reservoir above their terraces would drown the "
    "apricots their grandparents grafted"
)
NEGATION, NUMBER, NAME = Alteration.NEGATION, Alteration.NUMBER, Alteration.NAME


def copy_of(text: str, original: str = ORIGINAL) -> tuple[CopyKind, frozenset[Alteration]]:
    found = compare(quoted(original), quoted(text))
    assert found is not None
    assert found.sure
    return found.kind, found.alters


def shown(text: str, original: str = ORIGINAL) -> list[tuple[str, str]]:
    return [(c.op.value, c.text) for c in changes_of(align(quoted(original), quoted(text)))]


def with_(old: str, new: str) -> str:
    assert old in ORIGINAL
    return ORIGINAL.replace(old, new)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (ORIGINAL.upper() + "!", CopyKind.VERBATIM),
        (with_("will not", "won’t").replace(",", " –"), CopyKind.VERBATIM),
        (ORIGINAL[:70], CopyKind.CUT),
        (ORIGINAL[12:], CopyKind.CUT),
        ("… " + ORIGINAL[12:], CopyKind.ELLIPSIS),
        (with_("before the harbor has its own pilots", "…"), CopyKind.ELLIPSIS),
        (with_("before the harbor has its own pilots", ". . ."), CopyKind.ELLIPSIS),
        (with_("Mayor Okafor", "[her]"), CopyKind.ELLIPSIS),
        (with_("its own pilots", "its own [harbor] pilots"), CopyKind.ELLIPSIS),
        (with_("We will", "[W]e will"), CopyKind.VERBATIM),
        (with_("every winter night", "each winter night"), CopyKind.ALTERED),
        (with_("own ", ""), CopyKind.ALTERED),
        (with_("We will", "They will"), CopyKind.ALTERED),
        (with_("before the harbor has its own pilots, and I", "I"), CopyKind.MERGED),
        (ORIGINAL[40:] + ". " + OTHER, CopyKind.MERGED),
    ],
)
def test_a_copy_has_the_kind_of_its_gravest_difference(text: str, kind: CopyKind) -> None:
    assert copy_of(text)[0] is kind
    assert copy_of(ORIGINAL, original=text)[0] is kind


@pytest.mark.parametrize(
    ("text", "alters"),
    [
        (with_("will not close", "will close"), {NEGATION}),
        (with_("has its", "hasn’t its"), {NEGATION}),
        (with_("will not close", "will … close"), {NEGATION}),
        (ORIGINAL[12:], {NEGATION}),
        (with_("40 fishermen", "400 fishermen"), {NUMBER}),
        (with_("40 fishermen", "a hundred fishermen"), {NUMBER}),
        (with_("Okafor", "Brandt"), {NAME}),
        (with_("Mayor Okafor that 40", "Mayor Brandt that 30"), {NAME, NUMBER}),
        (with_("will not", "won’t"), set()),
        (with_("Mayor Okafor", "Okafor"), set()),
        (with_("close", "shut"), set()),
        ("No, never. " + ORIGINAL, set()),
    ],
)
def test_alterations_of_meaning_are_flagged(text: str, alters: set[Alteration]) -> None:
    assert copy_of(text)[1] == alters


@pytest.mark.parametrize(
    "text",
    [
        OTHER,
        "",
        "…",
        "We will not close",
        "I told the mayor that the harbor is on the way to the lighthouse and we will see it",
    ],
)
def test_other_words_are_no_copy(text: str) -> None:
    assert compare(quoted(ORIGINAL), quoted(text)) is None


def test_fewer_words_prove_a_copy_where_speaker_or_time_do_too() -> None:
    one, other = quoted("a stubborn fog"), quoted("It was a stubborn fog that night")

    assert compare(one, other) is None
    assert compare(one, other, nearby=True) is not None


def test_changes_are_told_word_by_word() -> None:
    assert shown("We will close the old lighthouse soon", "We will not close the lighthouse") == [
        ("equal", "We will"),
        ("removed", "not"),
        ("equal", "close the"),
        ("added", "old"),
        ("equal", "lighthouse"),
        ("added", "soon"),
    ]


def test_a_common_word_far_from_all_others_is_no_word_in_common() -> None:
    one = "The lighthouse keeper wrote to nobody but the harbor pilots answered him gladly"
    other = "Ships waited outside while the council slept and the harbor pilots answered him gladly"

    assert ("equal", "the harbor pilots answered him gladly") in shown(other, one)
    assert [text for op, text in shown(other, one) if op == "equal"] == [
        "the harbor pilots answered him gladly"
    ]


def test_what_interrupts_a_quotation_is_no_part_of_it() -> None:
    article = "“We will not close the lighthouse,” Lind said, “before the harbor has its pilots.”"
    inside = find_quotations(article, [(0, len(article))])
    pieces = quoted_pieces([Span(0, 34), Span(47, len(article))], inside)
    told = quoted(article, pieces)

    assert [article[span.start : span.end] for span in pieces] == [
        "We will not close the lighthouse,",
        "before the harbor has its pilots.",
    ]
    found = compare(
        quoted("We will not close the lighthouse before the harbor has its pilots"), told
    )
    assert found is not None
    assert found.kind is CopyKind.VERBATIM
    back = align(told, told)
    assert [change.text for change in changes_of(back)] == [
        "We will not close the lighthouse",
        "before the harbor has its pilots",
    ]


def test_words_left_out_where_a_quotation_is_interrupted_are_cut() -> None:
    article = (
        "“We will not close the lighthouse,” Lind said. “I told Mayor Okafor that 40 fishermen…”"
    )
    told = quoted(article, [Span(1, 34), Span(48, len(article) - 1)])

    found = compare(quoted(ORIGINAL[: ORIGINAL.index(" depend")]), told)
    assert found is not None
    assert found.kind is CopyKind.CUT


def test_what_alters_the_meaning_comes_first_and_what_is_possible_last() -> None:
    texts = [ORIGINAL, with_("40", "400"), ORIGINAL[:60] + " " + OTHER[:90]]
    found = [compare(quoted(ORIGINAL), quoted(text)) for text in texts]
    copies = [copy for copy in found if copy is not None]

    assert ranked(reversed(copies)) == [copies[1], copies[0], *copies[2:]]


def test_two_quotations_run_together_are_told_from_one_that_is_fuller() -> None:
    longer = quoted(f"{ORIGINAL}. {OTHER}.")
    part, rest = align(longer, quoted(ORIGINAL)), align(longer, quoted(OTHER))

    assert are_run_together(part, rest)
    assert are_run_together(rest, part)
    assert not are_run_together(part, part)
    assert not are_run_together(align(quoted(ORIGINAL), quoted(ORIGINAL)), part)


@pytest.mark.parametrize(
    ("speakers", "others", "around", "expected"),
    [
        ({1}, {2}, set(), True),
        ({1}, {1, 2}, set(), False),
        ({1}, set(), set(), False),
        ({1}, {2}, {2}, False),
        ({1}, {2}, {3}, True),
    ],
)
def test_words_are_reattributed_where_nobody_quotes_the_other(
    speakers: set[int], others: set[int], around: set[int], expected: bool
) -> None:
    assert is_reattributed(speakers, others, around) is expected


def test_a_slogan_is_in_many_mouths_with_all_its_words() -> None:
    keys = shared_keys(
        align(quoted("Keep our river clean"), quoted("keep our river clean, keep it"))
    )

    assert len(keys) == 2
    assert is_slogan(keys, dict.fromkeys(keys, 9))
    assert not is_slogan(keys, dict(zip(sorted(keys), (9, 1), strict=True)))
    assert speakers_of_rarest([], {}) == 0


WORDS = st.lists(
    st.sampled_from(["the", "a", "not", "harbor", "pilots", "40", "Okafor", "…", "[sic]", "fog."]),
    max_size=24,
)


def kept(words: Sequence[tuple[str, str]], but: ChangeOp) -> str:
    return " ".join(text for op, text in words if op != but)


@given(WORDS, WORDS)
def test_changes_hold_all_words_of_both_and_equal_ones_are_equal(
    one: list[str], other: list[str]
) -> None:
    left, right = quoted(" ".join(one)), quoted(" ".join(other))
    alignment = align(left, right)
    changes = changes_of(alignment)

    for side, not_its in ((left, ChangeOp.ADDED), (right, ChangeOp.REMOVED)):
        written = " ".join(change.text for change in changes if change.op is not not_its)
        assert quoted(written).keys == side.keys
    for run in alignment.runs:
        assert (
            left.keys[run.left : run.left + run.size]
            == right.keys[run.right : run.right + run.size]
        )
    for change in changes:
        text = right.text if change.op is ChangeOp.ADDED else left.text
        assert text[change.span.start : change.span.end] == change.text


@given(WORDS)
def test_a_quotation_is_a_verbatim_copy_of_itself_or_says_too_little(one: list[str]) -> None:
    found = compare(quoted(" ".join(one)), quoted(" ".join(one)))
    assert found is None or (found.kind is CopyKind.VERBATIM and found.overlap == 1.0)
    assert found is None or not found.alters
