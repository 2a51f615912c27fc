"""The check of links to the web, against a server on loopback and with a clock that only sleep moves."""

from __future__ import annotations

import json
import socket
import threading
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from pipeline.model.diagnostic import Diagnostic
from pipeline.model.rules import EXTERNAL_LINK_ANSWERS
from pipeline.model.source import Span
from pipeline.site.external import ExternalCount, Options, check_external

SPAN = Span("content/guides/de-mle.md", 7, 7, 3)
START = 1_750_000_000.0
DAY = 24 * 3600
Answer = tuple[int, dict[str, str]]


class Host(ThreadingHTTPServer):
    """Answers each path with the next of its answers, the last one again and again, and keeps what was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.answers: dict[str, list[Answer]] = defaultdict(lambda: [(200, {})])
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.meet: threading.Barrier | None = None
        self.lingers = 0.0
        self.inside = 0
        self.crowded = threading.Event()


class _Handler(BaseHTTPRequestHandler):
    server: Host

    def _answer(self) -> None:
        host = self.server
        host.inside += 1
        if host.inside > 1:
            host.crowded.set()
        host.crowded.wait(host.lingers)  # gives a second request the time to come in, if one wrongly does
        host.asked.append(f"{self.command} {self.path}")
        host.agents.add(self.headers["User-Agent"])
        if host.meet:
            host.meet.wait(timeout=10)  # a bound for a failing run only
        answers = host.answers[f"{self.command} {self.path}" if f"HEAD {self.path}" in host.answers else self.path]
        status, headers = answers.pop(0) if len(answers) > 1 else answers[0]
        host.inside -= 1
        if not status:
            self.close_connection = True
            return
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET = _answer

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


class Clock:
    """Moves when somebody sleeps, and keeps how long they slept."""

    def __init__(self) -> None:
        self.now = START
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def _serve() -> Iterator[Host]:
    with Host() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    monkeypatch.setenv("no_proxy", "*")
    yield from _serve()


@pytest.fixture
def other_host() -> Iterator[Host]:
    yield from _serve()


class Web:
    """Runs the check, and shortens the server's name in what it says."""

    def __init__(self, cache: Path) -> None:
        self.cache = cache
        self.clock = Clock()
        self.options = Options(sleep=self.clock.sleep, clock=lambda: self.clock.now)
        self.count = ExternalCount(0, 0)

    def check(self, *urls: str) -> list[Diagnostic]:
        found: list[Diagnostic] = []
        self.count = check_external(dict.fromkeys(urls, (SPAN,)), self.cache, found.append, self.options)
        return found


@pytest.fixture
def web(tmp_path: Path) -> Web:
    return Web(tmp_path / "build" / "external.json")


GONE = "look for its new address, or link to a copy in a web archive"
UNCHECKED = "open it in a browser: if it works there, leave it as it is"
NO_ADDRESS = "write a whole address, such as https://example.org/guide"


def finding(message: str, hint: str | None = None) -> Diagnostic:
    return Diagnostic(EXTERNAL_LINK_ANSWERS, message, SPAN, hint)


def test_good_answer_says_nothing_and_names_the_project(host: Host, web: Web) -> None:
    assert web.check(f"{host.url}/a#part") == []
    assert (host.asked, host.agents) == (["HEAD /a"], {"Crosstrack-link-check/1.0"})
    assert web.count == ExternalCount(asked=1, fresh=0)


@pytest.mark.parametrize("status", [404, 410])
def test_gone_is_said_on_the_word_of_a_get(host: Host, web: Web, status: int) -> None:
    host.answers["/a"] = [(status, {})]
    assert web.check(f"{host.url}/a") == [finding(f"'{host.url}/a' is gone (status {status})", GONE)]
    assert host.asked == ["HEAD /a", "GET /a"]


@pytest.mark.parametrize("status", [403, 404, 405, 501])
def test_server_that_knows_no_head_is_asked_with_get(host: Host, web: Web, status: int) -> None:
    host.answers["HEAD /a"] = [(status, {})]
    assert web.check(f"{host.url}/a") == []
    assert host.asked == ["HEAD /a", "GET /a"]


def test_refusal_is_no_proof_of_absence(host: Host, web: Web) -> None:
    host.answers["/a"] = [(403, {})]
    assert web.check(f"{host.url}/a") == [finding(f"'{host.url}/a' could not be checked: status 403", UNCHECKED)]
    assert host.asked == ["HEAD /a", "GET /a"]


