"""What the parser says of each word piece: part of speech, dependency label and its head.

Fed beside the pieces; 0 is "not known", so that a text without a parse can be read too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from claims.tagger.windows import WordPieces

if TYPE_CHECKING:
    from spacy.tokens import Doc

# fmt: off
POS: Final = (
    "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "HYPH",
    "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP",
    "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ",
    "WDT", "WP", "WP$", "WRB", "XX", "_SP", "``",
)
"""Parts of speech (Penn Treebank), numbered from 1."""

DEPS: Final = (
    "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass",
    "case", "cc", "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det",
    "dobj", "expl", "intj", "mark", "meta", "neg", "nmod", "npadvmod", "nsubj", "nsubjpass",
    "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss", "preconj", "predet", "prep", "prt",
    "punct", "quantmod", "relcl", "xcomp",
)
"""Dependency labels (ClearNLP), numbered from 1."""
# fmt: on

_POS_NUMBER: Final = {name: number for number, name in enumerate(POS, start=1)}
_DEP_NUMBER: Final = {name: number for number, name in enumerate(DEPS, start=1)}


@dataclass(frozen=True, slots=True)
class Syntax:
    """The parse of a text of n tokens.

    Args:
        starts: Where each token starts, in code points.
        pos: Number of its part of speech.
        deps: Number of its dependency label.
        heads: Index of the token that it hangs on; its own for a root.
    """

    starts: Sequence[int]
    pos: Sequence[int]
    deps: Sequence[int]
    heads: Sequence[int]

    @classmethod
    def of(cls, doc: Doc) -> Syntax:
        """The parse of a document."""
        strings = doc.vocab.strings
        columns = doc.to_array(["TAG", "DEP"])
        kinds, links = columns[:, 0].tolist(), columns[:, 1].tolist()
        pos = {kind: _POS_NUMBER.get(strings[kind], 0) for kind in set(kinds)}
        deps = {link: _DEP_NUMBER.get(strings[link], 0) for link in set(links)}
        return cls(
            [token.idx for token in doc],
            [pos[kind] for kind in kinds],
            [deps[link] for link in links],
            [token.head.i for token in doc],
        )


def with_syntax(pieces: WordPieces, syntax: Syntax) -> WordPieces:
    """The pieces, each with what the parser says of its token; a head stands as its first piece."""
    if not syntax.starts or not pieces.offsets:
        return pieces
    starts = [start for start, _ in pieces.offsets]
    tokens = [max(0, bisect_right(syntax.starts, start) - 1) for start in starts]
    named = [pieces.ids[max(0, bisect_right(starts, start) - 1)] for start in syntax.starts]
    return replace(
        pieces,
        pos=[syntax.pos[token] for token in tokens],
        deps=[syntax.deps[token] for token in tokens],
        heads=[named[syntax.heads[token]] for token in tokens],
    )
