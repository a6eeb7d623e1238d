"""What articles say, compared: which are copies of one text, which quotations are copies of each
other, and which claims say the same or deny it. Knows no database and no screen.

**Stories.** An archive stores the `sampled` `shingles` of each article's `body_of`. When one more
comes, it counts in how many stories each of its sample stands, looks up by the `telling` ones who
shares any, reads again those who are `likely`, keeps the `overlap` of those that `are_copies`, and
asks `join` which story that makes; `stories` groups a whole archive anew, to the same result.

**Quotations.** It stores the `index_keys` and the `weight_of` what of each claim is `quoted` inside
marks, once for each `words_key`. Candidates are those that share a key that is `worth_asking`, and
of these the `promising` ones; `compare` says how one is a copy of the other, `changes_of` shows
what differs, `is_reattributed` and `is_slogan` say what to make of the speakers, `are_run_together`
what to make of a longer one.

**Topics.** It stores of each claim the phrases that are `topical`, by their keys; `topics` says
which of them are one topic, and `label` what that is called.

**Meaning.** `claims.comparison.meaning`, `threads` and `relations` say themselves how they are
used. The first two compute with arrays; none is imported here.
"""

from claims.comparison.quotations.alignment import Alignment, align
from claims.comparison.quotations.changes import Alteration, Change, ChangeOp, changes_of
from claims.comparison.quotations.copies import (
    DAYS,
    QuotationCopy,
    compare,
    is_reattributed,
    ranked,
)
from claims.comparison.quotations.keys import (
    index_keys,
    promising,
    weight_of,
    words_key,
    worth_asking,
)
from claims.comparison.quotations.kinds import CopyKind, are_run_together
from claims.comparison.quotations.quoted import Quoted, likely_quoted, quoted, quoted_pieces
from claims.comparison.quotations.slogans import is_slogan, shared_keys, speakers_of_rarest
from claims.comparison.stories.copies import are_copies, likely, overlap, telling
from claims.comparison.stories.grouping import Copy, Joined, Member, arranged, join, stories
from claims.comparison.stories.shingles import body_of, sampled, shingles
from claims.comparison.topics.grouping import parts_of, topics
from claims.comparison.topics.keys import Topical, topical
from claims.comparison.topics.labels import as_form, forms_in, label, may_be_form

__all__ = [
    "DAYS",
    "Alignment",
    "Alteration",
    "Change",
    "ChangeOp",
    "Copy",
    "CopyKind",
    "Joined",
    "Member",
    "QuotationCopy",
    "Quoted",
    "Topical",
    "align",
    "are_copies",
    "are_run_together",
    "arranged",
    "as_form",
    "body_of",
    "changes_of",
    "compare",
    "forms_in",
    "index_keys",
    "is_reattributed",
    "is_slogan",
    "join",
    "label",
    "likely",
    "likely_quoted",
    "may_be_form",
    "overlap",
    "parts_of",
    "promising",
    "quoted",
    "quoted_pieces",
    "ranked",
    "sampled",
    "shared_keys",
    "shingles",
    "speakers_of_rarest",
    "stories",
    "telling",
    "topical",
    "topics",
    "weight_of",
    "words_key",
    "worth_asking",
]
