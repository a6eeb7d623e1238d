"""The one error that fetching raises is one line."""

from __future__ import annotations

from claims.fetching.errors import FetchError


def test_it_names_the_address_and_the_reason_on_one_line() -> None:
    error = FetchError("https://x.example/a", "it took\n too long")
    assert str(error) == "https://x.example/a: it took too long"
    assert (error.address, error.reason) == ("https://x.example/a", "it took\n too long")
