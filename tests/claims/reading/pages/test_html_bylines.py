"""Authors that only the elements of a page name."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from claims.reading.pages.html_bylines import signed


def who(body: str) -> tuple[str, ...]:
    return signed(lxml_html.document_fromstring(f"<html><body>{body}</body></html>"))


@pytest.mark.parametrize(
    "body",
    [
        '<div data-component="byline-block"><b>Yuki Varga</b><b>Business reporter</b></div>',
        '<a rel="author">Yuki Varga</a>',
        '<p class="articleByline">By Yuki Varga, Tallis</p>',
        '<div class="credits reader-credits">Yuki Varga</div>',
        '<div class="node__submitted">Submitted by <span>Yuki Varga</span> on 10/17/2019</div>',
    ],
)
def test_the_element_that_names_authors_tells_them(body: str) -> None:
    assert who(f"<h1>Title</h1>{body}<p>Body.</p>") == ("Yuki Varga",)


@pytest.mark.parametrize(
    "body",
    [
        '<div class="byline">By Reuters</div>',
        '<div class="author-bio">Yuki Varga</div>',
        '<aside><span class="author">Yuki Varga</span></aside>',
        '<div class="comments"><span class="author">Yuki Varga</span></div>',
        '<div class="byline">Staff Writer</div>',
        '<div class="credits">Yuki Varga</div>',
        "<div>Yuki Varga</div>",
    ],
)
def test_agencies_boxes_and_commenters_sign_nothing(body: str) -> None:
    assert who(body) == ()
