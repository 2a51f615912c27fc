"""Ask the web politely: a host gets one request at a time, with a pause between two.

`urllib` does for single requests whose bodies nobody reads, and needs no dependency.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener


@dataclass(frozen=True, slots=True)
class Options:
    """How to ask. Times are in seconds; tests give a `sleep` and a `clock` of their own."""

    timeout: float = 15
    pause: float = 1
    """Between two requests to one host."""
    retries: int = 3
    backoff: float = 2
    """Wait before the first retry; it doubles with each."""
    longest_wait: float = 120
    """A host whose `Retry-After` asks for more is left alone."""
    hosts: int = 8
    """Hosts asked at once."""
    fresh: float = 7 * 24 * 3600
    """How long a good answer holds."""
    agent: str = "Crosstrack-link-check/1.0"
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.time


Verdict = tuple[str, str | None]
"""What is wrong with an address, to say after its name, and the address to write in its place if known."""


def host_of(address: str) -> str:
    """Host and port, as the address has them."""
    return urlsplit(address).netloc


def request_address(url: str) -> str | None:
    """The address in ASCII and without fragment, or None if nothing can be asked there."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host:
        return None
    name = (f"[{host}]" if ":" in host else host) + (f":{port}" if port else "")
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~") or "/"
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~?")
    return f"{parts.scheme}://{name}{path}" + (f"?{query}" if query else "")


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came back: a status, or 0 and the reason why there is none."""

    status: int = 0
    location: str = ""
    retry_after: str = ""
    reason: str = ""
    shuts_host: bool = False
    """Whether other addresses of the host can expect no better."""

    @property
    def is_passing(self) -> bool:
        """Whether the next request may fare better."""
        return self.status in {0, 408, 425, 429} or (self.status >= 500 and self.status != 501)


@dataclass
class _Host:
    """Whose turn it is at a host, and when."""

    turn: threading.Lock = field(default_factory=threading.Lock)
    not_before: float = 0
    shut: _Answer | None = None
    """What every further request is answered with, so that a host in trouble is left alone."""


class _StayHere(HTTPRedirectHandler):
    """Follow nothing: each hop needs its own turn at its own host."""

    def redirect_request(self, *_: object) -> None:
        return None


class Web:
    """The hosts that were met so far."""

    _HOPS = 10
    _LASTING, _REDIRECTS = {301, 308}, {301, 302, 303, 307, 308}

    def __init__(self, options: Options) -> None:
        self._options = options
        self._hosts: dict[str, _Host] = {}
        self._opener = build_opener(_StayHere)

    def judge(self, url: str) -> Verdict | None:
        """Follow an address to its end; None if all is well."""
        address, moved, lasting = url, "", True
        for _ in range(self._HOPS):
            answer = self._ask(address)
            if answer.status not in self._REDIRECTS or not answer.location:
                return _verdict(answer, moved)
            target = urljoin(address, answer.location)
            lasting = lasting and answer.status in self._LASTING
            moved = target if lasting else moved
            onward = request_address(target)
            if onward is None:
                return f"could not be checked: it redirects to '{target}'", None
            address = onward
        return f"could not be checked: more than {self._HOPS} redirects", None

    def _ask(self, address: str) -> _Answer:
        options = self._options
        host = self._hosts.setdefault(host_of(address), _Host())
        if host.shut:
            return host.shut
        answer = self._request(host, "HEAD", address)
        # Some servers know no HEAD and say so in many ways; a link is called gone only on the word of a GET.
        if answer.status >= 400 and not answer.is_passing:
            answer = self._request(host, "GET", address)
        for attempt in range(options.retries):
            if not answer.is_passing:
                return answer
            asked = _wait_asked(answer, options.clock())
            if asked > options.longest_wait:
                answer = replace(answer, reason=f"the host asks to wait {asked:.0f} s", shuts_host=True)
                break
            wait = asked or options.backoff * 2**attempt
            host.not_before = options.clock() + max(wait, options.pause)
            answer = self._request(host, "GET", address)
        if answer.shuts_host or answer.status == 429:
            host.shut = answer
        return answer

    def _request(self, host: _Host, method: str, address: str) -> _Answer:
        options = self._options
        with host.turn:
            wait = host.not_before - options.clock()
            if wait > 0:
                options.sleep(wait)
            try:
                return self._open(Request(address, method=method, headers={"User-Agent": options.agent}))
            finally:
                host.not_before = options.clock() + options.pause

    def _open(self, request: Request) -> _Answer:
        try:
            with self._opener.open(request, timeout=self._options.timeout) as response:
                return _Answer(response.status)
        except HTTPError as error:
            with error:
                # Headers are read as Latin-1, but an address in one is UTF-8 if it is not plain ASCII.
                location = error.headers.get("Location", "").encode("latin-1", "replace").decode(errors="replace")
                return _Answer(error.code, location, error.headers.get("Retry-After", ""))
        except URLError as error:
            return _Answer(reason=f"no connection ({error.reason})", shuts_host=True)
        except (OSError, HTTPException) as error:
            return _Answer(reason=f"no answer ({error or type(error).__name__})")


def _verdict(answer: _Answer, moved: str) -> Verdict | None:
    if 200 <= answer.status < 300:
        return ("has moved for good", moved) if moved else None
    status = f"status {answer.status}" if answer.status else ""
    if answer.status in {404, 410}:
        return f"is gone ({status})", None
    return f"could not be checked: {', '.join(filter(None, (status, answer.reason)))}", None


def _wait_asked(answer: _Answer, now: float) -> float:
    """Seconds that `Retry-After` asks for, which is a number or a date; 0 if it asks for nothing."""
    text = answer.retry_after.strip()
    try:
        return float(text) if text.isdecimal() else max(0.0, parsedate_to_datetime(text).timestamp() - now)
    except (ValueError, OverflowError):
        return 0.0
