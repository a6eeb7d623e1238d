"""Who may use the server: its own page, under a name of this machine; and what it gives out."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import tui.web
from tests.tui.archives import ARTICLES, make_archive
from tests.tui.web.conftest import ELSEWHERE, Serve, Served, start
from tui.session.logs import log_file

UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


@pytest.fixture(scope="module")
def _started() -> Iterator[list[Served]]:
    """The one server of these tests, as none does anything to it, once it is started."""
    started: list[Served] = []
    yield started
    for one in started:
        one.process.kill()
        one.process.communicate()


@pytest.fixture
def served(
    _started: list[Served], serve: Serve, tmp_path_factory: pytest.TempPathFactory
) -> Served:
    """``claims serve`` on an archive, to this machine."""
    if not _started:
        archive = make_archive(tmp_path_factory.mktemp("web") / "web.db", ARTICLES)
        archive.dispose()
        _started.append(start(archive, ()))
    return _started[0]


def asked(served: Served, path: str, **headers: str) -> tuple[int, dict[str, str], str]:
    """Status, headers and body of an answer."""
    place = urlsplit(served.url)
    connection = HTTPConnection(place.hostname or "", place.port, timeout=60)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    more = UPGRADE if path.startswith("/ws?") else {}
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


def sent(served: Served, *lines: str) -> str:
    """The answer to a request as it is written here."""
    place = urlsplit(served.url)
    with socket.create_connection((place.hostname or "", place.port or 0), 60) as plain:
        plain.sendall("".join(f"{line}\r\n" for line in [*lines, "Connection: close", ""]).encode())
        answer = b""
        while part := plain.recv(65_536):
            answer += part
    return answer.decode()


def log_of_server() -> str:
    """What the servers of these tests have logged so far."""
    return log_file().read_text(encoding="utf-8") if log_file().exists() else ""


def test_open_to_other_machines_it_still_answers_to_its_own_names_alone(serve: Serve) -> None:
    with serve("--host", "0.0.0.0", "--allow-host", "Desk.Example") as served:
        port = urlsplit(served.url).port
        for host in (
            "LOCALHOST",
            f"127.0.0.1:{port}",
            f"[::1]:{port}",
            "desk.example:99",
            "0.0.0.0",
        ):
            assert asked(served, "/", Host=host)[0] == 200, host
        for host in (ELSEWHERE, f"{ELSEWHERE}:{port}", "192.168.0.9", "localhost.news.example"):
            status, _, body = asked(served, "/", Host=host)
            name = host.partition(":")[0]
            assert (status, body) == (
                403,
                f"{name} is not a name of this server; 'claims serve --allow-host {name}' makes "
                "it one.\n",
            )
        own = asked(
            served, "/ws?width=80&height=24", Host="desk.example", Origin="http://Desk.Example:80"
        )
        assert own[0] == 101
        for origin in (f"http://{ELSEWHERE}", "http://desk.example:81", "https://", "null"):
            assert asked(served, "/ws?width=80", Host="desk.example", Origin=origin)[0] == 403


NO_HOST = (
    (),
    ("Host:",),
    ("Host: localhost@news.example",),
    ("Host: [::1",),
    ("Host: a, b",),
    ("Host: localhost", "Host: news.example"),
)

NO_FILES = (
    *("/page/server.py", "/page/app_index.html", "/page/page.css/", "/page//page.css"),
    *("/page", "/page/", "/static/", "/static/images/background.png", "/favicon.ico"),
    *("/page/../server.py", "/page/%2e%2e/server.py", "/static/js/../js/textual.js"),
)


def test_a_request_that_names_no_host_gets_a_line(served: Served) -> None:
    before = len(log_of_server())
    for host in NO_HOST:
        for version in ("HTTP/1.0", "HTTP/1.1"):
            head, _, body = sent(served, f"GET / {version}", *host).partition("\r\n\r\n")
            assert head.split()[1] == "400", (host, version)
            assert len(body.splitlines()) == 1, (host, version)
    assert "Traceback" not in log_of_server()[before:]


def test_only_files_of_the_page_are_served(served: Served) -> None:
    for path in NO_FILES:
        assert sent(served, f"GET {path} HTTP/1.0", "Host: localhost").split()[1] == "404", path


def test_files_of_the_page_are_served(served: Served) -> None:
    status, headers, body = asked(served, "/page/page.css")
    assert (status, headers["Content-Type"]) == (200, "text/css")
    assert body == (Path(tui.web.__file__).with_name("page.css")).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("asked_for", "size"), [("1", "2"), ("-3", "2"), ("20", "20"), ("x", "16")]
)
def test_letters_are_never_so_small_that_the_page_cannot_count_them(
    served: Served, asked_for: str, size: str
) -> None:
    _, _, body = asked(served, f"/?fontsize={asked_for}")
    assert f'data-font-size="{size}"' in body


def test_a_socket_that_is_none_gets_a_line(served: Served) -> None:
    before = len(log_of_server())
    status, headers, body = asked(served, "/ws")
    assert (status, headers["Upgrade"]) == (426, "websocket")
    assert body == "This is for the page's own socket; open / instead.\n"
    assert "Traceback" not in log_of_server()[before:]


def test_a_size_that_is_no_number_gets_a_line(served: Served) -> None:
    for width, height, wrong in (("wide", 24, "width"), (80, "1e9", "height"), ("", 24, "width")):
        status, _, body = asked(served, f"/ws?width={width}&height={height}")
        assert (status, body) == (400, f"The {wrong} is not a whole number.\n")
