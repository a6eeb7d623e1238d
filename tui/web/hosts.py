"""Under which names a server may be asked, and by whose pages.

A page from anywhere can have its own name resolve to this machine (DNS rebinding), and then ask
whatever it likes of a server that answers to any name.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_AUTHORITY: Final = re.compile(
    r"(?P<name>\[[0-9A-Fa-f:.]+\]|[\w.-]+)(?::(?P<port>\d{1,5}))?", re.ASCII
)
_PORTS: Final = {"http": 80, "https": 443}
_LOCAL_NAME: Final = "localhost"


@dataclass(frozen=True, slots=True)
class HostPort:
    """Where a request goes, or comes from.

    Args:
        name: A host name in lower case, or an address in its usual spelling.
        port: None for that of the scheme.
    """

    name: str
    port: int | None


def host_name(written: str) -> str:
    """A name or address of a host in the one spelling in which it is compared.

    Raises:
        ValueError: It is neither.
    """
    bare = written[1:-1] if written.startswith("[") and written.endswith("]") else written
    try:
        address = ipaddress.ip_address(bare.partition("%")[0])
    except ValueError:
        name = written.rstrip(".").encode("idna").decode().lower()
        if not re.fullmatch(r"[\w.-]+", name, re.ASCII):
            raise ValueError(f"{written}: not the name of a host") from None
        return name
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return str(mapped or address)


def read_host_port(written: str) -> HostPort | None:
    """What a Host header names; None if it is none."""
    match = _AUTHORITY.fullmatch(written)
    if match is None:
        return None
    try:
        return HostPort(host_name(match["name"]), int(match["port"]) if match["port"] else None)
    except ValueError:
        return None


def is_loopback(name: str) -> bool:
    """Whether only this machine can reach a host name or address."""
    name = host_name(name)
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == _LOCAL_NAME


def is_own_page(origin: str, host: HostPort) -> bool:
    """Whether an Origin header is of a page that comes from the host that is asked."""
    scheme, _, rest = origin.partition("://")
    host_port = read_host_port(rest)
    usual = _PORTS.get(scheme)
    if host_port is None or usual is None or host_port.name != host.name:
        return False
    return (host_port.port or usual) == (host.port or usual)


class Allowed:
    """The names under which a server answers.

    Args:
        names: Names and addresses, in any spelling, beside those of this machine alone.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.names = frozenset(map(host_name, names))

    def has(self, name: str, reached: str | None) -> bool:
        """Whether it answers to a name.

        Args:
            name: As `read_host_port` has it.
            reached: The address of this machine at which the request came in, if that is known:
                no page can have its own name be an address.
        """
        if name in self.names or is_loopback(name):
            return True
        return reached is not None and name == host_name(reached)
