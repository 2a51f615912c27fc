"""The links that lead out of the site: whether the web still answers them, asked once a week."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from urllib.parse import urldefrag

from pipeline.model.diagnostic import Diagnostic, Report, in_order
from pipeline.model.rules import EXTERNAL_LINK_ANSWERS
from pipeline.model.source import Span
from pipeline.site.web import Options, Verdict, Web, host_of, request_address
from pipeline.stages.write import write_file


@dataclass(frozen=True, slots=True)
class ExternalCount:
    """What was looked at: addresses without their fragments."""

    asked: int
    fresh: int
    """Answered well not long ago, so not asked again."""


DEFAULTS = Options()
_NO_ADDRESS: Verdict = ("is not an address on the web", None)


def check_external(
    urls: Mapping[str, Sequence[Span]], cache_path: Path, report: Report, options: Options = DEFAULTS
) -> ExternalCount:
    """Report web addresses that are gone, moved for good or cannot be checked, at each of their places.

    `cache_path` need not exist; what it holds is dropped if it cannot be understood. Raises OSError if it
    can be neither read nor written.
    """
    addresses = {url: request_address(url) for url in urls}
    wanted = {address for address in addresses.values() if address}
    cache = _read_cache(cache_path, options)
    asked = wanted - cache.keys()
    try:
        verdicts = _ask(asked, cache, options)
    finally:
        _write_cache(cache_path, cache)
    findings = [
        _finding(url, verdict, span)
        for url, address in addresses.items()
        if (verdict := verdicts.get(address) if address else _NO_ADDRESS)
        for span in urls[url]
    ]
    for finding in in_order(findings):
        report(finding)
    return ExternalCount(len(asked), len(wanted) - len(asked))


def _ask(asked: Set[str], cache: dict[str, float], options: Options) -> dict[str, Verdict]:
    """Verdicts on bad addresses; good ones are noted in the cache as soon as they are known."""
    web = Web(options)
    verdicts: dict[str, Verdict] = {}

    def ask_one_by_one(addresses: list[str]) -> None:
        for address in addresses:
            if verdict := web.judge(address):
                verdicts[address] = verdict
            else:
                cache[address] = options.clock()

    hosts = [list(group) for _, group in groupby(sorted(asked, key=lambda one: (host_of(one), one)), host_of)]
    with ThreadPoolExecutor(options.hosts) as pool:
        list(pool.map(ask_one_by_one, hosts))
    return verdicts


def _finding(url: str, verdict: Verdict, span: Span) -> Diagnostic:
    said, moved = verdict
    _, fragment = urldefrag(url)
    address = moved and (f"{moved}#{fragment}" if fragment and "#" not in moved else moved)
    hint = f"write '{address}'" if address else _remedy(said)
    return Diagnostic(EXTERNAL_LINK_ANSWERS, f"'{url}' {said}", span, hint)


def _remedy(said: str) -> str:
    if said.startswith("is gone"):
        return "look for its new address, or link to a copy in a web archive"
    if said == _NO_ADDRESS[0]:
        return "write a whole address, such as https://example.org/guide"
    return "open it in a browser: if it works there, leave it as it is"


def _read_cache(path: Path, options: Options) -> dict[str, float]:
    """Good addresses and when they answered, without those that are no longer fresh."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        times = {url: datetime.fromisoformat(at).timestamp() for url, at in kept.items()}
    except (FileNotFoundError, ValueError, TypeError, AttributeError):
        return {}
    return {url: at for url, at in times.items() if 0 <= options.clock() - at < options.fresh}


def _write_cache(path: Path, cache: Mapping[str, float]) -> None:
    times = {url: datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds") for url, at in cache.items()}
    write_file(path, json.dumps(times, indent=1, sort_keys=True) + "\n")
