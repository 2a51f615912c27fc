"""Shows the built site on this machine, as a host would."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what is not there."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def server_for(site: Path, port: int) -> ThreadingHTTPServer:
    """A server of the folder on loopback; raises OSError if the port is taken."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(_Quiet, directory=str(site)))


def serve_site(site: Path, port: int, ready: Callable[[str], None]) -> None:
    """Serve until interrupted; `ready` is called with the address once it answers."""
    with server_for(site, port) as server, suppress(KeyboardInterrupt):
        ready(f"http://127.0.0.1:{server.server_address[1]}/")
        server.serve_forever()
