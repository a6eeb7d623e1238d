"""Doing again what failed for a reason that passes: another writer, a server that is restarted."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final, TypeVar

from sqlalchemy.exc import DBAPIError

from db.connection.errors import away, passing

WAITS: Final = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds to wait for a server that is away, one after the other; a restart takes a few."""

_Given = TypeVar("_Given")


def retried(act: Callable[[], _Given]) -> _Given:
    """What something gives that may be done again, such as one whole transaction.

    Args:
        act: Done once more where another writer came first, and a few times where the server is
            away.

    Raises:
        DBAPIError: It fails all the same, or for another reason.
    """
    waits = iter(WAITS)
    again = True
    while True:
        try:
            return act()
        except DBAPIError as error:
            if away(error):
                seconds = next(waits, None)
                if seconds is None:
                    raise
                time.sleep(seconds)
            elif again and passing(error):
                again = False
            else:
                raise
