"""Which content is most typical of a thread, by what its claims mean."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from sqlalchemy import Connection

from claims.comparison.threads import cohesion
from claims.comparison.threads.labels import Worded, label
from db.comparison.meanings import read_points


def typical(connection: Connection, threads: Mapping[int, Mapping[int, Worded]]) -> dict[int, str]:
    """The most typical content of each thread; of one whose claims have no vectors there is none.

    Args:
        connection: To the archive.
        threads: By number, what their claims say by the claims' numbers.
    """
    points = read_points(connection, [claim for said in threads.values() for claim in said])
    at = {claim: index for index, claim in enumerate(points.ids.tolist())}
    found = {}
    for thread, said in threads.items():
        claims = [claim for claim in said if claim in at]
        if claims:
            here = points.take(np.array([at[claim] for claim in claims], dtype=np.intp))
            found[thread] = label([said[claim] for claim in claims], cohesion(here))
    return found