@pytest.mark.parametrize("status", [301, 308])
def test_lasting_redirect_names_the_new_address(host: Host, web: Web, status: int) -> None:
    host.answers["/a"] = [(status, {"Location": "/b"})]
    expected = finding(f"'{host.url}/a#part' has moved for good", f"write '{host.url}/b#part'")
    assert web.check(f"{host.url}/a#part") == [expected]
    assert web.check(f"{host.url}/a#part") == [expected], "a finding is never kept"


@pytest.mark.parametrize("status", [302, 303, 307])
def test_passing_redirect_is_fine(host: Host, web: Web, status: int) -> None:
    host.answers["/a"] = [(status, {"Location": "/b"})]
    host.answers["/b"] = [(301, {"Location": "/c"})]
    assert web.check(f"{host.url}/a") == []
    assert host.asked == ["HEAD /a", "HEAD /b", "HEAD /c"]


def test_lasting_redirect_is_named_up_to_the_first_passing_one(host: Host, web: Web) -> None:
    host.answers["/a"] = [(301, {"Location": "/b"})]
    host.answers["/b"] = [(302, {"Location": "/c"})]
    assert web.check(f"{host.url}/a") == [finding(f"'{host.url}/a' has moved for good", f"write '{host.url}/b'")]


def test_redirect_to_nothing_is_gone(host: Host, web: Web) -> None:
    host.answers["/a"] = [(301, {"Location": "/b"})]
    host.answers["/b"] = [(404, {})]
    assert web.check(f"{host.url}/a") == [finding(f"'{host.url}/a' is gone (status 404)", GONE)]


@pytest.mark.parametrize(
    ("location", "said"),
    [
        ("/a", "more than 10 redirects"),
        ("file:///etc/passwd", "it redirects to 'file:///etc/passwd'"),
        ("", "status 302"),
    ],
)
def test_redirect_without_an_end_cannot_be_checked(host: Host, web: Web, location: str, said: str) -> None:
    host.answers["/a"] = [(302, {"Location": location})]
    assert web.check(f"{host.url}/a") == [finding(f"'{host.url}/a' could not be checked: {said}", UNCHECKED)]


@pytest.mark.parametrize("when", ["30", formatdate(START + 30, usegmt=True)])
def test_retry_after_is_honoured(host: Host, web: Web, when: str) -> None:
    host.answers["/a"] = [(429, {"Retry-After": when}), (200, {})]
    assert web.check(f"{host.url}/a") == []
    assert (host.asked, web.clock.slept) == (["HEAD /a", "GET /a"], [30])


def test_server_error_is_tried_again_ever_more_slowly(host: Host, web: Web) -> None:
    host.answers["/a"] = [(500, {"Retry-After": "soon"})]
    assert web.check(f"{host.url}/a") == [finding(f"'{host.url}/a' could not be checked: status 500", UNCHECKED)]
    assert (len(host.asked), web.clock.slept) == (4, [2, 4, 8])


def test_connection_broken_off_is_tried_again(host: Host, web: Web) -> None:
    host.answers["/a"] = [(0, {}), (200, {})]
    assert web.check(f"{host.url}/a") == []
    assert web.clock.slept == [2]


def test_host_that_has_enough_is_left_alone(host: Host, web: Web) -> None:
    host.answers["/a"] = [(429, {})]
    assert web.check(f"{host.url}/a", f"{host.url}/b") == [
        finding(f"'{host.url}/{path}' could not be checked: status 429", UNCHECKED) for path in "ab"
    ]
    assert host.asked == ["HEAD /a", *["GET /a"] * 3]


def test_host_that_asks_for_a_long_wait_is_left_alone(host: Host, web: Web) -> None:
    host.answers["/a"] = [(503, {"Retry-After": "3600"})]
    said = "could not be checked: status 503, the host asks to wait 3600 s"
    assert web.check(f"{host.url}/a", f"{host.url}/b") == [
        finding(f"'{host.url}/{path}' {said}", UNCHECKED) for path in "ab"
    ]
    assert (host.asked, web.clock.slept) == (["HEAD /a"], [])


