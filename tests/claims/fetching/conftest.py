"""A site on this machine, to fetch from."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import SimpleQueue

import pytest


@dataclass
class Site:
    """What a site answers: status, headers and body by path; and what it was asked."""

    address: str = ""
    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    dripping: set[str] = field(default_factory=set)
    """Paths of which a byte is sent at a time, a hundred a second."""
    dripping_headers: set[str] = field(default_factory=set)
    """Paths before which a long header is sent so."""
    sent_whole: SimpleQueue[bool] = field(default_factory=SimpleQueue)
    """Whether each of these was sent to its end, or who asked had left."""

    def page(self, path: str, body: str, **headers: str) -> str:
        """Put a page up; returns its address."""
        told = {"Content-Type": "text/html; charset=utf-8"}
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = (200, told, body.encode())
        return self.address + path


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append(self.path)
            status, headers, body = found.answers.get(self.path, (404, {}, b""))
            if (mark := headers.get("ETag")) and self.headers.get("If-None-Match") == mark:
                status, body = 304, b""
            self.send_response(status)
            if self.path in found.dripping_headers:
                self.flush_headers()
                found.sent_whole.put(self.drip(b"X-Long: " + b"a" * 400 + b"\r\n"))
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.path in found.dripping:
                found.sent_whole.put(self.drip(body))
            else:
                self.wfile.write(body)

        def drip(self, body: bytes) -> bool:
            try:
                for byte in body:
                    time.sleep(0.01)
                    self.wfile.write(bytes([byte]))
            except OSError:
                return False
            return True

        def log_message(self, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        found.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield found
        server.shutdown()
        thread.join()
