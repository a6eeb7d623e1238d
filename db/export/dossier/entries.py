"""What a dossier or a report tells of each claim, as plain values that templates take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from claims.article import shown_title
from claims.claim import ClaimType
from claims.partial_date import Precision
from claims.review import ReviewState
from db.claims.model import ClaimRow
from db.export.dossier.citing import Citing
from db.export.provenance import Provenance

_HOW: Final = {
    ClaimType.DIRECT.value: "quoted",
    ClaimType.MIXED.value: "quoted in part",
    ClaimType.INDIRECT.value: "reported, not quoted",
}


@dataclass(frozen=True, slots=True)
class Source:
    """An article that is cited: its number among those of the file, from 1, and its citation."""

    number: int
    article_id: str
    title: str
    outlet: str
    date: str
    byline: str
    url: str
    citation: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim as it is told; what is not known is empty.

    Args:
        number: From 1, in the order of the file.
        quote: What is said, on one line.
        how: ``quoted``, ``quoted in part`` or ``reported, not quoted``.
        who: The speakers, or the source as the article words it.
        role: Their roles and organizations as the article states them.
        confidence: From 0 to 1.
        verdict: ``accepted`` or ``corrected``; empty for what nobody reviewed.
        reviewer: Whose verdict it is.
        first_said: When the first article that says the same was published.
        articles: In how many articles it stands.
        page: Number of the page of a printed file on which it begins.
    """

    number: int
    claim_id: str
    quote: str
    how: str
    type: str
    who: str
    role: str
    cue: str
    confidence: float
    verdict: str
    reviewer: str
    reason: str
    note: str
    tags: str
    first_said: str
    articles: int
    page: str
    source: Source

    @property
    def outlet(self) -> str:
        """Who published the article."""
        return self.source.outlet

    @property
    def date(self) -> str:
        """When."""
        return self.source.date

    @property
    def url(self) -> str:
        """Where."""
        return self.source.url


class Sources:
    """The articles of a file, in the order in which they are cited first.

    Args:
        style: In which they are cited.

    Raises:
        ExportError: There is no such style.
    """

    def __init__(self, style: str) -> None:
        self._citing = Citing(style)
        self._by_article: dict[str, Source] = {}

    def __iter__(self) -> Iterator[Source]:
        """Those that were cited until now."""
        return iter(self._by_article.values())

    def of(self, row: ClaimRow, origin: Provenance) -> Source:
        """The article of a claim."""
        found = self._by_article.get(row.article_id)
        if found is None:
            found = self._made(row, origin)
            self._by_article[row.article_id] = found
        return found

    def _made(self, row: ClaimRow, origin: Provenance) -> Source:
        title, url = on_one_line(shown_title(row.article_title, row.article_path)), _safe(origin)
        when, byline = row.published, origin.text.byline
        cited = self._citing.article(
            title, row.outlet, when.value, Precision(when.precision), byline, url or None
        )
        return Source(
            number=len(self._by_article) + 1,
            article_id=row.article_id,
            title=title,
            outlet=on_one_line(row.outlet or ""),
            date=when.as_known or "",
            byline=on_one_line(", ".join(byline)),
            url=url,
            citation=on_one_line(cited),
        )


def entries(found: Iterable[tuple[ClaimRow, Provenance]], sources: Sources) -> Iterator[Entry]:
    """Claims as they are told."""
    for number, (row, origin) in enumerate(found, start=1):
        yield entry(number, row, origin, sources)


def entry(number: int, row: ClaimRow, origin: Provenance, sources: Sources) -> Entry:
    """A claim as it is told."""
    verdict, thread = origin.verdict, row.thread
    return Entry(
        number=number,
        claim_id=row.claim_id,
        quote=on_one_line(row.content),
        how=_HOW[row.type],
        type=row.type,
        who=on_one_line("; ".join(dict.fromkeys(row.names)) or row.source),
        role=on_one_line("; ".join(row.affiliations)),
        cue=on_one_line(row.cue),
        confidence=row.confidence,
        verdict="" if row.review == ReviewState.MACHINE.value else row.review,
        reviewer=on_one_line(verdict.who) if verdict is not None else "",
        reason=on_one_line(verdict.why or "") if verdict is not None else "",
        note=on_one_line(row.note or ""),
        tags=", ".join(row.tags),
        first_said=(thread.first_said.as_known or "") if thread is not None else "",
        articles=thread.articles if thread is not None else 1,
        page="" if origin.page is None else str(origin.page),
        source=sources.of(row, origin),
    )


def on_one_line(text: str) -> str:
    """Text without line ends."""
    return " ".join(text.split())


def _safe(origin: Provenance) -> str:
    """Where the article is, if that is a page of the web: nothing else is made a link."""
    url = (origin.text.article_url or "").strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    is_page = parts.scheme in ("http", "https") and bool(parts.netloc)
    return url if is_page and url.isprintable() and " " not in url else ""
