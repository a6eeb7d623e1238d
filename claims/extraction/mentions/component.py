"""The names of an article, whole, and who bears them."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from claims.extraction.document.analysis import Names, analysis
from claims.extraction.document.tokens import Tokens
from claims.extraction.mentions.also_known import also_known, same_kinds
from claims.extraction.mentions.clusters import gather
from claims.extraction.mentions.find import find_mentions
from claims.extraction.mentions.gender_hints import hinted_genders
from claims.extraction.mentions.repair import repaired


@Language.component("claims_mentions", requires=["doc.ents"])
def add_mentions(doc: Doc) -> Doc:
    """Finds the names of the article and gathers those of one bearer."""
    known = analysis(doc)
    tokens = Tokens(doc, known.quotations)
    mentions = same_kinds(tokens, repaired(tokens, find_mentions(doc, tokens)))
    clusters = gather(
        mentions, hinted_genders(tokens, mentions), list(also_known(tokens, mentions))
    )
    known.names = Names(tokens, clusters)
    return doc
