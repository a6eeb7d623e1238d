"""What articles say, compared: which are copies of one text. Knows no database and no screen.

An archive stores the `sampled` `shingles` of each article's `body_of`. When one more comes, it
counts in how many stories each of its sample stands, looks up by the `telling` ones who shares
any, reads again those who are `likely`, keeps the `overlap` of those that `are_copies`, and asks
`join` which story that makes; `stories` groups a whole archive anew, to the same result.
"""

from claims.comparison.stories.copies import are_copies, likely, overlap, telling
from claims.comparison.stories.grouping import Copy, Joined, Member, arranged, join, stories
from claims.comparison.stories.shingles import body_of, sampled, shingles

__all__ = [
    "Copy",
    "Joined",
    "Member",
    "are_copies",
    "arranged",
    "body_of",
    "join",
    "likely",
    "overlap",
    "sampled",
    "shingles",
    "stories",
    "telling",
]
