"""What keeps the site on a reader's device: the list of its files, and the service worker that goes by it.

The worker itself is `worker.js`; how it updates is said there. Source: https://www.w3.org/TR/service-workers/
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

WORKER, LIST = "sw.js", "offline.json"
SMALL = 5_000_000
"""Up to this many bytes, as a host sends them with gzip, all of the site is kept after the first visit. A larger one
keeps what every page needs and its hubs at once, and each track when the reader opens it."""
_NOT_READ = re.compile(
    r".*\.(?:map|md|txt|xml|gz)|assets/javascripts/(?:lunr|workers)/.*|assets/images/preview\.png"
    rf"|{re.escape(WORKER)}|{re.escape(LIST)}"
)
"""What no page shows or asks for: it is for other programs."""
_FIRST = re.compile(r"(?:[\w-]+/)?|404\.html|assets/.*|api/v1/(?:index|guides|roles)\.json|pagefind/[^/]+")


def write_worker(site: Path, small: int = SMALL) -> None:
    """Write the list and the worker. What the site holds must not change after that. `small` stands for `SMALL`."""
    paths = [path for path in sorted(site.rglob("*")) if path.is_file()]
    read = {name: path for path in paths if not _NOT_READ.fullmatch(name := path.relative_to(site).as_posix())}
    hashes = {_address(name): _hash(path.read_bytes()) for name, path in read.items()}
    told: dict[str, object] = {"files": hashes}
    if not _is_small(read.values(), small):
        told["first"] = [address for address in hashes if _FIRST.fullmatch(address)]
    listed = (json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
    (site / LIST).write_bytes(listed)
    worker = (files(__package__) / "worker.js").read_text("utf-8")
    (site / WORKER).write_bytes(worker.replace("@list@", _hash(listed)).encode())


def _is_small(paths: Iterable[Path], most: int) -> bool:
    """Whether the files together come to `most` bytes or less with gzip; it stops as soon as they do not."""
    for path in paths:
        most -= len(zlib.compress(path.read_bytes()))
        if most < 0:
            return False
    return True


def _address(name: str) -> str:
    """A page is asked for by its folder."""
    return re.sub(r"(^|/)index\.html$", r"\1", name)


def _hash(content: bytes) -> str:
    """As browsers compare it: https://www.w3.org/TR/SRI/"""
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode('ascii')}"
