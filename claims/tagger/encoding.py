"""An article as word pieces with the features that are fed beside them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tokenizers import Tokenizer

from claims.quotations.find import Quotation, find_quotations
from claims.tagger.decoding import Surface
from claims.tagger.windows import QuoteState, WordPieces, shape

_SENTENCE_ENDS: Final = frozenset(".!?")


def load_tokenizer(encoder: Path) -> Tokenizer:
    """The tokenizer of a folder with ``tokenizer.json``, without its own cutting and padding."""
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def encode(
    tokenizer: Tokenizer, text: str, quotations: Iterable[Quotation] | None = None
) -> WordPieces:
    """The pieces of a text, without its parse.

    Args:
        tokenizer: Of the encoder.
        text: Any text.
        quotations: Of the text; found with its lines as paragraphs if not given.
    """
    if quotations is None:
        quotations = find_quotations(text, lines(text))
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets: list[tuple[int, int]] = encoding.offsets
    states = quote_states(text, quotations)
    unknown = [0] * len(offsets)
    return WordPieces(
        text,
        encoding.ids,
        offsets,
        [max(states[start:end], default=0) for start, end in offsets],
        [shape(text[start:end]) for start, end in offsets],
        unknown,
        unknown,
        unknown,
    )


def surface(pieces: WordPieces, quotations: Iterable[Quotation] | None = None) -> Surface:
    """What decoding needs to see; lines are paragraphs if no quotations are given."""
    if quotations is None:
        quotations = find_quotations(pieces.text, lines(pieces.text))
    return Surface(
        [pieces.text[start:end] in _SENTENCE_ENDS for start, end in pieces.offsets],
        _joined(pieces),
        _quoted_runs(pieces, quotations),
    )


def _joined(pieces: WordPieces) -> list[bool]:
    joined, before = [], -1
    for start, end in pieces.offsets:
        text = pieces.text
        joined.append(start == before and text[start].isalnum() and text[start - 1].isalnum())
        before = end
    return joined


def _quoted_runs(pieces: WordPieces, quotations: Iterable[Quotation]) -> list[tuple[int, int]]:
    """The pieces of each outermost quotation, marks included."""
    ends = [end for _, end in pieces.offsets]
    starts = [start for start, _ in pieces.offsets]
    runs = [
        (bisect_right(ends, one.start), bisect_left(starts, one.end))
        for one in quotations
        if one.depth == 0
    ]
    return [run for run in runs if run[0] < run[1]]


def lines(text: str) -> list[tuple[int, int]]:
    """Start and end of each line that is not empty, without its end."""
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        end = start + len(line.rstrip())
        if end > start:
            found.append((start, end))
        start += len(line)
    return found


def quote_states(text: str, quotations: Iterable[Quotation]) -> bytearray:
    """For each character, where it stands to quotation marks; see ``QuoteState``."""
    states = bytearray(len(text))
    for sign in "‘’'":
        at = text.find(sign)
        while at >= 0:
            states[at] = QuoteState.APOSTROPHE
            at = text.find(sign, at + 1)
    for quotation in quotations:
        for at in range(quotation.start, quotation.end):
            inner = quotation.inner_start <= at < quotation.inner_end
            states[at] = max(states[at], QuoteState.INSIDE if inner else QuoteState.MARK)
    return states
