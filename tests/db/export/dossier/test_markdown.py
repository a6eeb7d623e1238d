"""Markdown dossiers: what a reader of Markdown makes of them, and what templates may do."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from sqlalchemy import Engine, text

from db.connection.engine import writing
from db.export import ExportError, Options, export
from db.export.dossier.markdown import plain
from db.query.line import parse_filter
from db.review.actions import note, reject
from tests.db.library import rows, stock


@pytest.fixture
def shelf(sqlite_archive: Engine) -> Engine:
    """The library on trams, in a file."""
    stock(sqlite_archive)
    return sqlite_archive


def dossier(engine: Engine, line: str = "", template: Path | None = None) -> str:
    out = io.StringIO(newline="")
    options = Options(template=template, title="Trams")
    export(engine, out, "md", query=parse_filter(line), options=options)
    return out.getvalue()


def test_each_claim_is_told_with_all_that_is_known_of_it(shelf: Engine) -> None:
    (roof,) = rows(shelf, parse_filter("roof"))
    note(shelf, [roof.id], "ask the _office_", "ines")
    told = dossier(shelf, "roof")
    assert told.startswith("# Trams\n\nMade on ")
    assert "## 1. Ilse Brandt\n" in told
    assert "> The depot roof alone eats the reserve" in told
    assert "[^1]\n" in told
    assert "- **As:** director, City Rail Office\n" in told
    assert "- **In:** Evening Ledger, 2023-05: [" in told
    assert "](<https://ledger.example/depot>)\n" in told
    assert "- **Note:** ask the \\_office\\_\n" in told
    assert "\n[^1]: Jonas Vik and Lu Ferro, “" in told


def test_an_article_has_one_footnote_however_many_claims(shelf: Engine) -> None:
    told = dossier(shelf, "article:bridge")
    assert told.count("[^1]\n") == 2
    assert told.count("[^1]:") == 1
    assert "[^2]" not in told


def test_rejected_claims_are_left_out_whatever_is_asked_for(shelf: Engine) -> None:
    (roof,) = rows(shelf, parse_filter("roof"))
    reject(shelf, [roof.id], "ines")
    assert "depot roof" not in dossier(shelf, "include:all")
    assert "depot roof" not in dossier(shelf, "review:rejected include:rejected")


HOSTILE = "# [x](javascript:alert(1)) <script>alert(1)</script> *a* | `b` ![i](http://x/y) &amp;"


def test_words_of_an_article_are_no_markup(shelf: Engine) -> None:
    with writing(shelf) as connection:
        connection.execute(text("UPDATE article SET title = :t, url = :u"), {
            "t": HOSTILE, "u": "javascript:alert(1)"})  # fmt: skip
        connection.execute(text("UPDATE claim SET content = :t"), {"t": f"{HOSTILE}\n\n# more"})
    told = dossier(shelf, "include:all")
    shown = MarkdownIt("commonmark").render(told)
    assert "<script" not in shown
    assert "<a " not in shown
    assert "<img" not in shown
    assert shown.count("<h1>") == 1


@settings(max_examples=60)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), max_size=30))
def test_plain_text_is_shown_as_it_is(words: str) -> None:
    line = " ".join(words.split())
    shown = MarkdownIt("commonmark").render(f"{plain(line)} end")
    assert "<h" not in shown.removeprefix("<p>")
    (inline,) = [
        one for one in MarkdownIt("commonmark").parse(f"{plain(line)} end") if one.children
    ]
    kinds = {child.type for child in inline.children or ()}
    assert kinds <= {"text", "text_special"}
    assert "".join(child.content for child in inline.children or ()) == f"{line} end".lstrip()


def test_a_template_of_ones_own_gets_the_same(shelf: Engine, tmp_path: Path) -> None:
    own = tmp_path / "own.md"
    own.write_text(
        "{{ title }}: {% for claim in claims %}{{ claim.who }} ({{ claim.type }}); {% endfor %}"
        "{% for source in sources %}{{ source.number }} {{ source.outlet | upper }}{% endfor %}"
    )
    assert dossier(shelf, "roof", own) == "Trams: Ilse Brandt (direct); 1 EVENING LEDGER"


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("a\n{% for x in %}", ":2: "),
        ("a\nb {{ clams }}", ":2: 'clams' is undefined"),
        ("{% for c in claims %}{{ c.spekaer }}{% endfor %}", "spekaer"),
        ("{{ title.__class__.__mro__ }}", "unsafe"),
        ("{% include '/etc/passwd' %}", ":1: "),
        ("{{ 1 / 0 }}", ":1: division by zero"),
        ("{% for n in range(10000000) %}.{% endfor %}", ":1: "),
    ],
)
def test_a_template_that_will_not_do_is_told_with_its_line(
    shelf: Engine, tmp_path: Path, template: str, told: str
) -> None:
    own = tmp_path / "own.md"
    own.write_text(template)
    with pytest.raises(ExportError) as caught:
        dossier(shelf, "roof", own)
    assert str(caught.value).startswith(f"{own}:")
    assert told in str(caught.value)


def test_a_template_that_cannot_be_read_is_told(shelf: Engine, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no such file"):
        dossier(shelf, "", tmp_path / "none.md")
    (tmp_path / "bad.md").write_bytes(b"\xff")
    with pytest.raises(ExportError, match="is not UTF-8 text"):
        dossier(shelf, "", tmp_path / "bad.md")
