"""How many threads the numeric libraries use in a process."""

from __future__ import annotations

import os
from typing import Final

# Read by the libraries when they load.
_VARIABLES: Final = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)


def use_one_thread() -> None:
    """Have libraries that are not loaded yet compute in one thread, here and in what is started.

    Where other processes keep the cores busy, further threads only wait for each other, and those
    of products of small matrices cost more than they save.
    """
    os.environ.update(dict.fromkeys(_VARIABLES, "1"))
