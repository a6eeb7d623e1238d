"""Dates of an HTML page: that of publication, told from updates, page headers and the copy's own.

Each date keeps as evidence the element that states it. Elements are asked in the order of how
plainly they speak: JSON-LD, meta elements, microdata, ``time`` elements and date lines between the
title and the body, the address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml.etree import XPath, _Element

from claims.article import DatedFact
from claims.language.word_lists import words
from claims.reading.layout.bylines import is_byline
from claims.reading.layout.segments import Marked
from claims.reading.publication.datelines import PageDates, dates_of_page
from claims.reading.publication.jsonld import field_of_article
from claims.reading.text.dates import (
    UNDATED,
    DateRole,
    RoleDate,
    dates_in,
    dates_of_line,
    read_stamp,
    without_dates,
)

_PUBLISHED_META: Final = words("pages/metadates", "published")
_MODIFIED_META: Final = words("pages/metadates", "modified")
_AWAY: Final = re.compile(
    r"comment|related|sidebar|widget|footer|recent|popular|trending|teaser|promo|latest|more-"
    r"|recommend|archive|newsletter|masthead|topbar|site-header",
    re.IGNORECASE,
)
_UPDATED_CLASS: Final = re.compile(r"updat|modif|revis", re.IGNORECASE)
_PUBLISHED_CLASS: Final = re.compile(
    r"publish|pubdate|entry-date|post-date|posted|issued", re.IGNORECASE
)
_UPDATED_WORDS: Final = re.compile(
    r"\b(?:updat|modif|revis|edit)\w*\W*(?:on|at)?\W*$", re.IGNORECASE
)
_DATE_CLASS: Final = re.compile(
    r"(?:^|[-_ ])(?:date\w*|timestamp|time|publish\w*|posted\w*|submitted)", re.IGNORECASE
)
_URL_DATE: Final = re.compile(
    r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?:[/-](0[1-9]|[12]\d|3[01]))?(?=[/-])"
)
_MICRODATA: Final = XPath("descendant::*[@itemprop]")
_DIGIT: Final = re.compile(r"\d")
_BODY_WORDS: Final = 12
_LONGEST_LINE: Final = 160

_SAVED_URL: Final = re.compile(
    r"saved from url=\(\d+\)(?P<edge>\S+)"
    r"|SingleFile\s+url:\s*(?P<single>\S+)|Mirrored from (?P<track>\S+) by HTTrack"
)
_SAVED_DATE: Final = re.compile(
    r"(?P<single>\bsaved date:\s*\w{3} (?P<md>\w{3} \d{1,2}) (?P<y>\d{4})[^\n(]{0,20})"
    r"|(?P<track>HTTrack Website Copier[^>]*?, \w{3}, (?P<td>\d{1,2} \w{3} \d{4}))"
    r"|(?P<wayback>FILE ARCHIVED ON [\d:]+ (?P<wd>\w{3} \d{1,2}, \d{4}))"
)


@dataclass(frozen=True, slots=True)
class Saved:
    """What a tool that saved a page wrote into it."""

    url: str | None = None
    fetched: DatedFact = UNDATED


def saved_from(markup: str) -> Saved:
    """The address and the date that browsers and archives note in the comments of saved pages."""
    edges = markup if len(markup) < 20_000 else f"{markup[:10_000]}\n{markup[-10_000:]}"
    notes = "\n".join(re.findall(r"<!--(.*?)-->", edges, re.DOTALL))
    url = _SAVED_URL.search(notes)
    address = next((part for part in url.groups() if part), None) if url else None
    if address and "://" not in address and not address.startswith("about:"):
        address = f"http://{address}"
    return Saved(address if address and "://" in address else None, _saved_date(notes))


def dates_of_tree(
    tree: _Element, *, title: str | None, url: str | None, marked: Sequence[Marked]
) -> PageDates:
    """The dates of a page; ``fetched`` is left to ``saved_from``.

    Args:
        tree: The whole page.
        title: The article's title.
        url: The article's address.
        marked: The body's blocks, asked where no element states a date.
    """
    of_body = dates_of_page(marked)
    found: dict[DateRole, list[DatedFact]] = {role: [] for role in DateRole}
    for one in _by_plainness(tree, title, url):
        found[one.role].append(one.fact)
        date = _first(found[DateRole.PUBLISHED])
        if date.value and (other := _first_but(date, found[DateRole.MODIFIED])).value:
            # Nothing that is said less plainly changes either; to ask it takes the longest.
            return PageDates(date, other, of_body.fetched)
    date = _first([*found[DateRole.PUBLISHED], of_body.published])
    stated = [*found[DateRole.MODIFIED], *found[DateRole.BARE], of_body.stated]
    return PageDates(date, _first_but(date, stated), of_body.fetched)


def _by_plainness(tree: _Element, title: str | None, url: str | None) -> Iterator[RoleDate]:
    for role, name in (
        (DateRole.PUBLISHED, "datePublished"),
        (DateRole.MODIFIED, "dateModified"),
    ):
        if stamp := field_of_article(tree, name, title):
            yield _stated(role, stamp, f"JSON-LD {name}")
    yield from _in_meta(tree)
    yield from _in_microdata(tree)
    yield from _in_lines(tree, title)
    if url and (match := _URL_DATE.search(url)):
        stamp = "-".join(part for part in match.groups() if part)
        yield RoleDate(DateRole.PUBLISHED, read_stamp(stamp, f'URL path "{match[0]}"'))


def _in_meta(tree: _Element) -> Iterator[RoleDate]:
    for element in tree.iter("meta"):
        stamp = element.get("content")
        name = (element.get("property") or element.get("name") or "").strip().lower()
        if not stamp:
            continue
        if name in _PUBLISHED_META:
            yield _stated(DateRole.PUBLISHED, stamp, f"meta {name}")
        elif name in _MODIFIED_META:
            yield _stated(DateRole.MODIFIED, stamp, f"meta {name}")


def _in_microdata(tree: _Element) -> Iterator[RoleDate]:
    for element in _MICRODATA(tree):
        for name in element.get("itemprop", "").split():
            role = {"datepublished": DateRole.PUBLISHED, "datemodified": DateRole.MODIFIED}.get(
                name.lower()
            )
            stamp = element.get("content") or element.get("datetime") or _words(element)
            if role and stamp and not _is_away(element):
                yield _stated(role, stamp, f"itemprop {name}")


def _in_lines(tree: _Element, title: str | None) -> Iterator[RoleDate]:
    """Dates in ``time`` elements and short lines, by where they stand to title and body."""
    elements = [one for one in tree.iter() if isinstance(one.tag, str)]
    heading = _heading_index(elements, title)
    body = _body_index(elements, heading)
    articles = set(elements[heading].iterancestors("article")) if heading >= 0 else set()
    bare: list[RoleDate] = []
    for index, element in enumerate(elements[:body]):
        if element.tag in ("script", "style", "title", "meta", "noscript", "template"):
            continue
        dates = tuple(_time_dates(element) if element.tag == "time" else _line_dates(element))
        if not dates:
            continue
        near = heading < index or any(one in articles for one in element.iterancestors("article"))
        for one in dates:
            if one.role is DateRole.BARE and near and not _is_away(element):
                yield RoleDate(DateRole.PUBLISHED, one.fact)
            elif one.role is not DateRole.BARE and not _is_away(element):
                yield one
            else:
                bare.append(RoleDate(DateRole.BARE, one.fact))
    for element in elements[body:]:
        if element.tag == "time" and not _is_away(element):
            yield from (one for one in _time_dates(element) if one.role is not DateRole.BARE)
    yield from bare


def _time_dates(element: _Element) -> Iterator[RoleDate]:
    """The date of a ``time`` element, with the role its class or the words before it give it."""
    words = _words(element)
    stamp = element.get("datetime") or element.get("content") or words
    names = f"{element.get('class', '')} {element.get('itemprop', '')}"
    before = _words_before(element)
    if element.get("pubdate") is not None or _PUBLISHED_CLASS.search(names):
        role = DateRole.PUBLISHED
    elif (
        _UPDATED_CLASS.search(names)
        or _UPDATED_WORDS.search(before)
        or re.match(r"\W*(?:last )?(?:updated|modified)", words, re.IGNORECASE)
    ):
        role = DateRole.MODIFIED
    else:
        role = DateRole.BARE
    yield _stated(role, stamp, "time element")


def _line_dates(element: _Element) -> Iterator[RoleDate]:
    """The dates of an element that holds a date line or a byline and nothing more."""
    if element.tag in ("html", "body", "main", "article") or len(element) > 12:
        return
    words = _words(element, _LONGEST_LINE)
    if not 6 <= len(words) <= _LONGEST_LINE or _DIGIT.search(words) is None:
        return
    if any(child.tag == "time" for child in element.iterdescendants()):
        return
    dates = dates_of_line(words)
    signed = is_byline(without_dates(words).strip(" |•·,–—-"))
    if dates is None and (signed or _DATE_CLASS.search(element.get("class", ""))):
        dates = tuple(dates_in(words))
    for one in dates or ():
        label = element.get("class", "").split()
        name = ".".join([str(element.tag), *label[:1]])
        evidence = f'{name} element "{words}"'
        role = one.role
        if role is DateRole.BARE and _UPDATED_WORDS.search(_words_before(element)):
            role = DateRole.MODIFIED
        yield RoleDate(role, DatedFact(one.fact.value, one.fact.precision, evidence))


def _heading_index(elements: Sequence[_Element], title: str | None) -> int:
    """Where the article's heading stands, or -1."""
    headings = [i for i, one in enumerate(elements) if one.tag == "h1"]
    same = [i for i in headings if title and _words(elements[i])[:40] == title[:40]]
    return (same or headings or [-1])[0]


