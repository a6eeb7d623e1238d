"""An article as word pieces with the features that are fed beside them."""

from __future__ import annotations

from pathlib import Path

from tokenizers import Tokenizer

from claims.extraction.quotation import find_quotations
from claims.training.windows import Pieces, QuoteState, shape


def load_tokenizer(encoder: Path) -> Tokenizer:
    """The tokenizer of a folder with ``tokenizer.json``, without its own cutting and padding."""
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def encode(tokenizer: Tokenizer, text: str) -> Pieces:
    """The pieces of a text; its lines are its paragraphs."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    states = quote_states(text)
    return Pieces(
        text,
        encoding.ids,
        encoding.offsets,
        [max(states[start:end], default=QuoteState.OUTSIDE) for start, end in encoding.offsets],
        [shape(text[start:end]) for start, end in encoding.offsets],
    )


def quote_states(text: str) -> list[int]:
    """For each character, where it stands to quotation marks."""
    states = [int(QuoteState.APOSTROPHE if char in "‘’'" else QuoteState.OUTSIDE) for char in text]
    paragraphs, start = [], 0
    for line in text.splitlines(keepends=True):
        paragraphs.append((start, start + len(line.rstrip())))
        start += len(line)
    for quotation in find_quotations(text, [one for one in paragraphs if one[0] < one[1]]):
        for at in range(quotation.start, quotation.end):
            inner = quotation.inner_start <= at < quotation.inner_end
            states[at] = max(states[at], QuoteState.INSIDE if inner else QuoteState.MARK)
    return states
