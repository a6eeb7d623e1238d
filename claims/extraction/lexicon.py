"""How likely a cue in a construction is an attribution: counted on annotated news, kept as JSON.

``python -m claims.extraction.lexicon_build`` makes the file. A pair of lemma and construction that
the annotated articles never show falls back on its construction.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

FILE = "lexicon.json"
# Cues that never reach this are not looked at, which saves most of the work.
_USEFUL = 0.2


class Lexicon:
    """Precision of cues.

    Args:
        pairs: By construction, then lemma.
        priors: By construction, for lemmas not counted.
    """

    def __init__(self, pairs: dict[str, dict[str, float]], priors: dict[str, float]) -> None:
        self.pairs, self.priors = pairs, priors
        self._useless = {
            lemma
            for lemma in {lemma for known in pairs.values() for lemma in known}
            if all(known.get(lemma, 0.0) < _USEFUL for known in pairs.values())
        }

    def wanted(self, lemma: str) -> bool:
        """Whether any construction makes the lemma a cue; the others need not be looked at."""
        return lemma not in self._useless

    def precision(self, lemma: str, construction: str) -> float:
        """Between 0 and 1; 0 for a construction never seen."""
        known = self.pairs.get(construction)
        if known is not None and lemma in known:
            return known[lemma]
        return self.priors.get(construction, 0.0)


@cache
def lexicon() -> Lexicon:
    """The shipped one, read once."""
    data = json.loads(files(__package__).joinpath(FILE).read_text(encoding="utf-8"))
    return Lexicon(data["pairs"], data["priors"])
