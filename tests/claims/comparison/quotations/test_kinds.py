"""How one quotation is a copy of another."""

from __future__ import annotations

import pytest

from claims.comparison import (
    CopyKind,
    align,
    are_run_together,
    quoted,
)
from tests.claims.comparison.quotations.lighthouse import (
    ORIGINAL,
    OTHER,
    copy_of,
    with_,
)


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


def test_two_quotations_run_together_are_told_from_one_that_is_fuller() -> None:
    longer = quoted(f"{ORIGINAL}. {OTHER}.")
    part, rest = align(longer, quoted(ORIGINAL)), align(longer, quoted(OTHER))

    assert are_run_together(part, rest)
    assert are_run_together(rest, part)
    assert not are_run_together(part, part)
    assert not are_run_together(align(quoted(ORIGINAL), quoted(ORIGINAL)), part)
