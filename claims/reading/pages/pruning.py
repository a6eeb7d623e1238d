"""What of a page is no part of its article, by its markup: captions, cards, lists of links.

An element says by its kind, its role or a word of its class what it is for. Sites write the same
words on what holds the article, so nothing counts that holds much of what the page says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from lxml.etree import XPath, _Element

from claims.language.word_lists import alternatives, sections
from claims.reading.layout import block_forms as forms

# Set on what is no part of the article.
PRUNED: Final = "data-no-article"

_NAMES: Final = sections("pages/partnames")
_TAGS: Final = frozenset({"figure", "figcaption", "aside", "nav", "dialog"})
_ROLES: Final = frozenset({"complementary", "navigation", "dialog", "alertdialog", "tooltip"})
_BLOCKS: Final = frozenset({"div", "section", "ul", "ol", "li", "p"})
_INLINE: Final = frozenset({"span", "small"})
_UNREAD: Final = frozenset({"script", "style", "noscript", "template", "head"})
# By "descendant::" and not ".//", for which libxml2 takes the square of the number of elements.
_SEEN: Final = XPath(
    f"descendant::text()[not({' or '.join(f'parent::{tag}' for tag in sorted(_UNREAD))})]",
    smart_strings=False,
)
# Of the names "related-list", "o-related" and "article__related" the part is "related"; what stands
# farther back ("entry-content-read-more") or is denied ("no-share") tells how a text is laid out.
_PREFIX: Final = r"(?:(?!(?:has|no|not|is|with|without|hide)-)[a-z0-9]+-)?"
_NAME: Final = rf"{_PREFIX}(?P<part>{{}})(?:-.*)?"
_INLINE_NAME: Final = re.compile(_NAME.format(alternatives(_NAMES["inline"])))
_BLOCK_NAME: Final = re.compile(_NAME.format(alternatives(_NAMES["inline"] + _NAMES["block"])))
_JOINT: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[_-]+")
_HIDDEN: Final = re.compile(r"\bdisplay:\s*none\b")
_SENTENCE_END: Final = re.compile(r"[.!?…](?:(?<=\w.)|(?<=\w[\"'”’)].))[\"'”’)]*(?=\s|$)")
_END: Final = re.compile("[.!?…]")
_NOTE_MARK: Final = re.compile(r"\[?(?:\d{1,3}|[*†‡^↑↩]+\ufe0e?)\]?")
_LARGEST_SHARE: Final = 1 / 3
_FEWEST_LINKED_WORDS: Final = 4
_MOST_UNLINKED_WORDS: Final = 3


def mark_pruned(tree: _Element) -> int:
    """Set ``PRUNED`` on what is no part of a page's article; returns how many sentences that has.

    Args:
        tree: The page.
    """
    parts: dict[str, list[tuple[_Element, int]]] = {}
    for name, element in (*_named(tree), *_headlines(tree), *_note_marks(tree)):
        parts.setdefault(name, []).append((element, _sentences_in(element)))
    most = _LARGEST_SHARE * _sentences_in(tree) if parts else 0
    pruned = 0
    for found in parts.values():
        said = sum(size for _, size in found)
        if said > most:
            continue
        pruned += said
        for element, _ in found:
            element.set(PRUNED, "")
    return pruned


def unlay_tables(tree: _Element) -> None:
    """Make plain blocks of the tables that lay out a page: one cell holds most of what it says."""
    cells = list(tree.iter("td"))
    half = _sentences_in(tree) / 2 if cells else 0
    for cell in cells:
        # A table of thousands of rows has as many cells, hardly any of which has a sentence.
        if _most_sentences_in(cell) <= half or _sentences_in(cell) <= half:
            continue
        table = next(cell.iterancestors("table"), None)
        parts = () if table is None else (table, *table.iter("tr", "td", "th", "tbody"))
        for part in parts:
            if next(part.iterancestors("table"), table) is table:
                part.tag = "div"


def join_entries(tree: _Element) -> None:
    """Make plain blocks of the articles in a page without its heading: one is not all of it."""
    for element in list(tree.iter("article")):
        if next(element.iter("h1"), None) is None:
            element.tag = "section"


def sentences(text: str) -> int:
    """How many sentences a text has, by what ends them."""
    return len(_SENTENCE_END.findall(text))


def _named(tree: _Element) -> Iterator[tuple[str, _Element]]:
    """The elements that say to be no article, with what they are; the outermost of a kind."""
    parents = [(tree, "")]
    for parent, around in parents:  # grows meanwhile
        for child in parent:
            if not isinstance(child.tag, str) or child.tag in _UNREAD:
                continue
            name = _name(child)
            if name and name != around and child.find(".//h1") is None:
                yield name, child
            if len(child):
                parents.append((child, name or around))


def _name(element: _Element) -> str:
    """What an element says it is; empty if that is nothing, or may be an article."""
    if element.tag in _TAGS:
        return str(element.tag)
    if element.get("role", "").strip().lower() in _ROLES:
        return "role"
    inline = element.tag in _INLINE
    if not inline and element.tag not in _BLOCKS:
        return ""
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")):
        return "hidden"
    words = f"{element.get('class', '')} {element.get('id', '')}".split()
    return next(filter(None, (_part(word, inline=inline) for word in words)), "")


@lru_cache(maxsize=4096)
def _part(word: str, *, inline: bool) -> str:
    """What part of a page a word of a class or an id names; empty if none."""
    pattern = _INLINE_NAME if inline else _BLOCK_NAME
    match = pattern.fullmatch(_JOINT.sub("-", word).strip("-").lower())
    return match["part"] if match else ""


def _headlines(tree: _Element) -> Iterator[tuple[str, _Element]]:
    """Paragraphs and lists that are nothing but linked headlines: other articles'."""
    listed: dict[_Element, int] = {}
    for host, links in _linked(tree).items():
        # Once for all of its links: a page may be one paragraph of thousands.
        text = text_of(host)
        fewest = max(_FEWEST_LINKED_WORDS, len(text.split()) - _MOST_UNLINKED_WORDS)
        headlines = 0
        if not forms.ends_sentence(text):
            headlines = sum(_ends_linked(text, link, fewest) for link in links)
        if not headlines:
            continue
        if host.tag != "li":
            yield "link", host
        elif (parent := host.getparent()) is not None:
            listed[parent] = listed.get(parent, 0) + headlines
    yield from (("link", one) for one, links in listed.items() if links == len(one))


def _note_marks(tree: _Element) -> Iterator[tuple[str, _Element]]:
    """Links between a word and its footnote, which are read as a part of the word."""
    for link in tree.iter("a"):
        if link.get("href", "").startswith("#") and _NOTE_MARK.fullmatch(text_of(link)):
            yield "note mark", link


def _linked(tree: _Element) -> dict[_Element, list[_Element]]:
    """The paragraphs and items of a page that have links, with these."""
    found: dict[_Element, list[_Element]] = {}
    for link in tree.iter("a"):
        host = next(link.iterancestors("p", "div", "li"), None)
        if host is not None:
            found.setdefault(host, []).append(link)
    return found


def _ends_linked(text: str, link: _Element, fewest: int) -> bool:
    """Whether a text ends with a link of at least so many words."""
    linked = text_of(link)
    return len(linked.split()) >= fewest and text.endswith(linked)


def _sentences_in(element: _Element) -> int:
    return sentences(" ".join(_SEEN(element)))


def _most_sentences_in(element: _Element) -> int:
    """How many sentences an element may have, by the marks that end them."""
    return sum(len(_END.findall(text)) for text in element.itertext())


def text_of(element: _Element) -> str:
    """The text of an element on one line."""
    return " ".join("".join(element.itertext()).split())
