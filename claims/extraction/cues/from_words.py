"""The base form and class of a cue by its words alone, for cues that a person sets."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from claims.claim import CueClass
from claims.extraction.cues.lexicon import classes, known_form, phrases

_WORD: Final = re.compile(r"[\w'’-]+")


class ReadCue(NamedTuple):
    """What a cue's words tell; both None where they are not in the lists."""

    lemma: str | None
    cue_class: CueClass | None


def read_cue(cue: str) -> ReadCue:
    """Base form and class of a cue as written ("warned", "made clear").

    Without the sentence around it a word is taken for its usual meaning.
    """
    words = [word.casefold() for word in _WORD.findall(cue)]
    for at, word in enumerate(words):
        heads = dict.fromkeys((word, known_form(word, word) or word))
        for head in heads:
            for parts in phrases().get(head, ()):
                if tuple(words[at + 1 : at + len(parts)]) == parts[1:]:
                    return _read(" ".join(parts))
    known = (known_form(word, word) for word in words)
    return next((_read(form) for form in known if form is not None), ReadCue(None, None))


def _read(form: str) -> ReadCue:
    return ReadCue(form, classes().get(form))
