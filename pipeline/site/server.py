"""Shows the built site on this machine, as a host would."""

from __future__ import annotations

import gzip
import io
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

_PACKED = ("text/", "application/json", "application/xml", "image/svg+xml", "text/javascript")
"""What a host compresses: text of any sort."""


@lru_cache(maxsize=64)
def _compressed(path: Path, changed: int) -> bytes:
    """What a file holds, compressed; `changed` is when it was written last."""
    del changed
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)


def _tag(changed: int) -> str:
    """By which a browser asks whether what it has is still so."""
    return f'"{changed:x}"'


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else the body of an answer waits for the browser to acknowledge its head

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """The file that was asked for; text is compressed for those who can read that."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path = path / "index.html"
        kind = self.guess_type(path)
        packs = "gzip" in self.headers.get("Accept-Encoding", "") and kind.startswith(_PACKED)
        if not packs or not path.is_file():
            return super().send_head()
        changed = path.stat().st_mtime_ns
        body = b"" if (known := self.headers.get("If-None-Match") == _tag(changed)) else _compressed(path, changed)
        self.send_response(304 if known else 200)
        self.send_header("Cache-Control", "no-cache")
        self.send_header("ETag", _tag(changed))
        self.send_header("Vary", "Accept-Encoding")
        if not known:
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what is not there."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes() if self.command != "HEAD" else b""
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(page.stat().st_size))
        self.end_headers()
        self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up is no error of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def server_for(site: Path, port: int) -> ThreadingHTTPServer:
    """A server of the folder on loopback; raises OSError if the port is taken."""
    return _Server(("127.0.0.1", port), partial(_Quiet, directory=str(site)))


def serve_site(site: Path, port: int, ready: Callable[[str], None]) -> None:
    """Serve until interrupted; `ready` is called with the address once it answers."""
    with server_for(site, port) as server, suppress(KeyboardInterrupt):
        ready(f"http://127.0.0.1:{server.server_address[1]}/")
        server.serve_forever()
