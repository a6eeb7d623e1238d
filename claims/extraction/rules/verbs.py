"""Verbs as cues: every way in which a verb's content can hang on it.

Constructions, as the lexicon counts them (``P`` is a preposition):

=================  ============================================================
``that``           said *that it rained*
``clause``         said *it rained*; *it rained*, she said
``clause_to``      urged *them to leave* (parsed as one clause)
``to``             vowed *to leave*
``ing``            denied *leaving*
``small``          considers *it unfair*, called *it a day*
``object``         criticized *the plan*
``object_P``       accused *them of theft*
``object_to``      asked *them to leave*
``P``              warned of *rain*
``P_to``           called on *them to leave*
``be_that``        is certain *that it rains*; also ``be_to``, ``be_P``
``pass...``        *the plan* was criticized; *he* is expected *to leave*
``insert``         *China*, he said, *will wait*; *it rained*, as he said
=================  ============================================================

Passives with an agent end in ``_by``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claims.extraction.document.candidate import Candidate
from claims.extraction.document.ranges import Range
from claims.extraction.parsing.subjects import (
    joined,
    noun_phrase,
    shared_subject,
    subject,
)
from claims.extraction.parsing.tree import Tree
from claims.language.word_lists import rows, words

_CUE_DEPS: Final = frozenset({"aux", "auxpass", "neg", "advmod"})
_SUBORDINATE: Final = words("grammar/conjunctions", "not reported")
_IDIOMS: Final = frozenset(rows("cues/idioms"))
_WH: Final = frozenset({"WDT", "WP", "WP$", "WRB"})


class VerbFrame:
    """One verb with its children by label."""

    def __init__(self, tree: Tree, verb: int) -> None:
        self.tree, self.verb = tree, verb
        self.by: dict[str, list[int]] = {}
        for kid in tree.kids[verb]:
            self.by.setdefault(tree.dep[kid], []).append(kid)
        self.passive = "auxpass" in self.by or "nsubjpass" in self.by or "agent" in self.by

    def one(self, label: str) -> int | None:
        found = self.by.get(label)
        return found[0] if found else None


def verb_candidates(tree: Tree, verb: int) -> Iterator[Candidate]:
    """Every reading of the verb as a cue; the lexicon tells which one holds, if any."""
    frame = VerbFrame(tree, verb)
    readings = list(_passive(frame) if frame.passive else _active(frame))
    if not readings:
        return
    source = _source(frame)
    lemma = _lemma(frame)
    for construction, key, cue_end, content in readings:
        cue = _cue(frame, cue_end)
        yield Candidate(verb, key or lemma, construction, cue, source, content)


Reading = tuple[str, str | None, int, list[Range]]
"""Construction, lemma if not the verb's, last token of the cue, content."""


def _active(frame: VerbFrame) -> Iterator[Reading]:
    tree, verb = frame.tree, frame.verb
    yield from _clauses(frame)
    target = frame.one("dobj")
    if target is not None and tree.tag[target] not in _WH and target > verb:
        start, end = tree.span(target)
        yield "object", None, verb, [(start, end)]
        for prep in frame.by.get("prep", ()):
            if prep >= end:
                yield f"object_{tree.lower[prep]}", None, verb, [(start, tree.span(prep)[1])]
        for prep in tree.kids[target]:
            # "accuses the north of smuggling": the parser may hang "of" on either.
            if tree.dep[prep] == "prep" and prep == target + 1:
                yield f"object_{tree.lower[prep]}", None, verb, [(start, end)]
        rest = frame.one("xcomp") or frame.one("oprd")
        if rest is not None and rest >= end:
            label = "object_to" if _infinitive(tree, rest) else "small"
            yield label, None, verb, [(start, tree.span(rest)[1])]
    elif frame.one("oprd") is not None:
        yield "small", None, verb, [tree.span(frame.by["oprd"][0])]
    for prep in frame.by.get("prep", ()):
        for label, _, last, content in _prepositional(frame, prep, "", verb):
            yield label, _idiom(tree, verb, target), last, content
        yield from _appeal(frame, prep)
    quality = frame.one("acomp")
    if quality is not None and quality > verb:
        yield from _quality(frame, quality)


