"""Which addresses may be asked."""

from __future__ import annotations

import pytest

from claims.fetching.addresses import check_address, check_number
from claims.fetching.errors import FetchError


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd", "ftp://a.example/x", "gazette.example/x", "http://", "http://a:999999/",
        "https://user:secret@gazette.example/", "javascript:alert(1)",
        "http://[a/",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_page_is_refused(address: str) -> None:
    with pytest.raises(FetchError, match=r"no address of a page|a user name or a password"):
        check_address(address, allow_private=True)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://localhost:8080/", "http://[::1]/", "http://10.1.2.3/",
        "http://192.168.0.1/", "http://169.254.169.254/latest/", "http://0.0.0.0/",
        "http://[::ffff:127.0.0.1]/", "http://2130706433/", "http://224.0.0.1/",
    ],
)  # fmt: skip
def test_private_networks_are_refused_unless_allowed(address: str) -> None:
    with pytest.raises(FetchError, match="an address of a private network"):
        check_address(address, allow_private=False)
    check_address(address, allow_private=True)


def test_public_numbers_may_be_asked() -> None:
    check_number("http://a.example/", "93.184.215.14")
    check_number("http://a.example/", "2606:2800:21f:cb07:6820:80da:af6b:8b2c")
