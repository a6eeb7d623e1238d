"""What claims mean, compared: sentence vectors of them, and how likely two say the same.

An archive makes a `Statement` of each claim (`named_content` puts names in place of pronouns that
are resolved), leaves out what does not `contents.says_something`, and has an `encoder.Encoder` read
its `text` once for both vectors. It keeps these `storage.packed`, with the `marks_of` its words,
under the ``SHA256`` and the ``FORM`` there. A speaker with another name changes the text.
`same` gives how likely two say the same; `claims.comparison.threads` does so for many. The
encoder loads the inference runtime, the rest does not.
"""

from claims.comparison.meaning.judge import THRESHOLD, same
from claims.comparison.meaning.likeness import Marks, marks_of
from claims.comparison.meaning.pronouns import named_content, reflexive
from claims.comparison.meaning.statement import Statement

__all__ = [
    "THRESHOLD",
    "Marks",
    "Statement",
    "marks_of",
    "named_content",
    "reflexive",
    "same",
]
