"""What Lighthouse says of a page of each sort, on its phone profile: the table of bench/README.md.

    make lighthouse        (installs lighthouse with npm; Chromium as for the browser tests)

The site in site/ is served on loopback by our own server, which compresses text as hosts do. Each page is run three
times, and the middle run for performance is told: this machine is not alone.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from pipeline.site.server import server_for

HERE = Path(__file__).resolve().parent
REPO = HERE.parent.parent
TRACK = "tracks/data-engineer-to-machine-learning-engineer"
PAGES = {"Home": "", "A hub": f"{TRACK}/", "A question page": "", "The plan": "plan/", "Practice": "practice/"}
CATEGORIES = {
    "performance": "Performance",
    "accessibility": "Accessibility",
    "best-practices": "Best practices",
    "seo": "SEO",
}
METRICS = {
    "first-contentful-paint": "FCP",
    "largest-contentful-paint": "LCP",
    "total-blocking-time": "TBT",
    "cumulative-layout-shift": "CLS",
    "total-byte-weight": "Weight",
}
RUNS = 3
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
TABLE = re.compile(r"(<!-- lighthouse -->\n).*?(?=<!-- end -->)", re.DOTALL)


def main() -> None:
    """Run all pages, print the table, and put it into bench/README.md."""
    pages = {**PAGES, "A question page": question_page()}
    with server_for(REPO / "site", 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://crosstrack.localhost:{server.server_address[1]}/"
        reports = {name: middle([report(base + path) for _ in range(RUNS)]) for name, path in pages.items()}
        server.shutdown()
    lines = table(reports)
    print(lines, end="")
    readme = HERE.parent / "README.md"
    readme.write_text(TABLE.sub(lambda found: f"{found[1]}{lines}", readme.read_text("utf-8")), "utf-8")
    tell_faults(reports)


def question_page() -> str:
    """The first page of a domain of questions."""
    found = sorted((REPO / "site" / TRACK / "questions").glob("*/index.html"))
    return f"{found[0].parent.relative_to(REPO / 'site').as_posix()}/" if found else f"{TRACK}/questions/"


def report(address: str) -> dict[str, object]:
    """One run."""
    chrome = os.environ.get("CROSSTRACK_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""
    with tempfile.TemporaryDirectory() as profile:
        command = [
            str(HERE / "node_modules/.bin/lighthouse"),
            address,
            "--quiet",
            "--output=json",
            f"--chrome-flags={FLAGS} --user-data-dir={profile}",
        ]
        done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "CHROME_PATH": chrome})
    if done.returncode:
        sys.exit(f"lighthouse could not look at {address}:\n{done.stderr.strip()}")
    found: dict[str, object] = json.loads(done.stdout)
    return found


def middle(reports: list[dict[str, object]]) -> dict[str, object]:
    """The run in the middle by performance."""
    return sorted(reports, key=lambda one: score(one, "performance"))[len(reports) // 2]


def score(one: dict, category: str) -> int:  # type: ignore[type-arg]
    """Out of a hundred."""
    return round((one["categories"][category]["score"] or 0) * 100)


def table(reports: dict[str, dict]) -> str:  # type: ignore[type-arg]
    """Markdown."""
    head = ["Page", *CATEGORIES.values(), *METRICS.values()]
    rows = [
        [
            name,
            *(str(score(one, category)) for category in CATEGORIES),
            *(
                one["audits"][metric].get("displayValue", "").replace("\u00a0", " ").removeprefix("Total size was ")
                for metric in METRICS
            ),
        ]
        for name, one in reports.items()
    ]
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def tell_faults(reports: dict[str, dict]) -> None:  # type: ignore[type-arg]
    """What keeps a page from a hundred, apart from performance."""
    for name, one in reports.items():
        for category in ("accessibility", "best-practices", "seo"):
            for part in one["categories"][category]["auditRefs"]:
                audit = one["audits"][part["id"]]
                if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                    items = [
                        str(item.get("node", item))[:300] for item in audit.get("details", {}).get("items", [])[:3]
                    ]
                    print(f"{name}: {category}: {audit['title']}: {items}")


if __name__ == "__main__":
    main()
