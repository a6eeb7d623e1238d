"""Letters as lines, by what pdfminer.six makes of them."""

from __future__ import annotations

from pathlib import Path

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams

from claims.reading.formats.readers.printed.lines import Line, lines_of, middle, usual_size
from tests.claims.reading.formats.samples import written


def printed(folder: Path, content: str) -> list[Line]:
    """The lines of a page whose content is written in the language of PDF."""
    fonts = "".join(
        f"/{name} << /Type /Font /Subtype /Type1 /BaseFont /{base} >>"
        for name, base in (("R", "Times-Roman"), ("B", "Times-Bold"))
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        f"/Resources << /Font << {fonts} >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
    ]
    body = "".join(f"{at} 0 obj\n{one}\nendobj\n" for at, one in enumerate(objects, 1))
    path = written(folder, "a.pdf", f"%PDF-1.4\n{body}trailer << /Root 1 0 R >>\n%%EOF\n")
    [page] = extract_pages(path, laparams=LAParams(boxes_flow=None))
    return lines_of(page, 0)


def shown(*pieces: tuple[str, str, float, float, float]) -> str:
    """Pieces of text, each with its font, size and place."""
    return "\n".join(
        f"BT /{font} {size} Tf {left} {lower} Td ({text}) Tj ET"
        for text, font, size, left, lower in pieces
    )


def test_letters_that_stand_apart_are_words(tmp_path: Path) -> None:
    spaced = "BT 4 Tc /R 10 Tf 50 400 Td (BY MARIT SOLHEIM) Tj ET\n0 Tc "
    spaced += shown(("Text", "R", 10, 50, 300))
    assert [one.text for one in printed(tmp_path, spaced)] == ["BY MARIT SOLHEIM", "Text"]


def test_a_large_first_letter_belongs_to_the_words_beside_it(tmp_path: Path) -> None:
    page = shown(
        ("e cannot sign it,", "R", 10, 82, 412),
        ("said the chairman of it", "R", 10, 82, 400),
        ("and of the harbour board.", "R", 10, 50, 388),
        ("W", "R", 30, 50, 400),
    )
    found = sorted(printed(tmp_path, page), key=middle, reverse=True)
    assert [one.text for one in found] == [
        "We cannot sign it,",
        "said the chairman of it",
        "and of the harbour board.",
    ]
    assert len({one.box[0] for one in found}) == 1


def test_a_large_first_letter_may_stand_on_the_line_of_its_words(tmp_path: Path) -> None:
    page = shown(
        ("W", "R", 30, 50, 400),
        ("e cannot sign it,", "R", 10, 80, 400),
        ("or will.", "R", 10, 50, 388),
    )
    first, second = sorted(printed(tmp_path, page), key=middle, reverse=True)
    assert (first.text, second.text) == ("We cannot sign it,", "or will.")
    assert first.box[1] > second.box[1]
    assert first.box[3] - first.box[1] < 15


def test_marks_of_notes_are_left_out_and_units_are_not(tmp_path: Path) -> None:
    page = shown(
        ("The board said so.", "R", 10, 50, 400),
        ("12", "R", 6, 123.5, 405),
        ("It covers 40 m", "R", 10, 50, 380),
        ("2", "R", 6, 107.5, 385),
    )
    assert [one.text for one in printed(tmp_path, page)] == [
        "The board said so.",
        "It covers 40 m2",
    ]


def test_a_line_knows_its_size_and_weight(tmp_path: Path) -> None:
    page = shown(("What comes next", "B", 12, 50, 400), ("Nothing yet.", "R", 10, 50, 380))
    heading, text = printed(tmp_path, page)
    assert (heading.bold, text.bold) == (True, False)
    assert heading.size > text.size == usual_size([heading, text, text])
