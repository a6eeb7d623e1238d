"""Threads: claims that say the same, found as claims come and put right from time to time.

An archive stores a `Row` of each claim. When an article comes, `assigned` says which thread each of
its claims joins. `repaired` groups all claims anew, in whatever order they came, under what people
judged; `named` gives the groups the ids that they had. `nearest` finds what is like one claim.
"""

from claims.comparison.threads.alike import cohesion, likelihood, may_be_alike, nearest
from claims.comparison.threads.assignment import Assigned, assigned
from claims.comparison.threads.ids import Named, named
from claims.comparison.threads.points import Points, Row
from claims.comparison.threads.repair import Links, repaired
from claims.comparison.threads.wordings import packed_wordings

__all__ = [
    "Assigned",
    "Links",
    "Named",
    "Points",
    "Row",
    "assigned",
    "cohesion",
    "likelihood",
    "may_be_alike",
    "named",
    "nearest",
    "packed_wordings",
    "repaired",
]
