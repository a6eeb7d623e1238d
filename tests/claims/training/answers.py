"""Answers to learn from."""

from __future__ import annotations

from claims.training.fit_speaker_confidence import Answer
from claims.training.logistic import Example

# Names are right nine times in ten, what is guessed half of the time.
ANSWERS = [
    Answer("name", Example({how: 1.0}, article % 10 < tenths, article))
    for how, tenths in (("name", 9), ("guess", 5))
    for article in range(100)
]
