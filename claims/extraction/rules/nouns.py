"""Nouns as cues: "his warning that", "expressed concern about", "the hope is that".

Constructions, as the lexicon counts them (``P`` is a preposition): ``n_that``, ``n_to``, ``n_P`` by
the content, then where the source is: ``/poss`` (*Ito's* warning), ``/by`` (a warning from *Ito*),
``/verb`` (*Ito* gave a warning), ``/none``. ``n_is`` is "the hope is *that it rains*", ``in_n`` is
"in his view, *it rains*", "in the words of Ito".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claims.extraction.document.candidate import Candidate
from claims.extraction.document.ranges import Range
from claims.extraction.parsing.subjects import noun_phrase, shared_subject
from claims.extraction.parsing.tree import Tree
from claims.language.word_lists import words

_BY: Final = words("grammar/prepositions", "before sources")


def noun_candidates(tree: Tree, noun: int) -> Iterator[Candidate]:
    """Every reading of the noun as a cue; the lexicon tells which one holds, if any."""
    kids = tree.kids[noun]
    lemma = tree.lemma[noun].lower()
    owner = next((k for k in kids if k < noun and _owns(tree, noun, k)), None)
    host = tree.head[noun]
    if tree.dep[noun] == "nsubj" and tree.lemma[host] == "be" and noun < host:
        yield from _is(tree, noun, host, owner, lemma)
    if tree.dep[noun] == "pobj" and tree.lower[host] == "in":
        if owner is not None:
            yield from _in(tree, host, _owner(tree, noun, owner), (noun, noun + 1), noun, lemma)
        of = tree.kid(noun, "prep")
        speaker = tree.kid(of, "pobj") if of is not None and tree.lower[of] == "of" else None
        if owner is None and of is not None and speaker is not None:
            yield from _in(tree, host, noun_phrase(tree, speaker), (host, of + 1), noun, lemma)
    contents = [found for k in kids if k > noun for found in _content(tree, noun, k)]
    if not contents:
        return
    where, source, start = _source(tree, noun, owner)
    for name, end, content in contents:
        if source is None or source[0] >= content[1] or source[1] <= content[0]:
            yield Candidate(noun, lemma, f"{name}/{where}", (start, end + 1), source, [content])


def _owns(tree: Tree, noun: int, kid: int) -> bool:
    """Whether ``kid`` is whose noun it is; "Ito’s warning" can be parsed like "Ito is warning"."""
    mark = tree.dep[kid] == "nsubj" and tree.tag[noun - 1] == "POS"
    return tree.dep[kid] == "poss" or mark


def _owner(tree: Tree, noun: int, kid: int) -> Range:
    start, end = tree.span(kid)
    return start, noun if tree.dep[kid] == "nsubj" else end


def _content(tree: Tree, noun: int, kid: int) -> Iterator[tuple[str, int, Range]]:
    """Construction, last token of the cue, content."""
    label = tree.dep[kid]
    # "A warning that it would close" may come out as a relative clause, with "that" as its object.
    that = next((k for k in tree.kids[kid] if tree.lower[k] == "that"), None)
    if label in ("acl", "ccomp") or (label == "relcl" and that and tree.tag[that] == "IN"):
        words = [tree.lower[k] for k in tree.kids[kid] if k < kid]
        if "that" in words:
            yield "n_that", noun, tree.span(kid)
        elif "to" in words:
            yield "n_to", noun, tree.span(kid)
    elif label == "prep" and tree.lower[kid] not in _BY:
        inner = tree.kid(kid, "pobj", "pcomp")
        if inner is not None:
            end = kid if kid == noun + 1 else noun
            yield f"n_{tree.lower[kid]}", end, tree.span(inner)


def _source(tree: Tree, noun: int, owner: int | None) -> tuple[str, Range | None, int]:
    """Where the source is, the source, and the first token of the cue."""
    start = noun
    while (
        start > 0 and tree.head[start - 1] == noun and tree.dep[start - 1] in ("amod", "compound")
    ):
        start -= 1
    if owner is not None:
        return "poss", _owner(tree, noun, owner), start
    for prep in tree.kids[noun]:
        if tree.dep[prep] == "prep" and tree.lower[prep] in _BY:
            inner = tree.kid(prep, "pobj")
            if inner is not None:
                return "by", noun_phrase(tree, inner), start
    host = tree.head[noun]
    if tree.dep[noun] == "dobj" and host < noun and tree.kid(host, "agent") is None:
        head = shared_subject(tree, host)
        if head is not None:
            return "verb", noun_phrase(tree, head, without=None), host
    return "none", None, start


def _is(tree: Tree, noun: int, be: int, owner: int | None, lemma: str) -> Iterator[Candidate]:
    for label in ("ccomp", "xcomp", "attr"):
        rest = tree.kid(be, label)
        if rest is None or rest < be:
            continue
        source = _owner(tree, noun, owner) if owner is not None else None
        start = noun if source is None else min(noun, source[1])
        name = "n_is" if label != "attr" else "n_is_attr"
        where = "poss" if source else "none"
        yield Candidate(noun, lemma, f"{name}/{where}", (start, be + 1), source, [tree.span(rest)])
        return


def _in(
    tree: Tree, prep: int, source: Range, cue: Range, noun: int, lemma: str
) -> Iterator[Candidate]:
    host = tree.head[prep]
    if not tree.is_verb(host):
        return
    start, end = tree.span(host)
    low, high = tree.span(prep)
    content = [part for part in ((start, low), (high, end)) if part[0] < part[1]]
    yield Candidate(noun, lemma, "in_n", cue, source, content)
