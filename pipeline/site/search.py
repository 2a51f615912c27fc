"""The search index of the built site, made by Pagefind from its pages: `pagefind/` below the site's root.

Only what stands in an element with `data-pagefind-body` is searched: the template says which, and prints what the
search narrows down by. What only leads elsewhere is left out, or each page would be found by the words of others.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from pipeline.site.cbor import Value, decode, encode

FOLDER = "pagefind"
UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind-worker.js", "wasm.unknown.pagefind")
"""Ready-made surfaces, and a second thread: the site has its own dialog, and one search takes a few milliseconds."""
LEFT_OUT = (
    "h1",
    ".ct-editorial",
    ".ct-foot",
    ".ct-index",
    ".ct-legs",
    ".ct-matrix",
    ".ct-next",
    ".ct-origin",
    ".ct-places",
    ".ct-ref",
    ".ct-yield",
)
"""The title, which is indexed as such; marks beside the words; lists of what stands on other pages."""
SIGNS = "+#"
"""Signs that are part of a word: C++, C#."""
LEAST_CHUNK, CHUNK_A_PAGE = 1000, 4
"""Occurrences of words in one file of the index, at least and for each page. A word that is searched for costs a file,
so small files answer sooner; but with every file the list of them grows, which is always loaded."""
_MARK = b"pagefind_dcd"
_SHOWN = 10
"""Lines of a complaint: it comes once a page."""


class SearchError(Exception):
    """The site could not be indexed; the words say why."""


def write_search(site: Path) -> None:
    """Index a built site. Raises SearchError."""
    _index(site)
    folder = site / FOLDER
    for pattern in UNUSED:
        for path in folder.glob(pattern):
            path.unlink()
    try:
        settle(folder)
    except (ValueError, TypeError, LookupError, OSError) as error:
        raise SearchError(f"the search index is not as this version of Crosstrack knows it: {error}") from error


def _index(site: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(site / FOLDER), "--quiet"]
    chunk = max(LEAST_CHUNK, CHUNK_A_PAGE * sum(1 for _ in site.rglob("*.html")))
    environment = {**os.environ, "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": str(chunk)}
    command += ["--exclude-selectors", ", ".join(LEFT_OUT), "--include-characters", SIGNS]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    said = list(dict.fromkeys(line for line in (done.stdout + done.stderr).splitlines() if line.strip()))
    if done.returncode or said:
        raise SearchError("\n".join(said[:_SHOWN]) or f"Pagefind ended with {done.returncode}, without a word")


def settle(folder: Path) -> None:
    """Give the same index the same bytes: Pagefind writes the values of filters in an order of chance.

    Raises ValueError if the index is not laid out as expected.
    """
    entry = json.loads((folder / "pagefind-entry.json").read_text("utf-8"))
    for language, about in entry["languages"].items():
        path = folder / f"pagefind.{about['hash']}.pf_meta"
        meta = _items(_load(path))
        filters = [_named(pair) for pair in _items(meta[3])]
        meta[3] = [[name, _settled(folder, name, old, language)] for name, old in sorted(filters)]
        path.unlink()
        about["hash"] = _save(folder, "pagefind.{}.pf_meta", meta, language)
    (folder / "pagefind-entry.json").write_text(json.dumps(entry, separators=(",", ":"), sort_keys=True), "utf-8")


def _settled(folder: Path, name: str, old: str, language: str) -> str:
    """The new name of one filter's file, with its values in the order of the alphabet."""
    path = folder / "filter" / f"{old}.pf_filter"
    told, values = _items(_load(path))
    if told != name:
        raise ValueError(f"the filter {name!r} calls itself {told!r}")
    path.unlink()
    ordered: list[Value] = [*sorted(_items(values), key=lambda value: str(_items(value)[0]))]
    return _save(folder / "filter", "{}.pf_filter", [name, ordered], language)


def _named(pair: Value) -> tuple[str, str]:
    name, file = _items(pair)
    if not isinstance(name, str) or not isinstance(file, str):
        raise ValueError("a filter without a name")
    return name, file


def _items(value: Value) -> list[Value]:
    if not isinstance(value, list):
        raise ValueError(f"{value!r} is no array")
    return value


def _load(path: Path) -> Value:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(_MARK):
        raise ValueError(f"{path.name} is no file of an index")
    return decode(data.removeprefix(_MARK))


def _save(folder: Path, pattern: str, value: Value, language: str) -> str:
    """Write a file that is named after its content; the name is told."""
    data = encode(value)
    name = f"{language}_{hashlib.sha256(data).hexdigest()[:10]}"
    (folder / pattern.format(name)).write_bytes(gzip.compress(_MARK + data, mtime=0))
    return name