def _lemma(frame: VerbFrame) -> str:
    """What the lexicon knows the verb by: who went on, continued."""
    tree, verb = frame.tree, frame.verb
    goes_on = tree.lemma[verb] == "go" and any(
        tree.lower[k] == "on" for k in frame.by.get("prt", ())
    )
    return "continue" if goes_on else tree.lemma[verb].lower()


def _idiom(tree: Tree, verb: int, target: int | None) -> str | None:
    """A verb and its object that are one cue: "took issue with"."""
    pair = None if target is None else (tree.lemma[verb], tree.lower[target])
    return " ".join(pair) if pair in _IDIOMS else None


def _clauses(frame: VerbFrame, prefix: str = "") -> Iterator[Reading]:
    tree, verb = frame.tree, frame.verb
    marks = {tree.lower[mark] for mark in frame.by.get("mark", ())}
    for clause in frame.by.get("ccomp", ()):
        if (clause < verb and marks & _SUBORDINATE) or joined(tree, clause):
            continue
        span = tree.span(clause)
        label = "clause"
        if _infinitive(tree, clause):
            label = "clause_to"
        elif clause > verb and tree.lower[span[0]] == "that":
            label = "that"
        elif not tree.is_verb(clause):
            label = "small"
        content = [_cut(span, verb)]
        if len(frame.by.get("nsubj", ())) > 1 and frame.by["nsubj"][0] < verb < clause:
            content.insert(0, tree.span(frame.by["nsubj"][0]))
        yield prefix + label, None, verb, content
    for clause in frame.by.get("xcomp", ()):
        if clause < verb:
            continue
        label = "to" if _infinitive(tree, clause) else "small"
        if tree.tag[clause] == "VBG":
            label = "ing"
        if label != "small" or "dobj" not in frame.by:
            yield prefix + label, None, verb, [tree.span(clause)]
    yield from _inserted(frame, prefix)


def _inserted(frame: VerbFrame, prefix: str) -> Iterator[Reading]:
    """The verb stands inside or after what it reports: "China, he said, will wait"."""
    tree, verb = frame.tree, frame.verb
    host = tree.head[verb]
    if host == verb or not frame.by.keys() & {"nsubj", "nsubjpass", "expl"}:
        return
    inserted = tree.dep[verb] in ("parataxis", "dep") and tree.is_verb(host)
    if tree.dep[verb] == "advcl":
        mark = frame.one("mark") or frame.one("advmod")
        inserted = mark is not None and tree.lower[mark] == "as"
        # “It is ours,” he said, as he pointed at it: what was said has its cue.
        inserted = inserted and not any(
            tree.dep[k] == "ccomp" and k < host for k in tree.kids[host]
        )
    if not inserted or "ccomp" in frame.by:
        return
    start, end = tree.span(host)
    low, high = tree.span(verb)
    content = [part for part in ((start, low), (high, end)) if part[0] < part[1]]
    if content:
        yield prefix + "insert", None, verb, content


def _appeal(frame: VerbFrame, prep: int) -> Iterator[Reading]:
    """Called *on them to leave*: who shall do it belongs to what is asked."""
    tree, verb = frame.tree, frame.verb
    inner, action = tree.kid(prep, "pobj"), frame.one("xcomp")
    if inner is not None and action is not None and verb < prep < action:
        content = (tree.span(inner)[0], tree.span(action)[1])
        yield f"{tree.lower[prep]}_to", None, prep, [content]


def _prepositional(frame: VerbFrame, prep: int, prefix: str, after: int) -> Iterator[Reading]:
    tree = frame.tree
    inner = tree.kid(prep, "pobj", "pcomp")
    if inner is None or prep < after or (tree.tag[inner] in _WH and tree.dep[inner] == "pobj"):
        return
    end = prep if prep - after <= 4 else after
    yield f"{prefix}{tree.lower[prep]}", None, end, [tree.span(inner)]