def _body_index(elements: Sequence[_Element], heading: int) -> int:
    """Where the first paragraph after the heading stands."""
    for index in range(heading + 1, len(elements)):
        if elements[index].tag == "p" and len(_words(elements[index]).split()) >= _BODY_WORDS:
            return index
    return len(elements)


def _is_away(element: _Element) -> bool:
    """Whether an element lies in a part of the page that is not its article."""
    for one in (element, *element.iterancestors()):
        if one.tag in ("nav", "aside"):
            return True
        if one.tag == "footer" and next(one.iterancestors("article"), None) is None:
            return True
        if one.tag in ("body", "html"):
            return False
        if _AWAY.search(f"{one.get('class', '')} {one.get('id', '')}"):
            return True
    return False


def _words(element: _Element, limit: int = 1000) -> str:
    """The text of an element; once it is longer than a limit, only its beginning."""
    parts: list[str] = []
    length = 0
    for part in element.itertext():
        parts.append(str(part))
        length += len(part.strip())
        if length > limit:
            break
    return " ".join("".join(parts).split())


def _words_before(element: _Element) -> str:
    """The last words before an element in its parent."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        return " ".join(f"{_words(previous)} {previous.tail or ''}".split())[-40:]
    return " ".join(((parent.text if parent is not None else "") or "").split())[-40:]


def _stated(role: DateRole, stamp: str, element: str) -> RoleDate:
    words = " ".join(stamp.split())[:80]
    return RoleDate(role, read_stamp(words, f'{element} "{words}"'))


def _saved_date(notes: str) -> DatedFact:
    match = _SAVED_DATE.search(notes)
    if match is None:
        return UNDATED
    stamp = match["td"] or match["wd"] or f"{match['md']}, {match['y']}"
    return read_stamp(stamp, f'comment "{" ".join(match[0].split())}"')


def _first_but(date: DatedFact, facts: Sequence[DatedFact]) -> DatedFact:
    """The first fact that has another value than a date."""
    return _first([fact for fact in facts if fact.value != date.value])


def _first(facts: Sequence[DatedFact]) -> DatedFact:
    return next((fact for fact in facts if fact.value), UNDATED)
