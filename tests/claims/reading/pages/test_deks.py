"""Deks that stand on a page and not in the extracted text."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from claims.reading.pages.deks import dek_of, with_dek

DEK = "Residents and engineers disagree about what it would cost"
PROSE = " ".join(["word"] * 61)


def dek(body: str) -> str | None:
    return dek_of(lxml_html.document_fromstring(f"<html><body>{body}</body></html>"))


@pytest.mark.parametrize(
    "name",
    [
        'class="article-dek"', 'class="post-subtitle"', 'data-gu-name="standfirst"',
        'class="field field--name-field-subhead"', 'class="ArticleSubHead"',
    ],
)  # fmt: skip
def test_what_is_called_so_below_the_heading_is_the_dek(name: str) -> None:
    assert dek(f"<h1>Title</h1><div {name}><p>{DEK}</p></div><p>{PROSE}</p>") == DEK


@pytest.mark.parametrize(
    "body",
    [
        f'<div class="dek">{DEK}</div><h1>Title</h1>',
        f'<h1>Title</h1><p>{PROSE}</p><div class="dek">{DEK}</div>',
        f'<h1>Title</h1><div class="deck-chairs">{DEK}</div>',
        f'<h1>Title</h1><div class="dek">{PROSE}</div>',
        f'<h1>Title</h1><div class="dek" data-no-article="">{DEK}</div>',
        f'<div class="dek">{DEK}</div>',
    ],
)
def test_what_stands_elsewhere_or_is_called_otherwise_is_none(body: str) -> None:
    assert dek(body) is None


def test_it_is_put_above_the_text_once() -> None:
    assert with_dek("Body.", DEK) == f"{DEK}\nBody."
    assert with_dek(f"{DEK}.\nBody.", DEK) == f"{DEK}.\nBody."
    assert with_dek("Body.", None) == "Body."
