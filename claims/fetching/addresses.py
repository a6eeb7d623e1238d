"""Which addresses may be asked: those of the public internet, unless others are allowed."""

from __future__ import annotations

import ipaddress
import socket
from typing import Final
from urllib.parse import urlsplit

from claims.fetching.errors import FetchError

_SCHEMES: Final = {"http": 80, "https": 443}
_NO_PAGE: Final = "it is no address of a page (http or https)"
_PRIVATE: Final = "it is an address of a private network; --allow-private allows it"


def check_form(address: str) -> tuple[str, int]:
    """The host and port of an address of the web.

    Raises:
        FetchError: It is none, or has a password in it.
    """
    try:
        parts = urlsplit(address)
        port = parts.port or _SCHEMES.get(parts.scheme, 0)
    except ValueError:
        raise FetchError(address, _NO_PAGE) from None
    if parts.scheme not in _SCHEMES or not parts.hostname or not port:
        raise FetchError(address, _NO_PAGE)
    if parts.username is not None or parts.password is not None:
        raise FetchError(address, "it has a user name or a password in it")
    return parts.hostname, port


def check_address(address: str, *, allow_private: bool) -> None:
    """Refuse an address that is none of the web, or leads into a private network.

    Raises:
        FetchError: It is one of these, or its host is not known.
    """
    host, port = check_form(address)
    if allow_private:
        return
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(address, "its host is not known") from error
    for *_, location in found:
        check_number(address, str(location[0]))


def check_number(address: str, number: str) -> None:
    """Refuse a numeric address that is none of the public internet.

    Raises:
        FetchError: It is such a one.
    """
    parsed = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped is not None:
        parsed = parsed.ipv4_mapped
    if not parsed.is_global or parsed.is_multicast:
        raise FetchError(address, _PRIVATE)