def _quality(frame: VerbFrame, quality: int) -> Iterator[Reading]:
    """Adjectives: "is certain that", "was happy to", "is critical of"."""
    tree = frame.tree
    lemma = tree.lemma[quality].lower()
    kids = tree.kids[quality] + frame.by.get("ccomp", []) + frame.by.get("xcomp", [])
    for kid in kids:
        if kid < quality:
            continue
        if tree.dep[kid] == "ccomp":
            yield "be_that", lemma, quality, [tree.span(kid)]
        elif tree.dep[kid] == "xcomp":
            yield "be_to", lemma, quality, [tree.span(kid)]
        elif tree.dep[kid] == "prep":
            for label, _, end, content in _prepositional(frame, kid, "be_", quality):
                yield label, lemma, end, content


def _passive(frame: VerbFrame) -> Iterator[Reading]:
    tree, verb = frame.tree, frame.verb
    by = "_by" if "agent" in frame.by else ""
    about = frame.one("nsubjpass")
    if about is not None and tree.lower[about] == "it":
        for label, key, end, content in _clauses(frame, "pass_it_"):
            yield label + by, key, end, content
    if about is None and tree.dep[verb] == "acl":
        about_span: list[Range] = [noun_phrase(tree, tree.head[verb], without=verb)]
    elif about is not None:
        about_span = [tree.span(about)]
    else:
        return
    yield "pass" + by, None, verb, about_span
    for label in ("xcomp", "oprd", "ccomp"):
        rest = frame.one(label)
        if rest is None or rest < verb:
            continue
        name = "to" if _infinitive(tree, rest) else "that" if label == "ccomp" else "small"
        content = [*about_span, (max(verb + 1, tree.span(rest)[0]), tree.span(rest)[1])]
        yield f"pass_{name}{by}", None, verb, content
    for prep in frame.by.get("prep", ()):
        if prep > verb:
            yield f"pass_{tree.lower[prep]}{by}", None, verb, [*about_span, tree.span(prep)]


def _source(frame: VerbFrame) -> Range | None:
    tree, verb = frame.tree, frame.verb
    if frame.passive:
        agent = frame.one("agent")
        inner = tree.kid(agent, "pobj") if agent is not None else None
        return None if inner is None else noun_phrase(tree, inner)
    own = subject(tree, verb)
    head = own if own is not None else shared_subject(tree, verb)
    if head is None or (tree.lower[head] in ("it", "there") and tree.dep[head] == "expl"):
        return None
    clause = verb
    while clause != head and tree.head[clause] not in (clause, head):
        clause = tree.head[clause]
    inside = clause if tree.head[clause] == head and clause != head else None
    return noun_phrase(tree, head, without=inside)


def _cue(frame: VerbFrame, end: int) -> Range:
    """The verb with its auxiliaries, negation, particle and what links it to the content."""
    tree, verb = frame.tree, frame.verb
    start = first = _first_of_chain(tree, verb)
    while start > 0 and tree.head[start - 1] == first and tree.dep[start - 1] in _CUE_DEPS:
        start -= 1
    last = max([end, *(k for k in frame.by.get("prt", ()) if k == end + 1)])
    return start, last + 1


def _first_of_chain(tree: Tree, verb: int) -> int:
    """Where "is likely to say", "has tried to show" begins: its topmost verb."""
    at = verb
    while tree.dep[at] in ("xcomp", "acomp") and tree.head[at] < at:
        above = tree.head[at]
        if any(tree.dep[k] in ("dobj", "dative") and k < at for k in tree.kids[above]):
            break
        at = above
    return at if tree.is_verb(at) else verb


def _infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.tag[k] == "TO" for k in tree.kids[verb] if k < verb)


def _cut(span: Range, verb: int) -> Range:
    """The part of a clause on its own side of the verb, where the parser let it run across."""
    start, end = span
    if start <= verb < end:
        return (start, verb) if verb - start > end - verb else (verb + 1, end)
    return span


def bare_candidate(tree: Tree, verb: int) -> Candidate:
    """The verb as a cue with its source and no content yet."""
    frame = VerbFrame(tree, verb)
    lemma = _lemma(frame)
    return Candidate(verb, lemma, "", _cue(frame, verb), _source(frame), [])