def test_host_that_is_not_there_is_left_alone(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    with socket.socket() as taken:  # bound but not listening: nobody else gets the port, and nobody answers
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        found = web.check(f"{url}/a", f"{url}/b")
    assert [one.message.partition("(")[0] for one in found] == [
        f"'{url}/{path}' could not be checked: no connection " for path in "ab"
    ]
    assert web.clock.slept == [2, 4, 8]


@pytest.mark.parametrize("url", ["http://[", "http:///a", "http://a..b/", "http://a.example:x/", "https:"])
def test_what_is_no_address_is_not_asked_for(web: Web, url: str) -> None:
    assert web.check(url) == [finding(f"'{url}' is not an address on the web", NO_ADDRESS)]
    assert web.count == ExternalCount(0, 0)


def test_address_is_sent_in_ascii(host: Host, web: Web) -> None:
    host.answers["/caf%C3%A9%20x?q=%C3%BC%20y&z=%2F"] = [(302, {"Location": "/é".encode().decode("latin-1")})]
    assert web.check(f"{host.url}/café x?q=ü y&z=%2F") == []
    assert host.asked == ["HEAD /caf%C3%A9%20x?q=%C3%BC%20y&z=%2F", "HEAD /%C3%A9"]


def test_host_gets_one_request_at_a_time_with_a_pause_between(host: Host, web: Web) -> None:
    assert web.check(*(f"{host.url}/{number}" for number in range(20))) == []
    assert (len(host.asked), web.clock.slept) == (20, [1] * 19)
    assert not host.crowded.is_set()


def test_hosts_are_asked_at_the_same_time(host: Host, other_host: Host, web: Web) -> None:
    host.meet = other_host.meet = threading.Barrier(2)
    assert web.check(f"{host.url}/a", f"{other_host.url}/a") == []


def test_redirect_to_another_host_waits_for_its_turn_there(host: Host, other_host: Host, web: Web) -> None:
    host.answers["/a"] = [(302, {"Location": f"{other_host.url}/b"})]
    other_host.lingers = 0.2
    assert web.check(f"{host.url}/a", f"{other_host.url}/c") == []
    assert sorted(other_host.asked) == ["HEAD /b", "HEAD /c"]
    assert not other_host.crowded.is_set()


def test_address_is_asked_for_once_and_reported_at_each_place(host: Host, web: Web, tmp_path: Path) -> None:
    host.answers["/a"] = [(404, {})]
    other = Span("content/guides/de-da.md", 3, 3)
    found: list[Diagnostic] = []
    urls = {f"{host.url}/a#x": (SPAN, other), f"{host.url}/a": (SPAN,)}
    check_external(urls, tmp_path / "cache.json", found.append, web.options)
    assert host.asked == ["HEAD /a", "GET /a"]
    assert found == [
        replace(finding(f"'{host.url}/a#x' is gone (status 404)", GONE), span=other),
        finding(f"'{host.url}/a#x' is gone (status 404)", GONE),
        finding(f"'{host.url}/a' is gone (status 404)", GONE),
    ]


def test_good_answer_holds_for_a_week_and_a_bad_one_never(host: Host, web: Web) -> None:
    host.answers["/bad"] = [(404, {})]
    urls = (f"{host.url}/bad", f"{host.url}/good")
    asked = []
    for wait in (0, 7 * DAY - 60, 120):
        web.clock.now += wait
        assert len(web.check(*urls)) == 1
        asked.append(web.count)
    assert asked == [ExternalCount(2, 0), ExternalCount(1, 1), ExternalCount(2, 0)]
    assert Counter(host.asked) == {"HEAD /bad": 3, "GET /bad": 3, "HEAD /good": 2}


def test_cache_names_address_and_time(host: Host, web: Web) -> None:
    web.check(f"{host.url}/a#part")
    assert json.loads(web.cache.read_text()) == {f"{host.url}/a": "2025-06-15T15:06:40+00:00"}


@pytest.mark.parametrize("kept", [b"", b"[]", b'{"a": 1}', b'{"a": "yesterday"}', b"\xff"])
def test_cache_that_is_not_understood_is_begun_anew(host: Host, web: Web, kept: bytes) -> None:
    web.cache.parent.mkdir()
    web.cache.write_bytes(kept)
    assert web.check(f"{host.url}/a") == []
    assert list(json.loads(web.cache.read_text())) == [f"{host.url}/a"]


def test_time_to_come_is_not_believed(host: Host, web: Web) -> None:
    web.check(f"{host.url}/a")
    web.clock.now = START - DAY
    web.check(f"{host.url}/a")
    assert web.count == ExternalCount(1, 0)
