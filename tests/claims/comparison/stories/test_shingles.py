"""The shingles of an article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.article import Article, Segment, SegmentKind
from claims.comparison import body_of, sampled, shingles


def test_title_and_furniture_do_not_count() -> None:
    text = "Farewell to a ferry\n\nThe boat is gone.\n\nMore from our river desk"
    parts = (SegmentKind.TITLE, 0, 19), (SegmentKind.PARAGRAPH, 21, 38), (SegmentKind.PROMO, 40, 64)
    article = Article("ferry.txt", text, segments=tuple(Segment(*part) for part in parts))

    assert body_of(article) == "The boat is gone."
    assert body_of(Article("ferry.txt", text)) == text


@given(st.text())
def test_the_sample_is_about_an_eighth_and_part_of_all(text: str) -> None:
    found = shingles(text)
    assert sampled(found) <= found
    assert sampled(found) == {each for each in found if each & 7 == 0}
