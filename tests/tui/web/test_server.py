"""Who may use the server: its own page, under a name of this machine."""

from __future__ import annotations

from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from tests.tui.web.conftest import Served

UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


def asked(served: Served, path: str, **headers: str) -> tuple[int, dict[str, str], str]:
    """Status, headers and body of an answer."""
    place = urlsplit(served.url)
    connection = HTTPConnection(place.hostname or "", place.port, timeout=60)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    more = UPGRADE if path.startswith("/ws") else {}
    connection.request("GET", path, headers={**more, **named})
    answer = connection.getresponse()
    body = "" if answer.status == 101 else answer.read().decode()
    connection.close()
    return answer.status, dict(answer.getheaders()), body


def test_its_own_page_may(served: Served) -> None:
    host = urlsplit(served.url).netloc
    status, headers, body = asked(served, "/")
    assert status == 200
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "https://" not in body
    assert asked(served, "/", Host=f"localhost:{urlsplit(served.url).port}")[0] == 200
    assert asked(served, "/ws?width=80&height=24", Origin=f"http://{host}")[0] == 101


@pytest.mark.parametrize("origin", ["http://news.example", "null", "http://127.0.0.1:1"])
def test_a_page_from_elsewhere_may_not(served: Served, origin: str) -> None:
    assert asked(served, "/ws?width=80&height=24", Origin=origin)[0] == 403


@pytest.mark.parametrize("host", ["news.example", "news.example:8000", "192.168.0.9"])
def test_a_name_of_elsewhere_does_not_reach_it(served: Served, host: str) -> None:
    assert asked(served, "/", Host=host)[0] == 403
