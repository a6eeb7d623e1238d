"""Articles cut into what the network is fed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.tagger.windows import Shape, blocks, cut, shape
from tests.claims.tagger.samples import pieces_of

TEXT = (
    "The mill will close, said Ada Lund. It was predicted that prices would rise.\n“No,” she said."
)


def test_windows_end_where_paragraphs_or_sentences_do() -> None:
    pieces = pieces_of(TEXT)
    parts = [
        pieces.text[pieces.offsets[start][0] : pieces.offsets[end - 1][1]]
        for start, end in cut(pieces, 18)
    ]
    assert parts == [
        "The mill will close, said Ada Lund. It was predicted that prices would rise.",
        "“No,” she said.",
    ]
    assert cut(pieces, 12)[0] == (0, 9)


def test_only_some_stretches_of_a_text() -> None:
    pieces = pieces_of(TEXT)
    kept = pieces.within([(0, 9), (TEXT.index("“No"), len(TEXT))])
    assert [kept.text[a:b] for a, b in kept.offsets] == [
        "The",
        "mill",
        "“",
        "No",
        ",",
        "”",
        "she",
        "said",
        ".",
    ]


def test_a_long_article_comes_in_blocks() -> None:
    pieces = pieces_of("The mill will close. " * 4_000)
    parts = list(blocks(pieces))
    assert len(parts) > 1
    assert [offset for part in parts for offset in part.offsets] == pieces.offsets


@given(st.text(alphabet="ab .\n”", max_size=200), st.integers(1, 20), st.integers(1, 20))
def test_windows_cover_every_piece_once_and_are_never_too_long(
    text: str, size: int, first: int
) -> None:
    pieces = pieces_of(text)
    parts = cut(pieces, size, first)
    assert [at for start, end in parts for at in range(start, end)] == list(range(len(pieces.ids)))
    assert all(0 < end - start <= (size if at else first) for at, (start, end) in enumerate(parts))


def test_shapes() -> None:
    seen = [shape(word) for word in ("gas", "Gas", "A", "NATO", "2024", "”")]
    assert seen == [
        Shape.LOWER,
        Shape.TITLE,
        Shape.CAPITAL,
        Shape.CAPITALS,
        Shape.DIGITS,
        Shape.NO_WORD,
    ]
