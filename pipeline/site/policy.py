"""The Content-Security-Policy of every page: nothing from elsewhere, and no script that the site did not ship.

The theme puts a few short scripts into its pages; each is allowed by its hash, so `unsafe-inline` is not needed.
A `<meta>` holds under any host; source: https://www.w3.org/TR/CSP3/
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(r"""\b(?:src|type\s*=\s*["']?application/)""", re.IGNORECASE)
_START = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)
_RULES = {
    "default-src": ("'none'",),
    "script-src": ("'self'", "'wasm-unsafe-eval'"),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "worker-src": ("'self'",),
    "manifest-src": ("'self'",),
    "base-uri": ("'none'",),
    "form-action": ("'self'",),
}
"""`wasm-unsafe-eval` is what the search needs: its index is read by WebAssembly."""


def write_policies(site: Path) -> None:
    """Give each page of a built site its policy."""
    for path in sorted(site.rglob("*.html")):
        text = path.read_text("utf-8")
        path.write_text(with_policy(text), "utf-8")


def with_policy(page: str) -> str:
    """The page with its policy right behind the character set, before anything that it governs."""
    rules = dict(_RULES)
    rules["script-src"] = (*rules["script-src"], *hashes(page))
    policy = "; ".join(" ".join((name, *values)) for name, values in rules.items())
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _START.sub(lambda found: f"{found[0]}{meta}", page, count=1)


def hashes(page: str) -> tuple[str, ...]:
    """What allows each inline script of a page, in their order, each once. Blocks of data are no scripts."""
    inline = (found["code"] for found in _SCRIPT.finditer(page) if not _DATA.search(found["attributes"]))
    return tuple(dict.fromkeys(_hash(code) for code in inline))


def _hash(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode('utf-8')).digest()).decode('ascii')}'"
