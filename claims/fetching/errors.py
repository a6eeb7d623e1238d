"""The one error that fetching raises."""

from __future__ import annotations


class FetchError(Exception):
    """An address that gives no page; ``str()`` is one line, "address: reason"."""

    def __init__(self, address: str, reason: str) -> None:
        self.address = address
        self.reason = reason
        super().__init__(address, reason)

    def __str__(self) -> str:
        return " ".join(f"{self.address}: {self.reason}".split())
