"""The built site on this machine, as a browser asks for it."""

from __future__ import annotations

import gzip
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from pipeline.site.server import server_for


@contextmanager
def asked(host: HTTPConnection, path: str, **headers: str) -> Iterator[tuple[HTTPResponse, bytes]]:
    host.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    with host.getresponse() as response:
        yield response, response.read()


@pytest.fixture
def host(tmp_path: Path) -> Iterator[HTTPConnection]:
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills/index.html").write_text("<p>Brotkrümel</p>", "utf-8")
    (tmp_path / "404.html").write_text("<p>nowhere</p>", "utf-8")
    with server_for(tmp_path, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        connection = HTTPConnection("127.0.0.1", server.server_address[1])
        yield connection
        connection.close()
        server.shutdown()


def test_what_a_browser_has_is_not_sent_again_until_it_changes(host: HTTPConnection, tmp_path: Path) -> None:
    with asked(host, "/skills/", Accept_Encoding="gzip") as (response, body):
        assert (response.status, gzip.decompress(body).decode()) == (200, "<p>Brotkrümel</p>")
        assert response.headers["Cache-Control"] == "no-cache"
        tag = response.headers["ETag"]
    with asked(host, "/skills/?q=x", Accept_Encoding="gzip", If_None_Match=tag) as (response, body):
        assert (response.status, body) == (304, b"")
    page = tmp_path / "skills/index.html"
    page.write_text("<p>anew</p>", "utf-8")
    os.utime(page, ns=(1, 1))
    with asked(host, "/skills/", Accept_Encoding="gzip", If_None_Match=tag) as (response, body):
        assert (response.status, gzip.decompress(body)) == (200, b"<p>anew</p>")


def test_who_cannot_read_gzip_gets_the_file_as_it_is(host: HTTPConnection) -> None:
    with asked(host, "/skills/", Accept_Encoding="identity") as (response, body):
        assert (response.status, body.decode(), response.headers["Content-Encoding"]) == (
            200,
            "<p>Brotkrümel</p>",
            None,
        )


def test_who_asks_for_the_head_gets_no_body(host: HTTPConnection) -> None:
    host.request("HEAD", "/juggling/")
    with host.getresponse() as response:
        assert response.status == 404
    with asked(host, "/skills/") as (response, _):
        assert response.status == 200


def test_what_is_nowhere_is_told_by_the_site(host: HTTPConnection) -> None:
    with asked(host, "/juggling/", Accept_Encoding="gzip") as (response, body):
        assert (response.status, body) == (404, b"<p>nowhere</p>")
