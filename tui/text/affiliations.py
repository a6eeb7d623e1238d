"""A speaker's affiliations, names and dates in words, for the command line and the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.affiliation_words import in_words
from tui.text.words import counted

if TYPE_CHECKING:
    from claims.identity.authority import KnownAffiliation
    from claims.partial_date import PartialDate
    from db.claims.affiliation_period import AffiliationPeriod
    from db.speakers.page_parts import MemberName, SpeakerPage


def period(first: PartialDate, last: PartialDate) -> str:
    """``2022-06 – 2024-05-16``; one date where both are the same; nothing where none is."""
    return " – ".join(dict.fromkeys(filter(None, (first.as_known, last.as_known))))


def when(first: PartialDate, last: PartialDate) -> str:
    """As `period`; "undated" where neither date is known."""
    return period(first, last) or "undated"


def extent(one: AffiliationPeriod) -> str:
    """When articles state an affiliation: ``2023-05-01 – 2024-01-09, 3 articles``."""
    return f"{when(one.first, one.last)}, {counted(one.articles, 'article')}"


def known_in_words(known: KnownAffiliation) -> str:
    """An affiliation from a file with its dates; an open end stays open."""
    since, until = known.since.as_known, known.until.as_known
    dates = since if since == until else f"{since} – {until}".strip()
    what = in_words(known.role, known.organization)
    return f"{dates}  {what}" if since or until else what


def name_in_words(name: MemberName) -> str:
    """A name with the ways it is written, and why it is taken to be this speaker's."""
    forms = f", also {'; '.join(name.forms)}" if name.forms else ""
    whose = f" ({name.author})" if name.author else ""
    scored = f", {name.score:.2f}" if name.score is not None and not name.author else ""
    why = f" – {name.why}{whose}{scored}" if name.why else ""
    return f"{name.ref.label}{forms} ({counted(name.articles, 'article')}){why}"


def appearing(page: SpeakerPage) -> str:
    """``14 claims in 4 articles, 2022-09-13 – 2024-05``."""
    dates = period(page.first, page.last)
    found = f"{counted(page.claims, 'claim')} in {counted(page.articles, 'article')}"
    return f"{found}, {dates}" if dates else found
