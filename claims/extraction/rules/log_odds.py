"""How likely a cue is an attribution: weights counted on annotated news, kept as JSON.

``python -m claims.training.count_cues`` makes the file: for each construction and lemma the
share of its occurrences that annotators marked, and shifts (in log odds) for what stands around.
A lemma that the annotated articles never show in a construction falls back on the construction.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Final

from claims.logistic import chance, log_odds

FILE: Final = "log_odds.json"
# Cues rarer than this as attributions are not looked at: nothing around them could help.
_USEFUL: Final = 0.06
USUAL_LEMMA: Final = 0.1
"""The share of a lemma never counted."""
LEAST: Final = 0.001
"""How far shares are kept from 0 and 1."""


class Lexicon:
    """Weights of cues.

    Args:
        pairs: Share of attributions, by construction, then lemma.
        priors: The same by construction, for lemmas not counted.
        shifts: What the names of ``context`` add to the log odds.
        slope: What the pair's own log odds are multiplied by; ``intercept`` is added.
        lemmas: Share of attributions by lemma, in all constructions together.
        lemma_slope: What its log odds are multiplied by.
    """

    def __init__(
        self,
        pairs: dict[str, dict[str, float]],
        priors: dict[str, float],
        shifts: dict[str, float],
        slope: float,
        intercept: float,
        lemmas: dict[str, float],
        lemma_slope: float,
    ) -> None:
        self.pairs, self.priors, self.shifts = pairs, priors, shifts
        self.slope, self.intercept = slope, intercept
        self.lemmas, self.lemma_slope = lemmas, lemma_slope
        counted = {lemma for known in pairs.values() for lemma in known}
        self._useless = counted - {
            lemma for known in pairs.values() for lemma, share in known.items() if share >= _USEFUL
        }

    def wanted(self, lemma: str) -> bool:
        """Whether any construction makes the lemma a cue; the others need not be looked at."""
        return lemma not in self._useless

    def share(self, lemma: str, construction: str) -> float:
        """The share of attributions among cues like this; 0 for a construction never seen."""
        known = self.pairs.get(construction)
        if known is not None and lemma in known:
            return known[lemma]
        return self.priors.get(construction, 0.0)

    def useful(self, lemma: str, construction: str) -> bool:
        """Whether the cue is worth weighing with its context."""
        return self.share(lemma, construction) >= _USEFUL

    def probability(self, lemma: str, construction: str, context: Iterable[str]) -> float:
        """How likely the cue is an attribution where it stands, 0 to 1."""
        odds = self.intercept + self.slope * log_odds(self.share(lemma, construction), LEAST)
        odds += self.lemma_slope * log_odds(self.lemmas.get(lemma, USUAL_LEMMA), LEAST)
        odds += sum(self.shifts.get(name, 0.0) for name in context)
        return chance(odds)


@cache
def lexicon() -> Lexicon:
    """The shipped one, read once."""
    return Lexicon(**json.loads(files(__package__).joinpath(FILE).read_text(encoding="utf-8")))
