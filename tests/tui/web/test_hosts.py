"""Names of hosts, as requests and pages write them."""

from __future__ import annotations

import pytest

from tui.web.hosts import Allowed, HostPort, host_name, is_loopback, is_own_page, read_host_port


@pytest.mark.parametrize(
    ("written", "host_port"),
    [
        ("localhost", HostPort("localhost", None)),
        ("LocalHost.:8000", HostPort("localhost", 8000)),
        ("127.0.0.1:80", HostPort("127.0.0.1", 80)),
        ("[::1]:8000", HostPort("::1", 8000)),
        ("[0:0:0:0:0:0:0:1]", HostPort("::1", None)),
        ("[::FFFF:127.0.0.1]", HostPort("127.0.0.1", None)),
        ("xn--bcher-kva.example", HostPort("xn--bcher-kva.example", None)),
    ],
)
def test_a_host_and_port_are_read(written: str, host_port: HostPort) -> None:
    assert read_host_port(written) == host_port


@pytest.mark.parametrize(
    "written",
    [
        "",
        ":80",
        "::1",
        "[::1",
        "[news.example]",
        "a b",
        "a/b",
        "ann@localhost",
        "a:b",
        "a:",
        "..",
        "localhost:123456",
        "localhost:80:80",
        "localhost\n",
        "bücher.example",
        "a" * 64,
    ],
)
def test_what_is_no_host(written: str) -> None:
    assert read_host_port(written) is None


def test_names_are_compared_in_one_spelling() -> None:
    assert host_name("Bücher.Example.") == "xn--bcher-kva.example"
    assert host_name("[FE80::1%eth0]") == host_name("fe80::1%1") == "fe80::1"


@pytest.mark.parametrize("name", ["localhost", "LOCALHOST", "127.8.8.8", "::1", "::ffff:127.0.0.1"])
def test_names_of_this_machine_alone(name: str) -> None:
    assert is_loopback(name)


@pytest.mark.parametrize("name", ["0.0.0.0", "::", "192.168.0.9", "localhost.news.example"])
def test_names_that_others_reach(name: str) -> None:
    assert not is_loopback(name)


def test_an_address_is_allowed_where_the_request_came_in() -> None:
    allowed = Allowed(["0.0.0.0"])
    assert allowed.has("192.168.0.9", "192.168.0.9")
    assert allowed.has("192.168.0.9", "::ffff:192.168.0.9")
    assert not allowed.has("192.168.0.9", "192.168.0.8")
    assert not allowed.has("192.168.0.9", None)


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("http://localhost:8000", "localhost:8000"),
        ("http://LOCALHOST", "localhost:80"),
        ("https://news.example", "news.example"),
        ("https://news.example:443", "news.example"),
        ("http://[::1]:8000", "[::1]:8000"),
    ],
)
def test_a_page_of_the_host_itself(origin: str, host: str) -> None:
    host_port = read_host_port(host)
    assert host_port is not None
    assert is_own_page(origin, host_port)


@pytest.mark.parametrize(
    "origin",
    [
        "null",
        "",
        "localhost:8000",
        "http://localhost",
        "http://localhost:8001",
        "file://",
        "http://news.example:8000",
        "ftp://localhost:8000",
        "http://localhost:8000/",
        "http://127.0.0.1:8000",
    ],
)
def test_a_page_of_another_host(origin: str) -> None:
    assert not is_own_page(origin, HostPort("localhost", 8000))
