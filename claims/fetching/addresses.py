"""Which addresses may be asked: those of the public internet, unless others are allowed."""

from __future__ import annotations

import ipaddress
import socket
from typing import Final
from urllib.parse import urlsplit

from claims.fetching.errors import FetchError

_SCHEMES: Final = {"http": 80, "https": 443}
_PRIVATE: Final = "it is an address of a private network; --allow-private allows it"


def check_address(address: str, *, allow_private: bool) -> None:
    """Refuse an address that is none of the web, or leads into a private network.

    Raises:
        FetchError: It is one of these, or its host is not known.
    """
    parts = urlsplit(address)
    try:
        port = parts.port or _SCHEMES.get(parts.scheme, 0)
    except ValueError:
        port = 0
    if parts.scheme not in _SCHEMES or not parts.hostname or not port:
        raise FetchError(address, "it is no address of a page (http or https)")
    if parts.username is not None or parts.password is not None:
        raise FetchError(address, "it has a user name or a password in it")
    if allow_private:
        return
    try:
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
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
