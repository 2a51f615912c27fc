"""What the first result of a search costs, with the project's guides and with a thousand pages of made ones.

    python bench/search.py [--guides 40] [QUERY...]

Needs a Chromium, as the browser tests do. Kilobytes are of 1,000 bytes, sent with gzip where a host would use it.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from generate import generate

REPO = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPO))

from playwright.sync_api import sync_playwright  # noqa: E402

from pipeline.site.server import server_for  # noqa: E402
from tests.browser.conftest import FLAGS, chromium_path  # noqa: E402
from tests.browser.cost import Cost, Costs, costs_of_search  # noqa: E402

PARTS = ("content", "data", "overrides", "pipeline", "mkdocs.yml", "requirements.lock")
QUERIES = ("kubernetes", "feature store", "system design interview", "MLE", "how long does it take")


def main() -> None:
    """Build both sites, search both, print the table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--guides", type=int, default=40, help="how many to generate (default 40: a thousand pages)")
    ask.add_argument("queries", nargs="*", default=QUERIES, help="what to search for")
    args = ask.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        sites = [built(Path(scratch) / f"project-{many}", many) for many in (0, args.guides)]
        costs = [measured(site, args.queries) for site in sites]
        pages = [sum(1 for _ in site.rglob("index.html")) for site in sites]
    show(args.queries, pages, costs)


def built(root: Path, many: int) -> Path:
    """The site of the project as it stands, or with `many` generated guides in place of its own."""
    root.mkdir()
    for part in PARTS:
        source = REPO / part
        shutil.copytree(source, root / part) if source.is_dir() else shutil.copy(source, root / part)
    if many:
        generate(root, many)
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "build"], cwd=root, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"build failed:\n{(done.stdout + done.stderr)[-2000:]}")
    return root / "site"


def measured(site: Path, queries: tuple[str, ...]) -> list[Costs]:
    """The cost of each query, each to a reader who has been on the home page alone."""
    with sync_playwright() as playwright, server_for(site, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        costs = []
        for query in queries:
            context = browser.new_context(base_url=f"http://127.0.0.1:{server.server_address[1]}")
            page = context.new_page()
            page.goto("/")
            costs.append(costs_of_search(page, query))
            context.close()
        browser.close()
        server.shutdown()
    return costs


def show(queries: tuple[str, ...], pages: list[int], costs: list[list[Costs]]) -> None:
    """A table as the README of this folder has it: a line a query, for each site what it costs up to three moments."""
    moments = ("first result", "first page", "all")
    heads = [f"{many} pages: {moment}" for many in pages for moment in moments]
    print(f"| query | {' | '.join(heads)} |")
    print("|---" * (len(heads) + 1) + "|")
    for query, *row in zip(queries, *costs, strict=True):
        cells = [told(cost) for each in row for cost in (each.result, each.page, each.rest)]
        print(f"| {query} | {' | '.join(cells)} |")


def told(cost: Cost) -> str:
    """Requests and kilobytes."""
    return f"{cost.requests} · {cost.bytes / 1000:.1f} kB"


if __name__ == "__main__":
    main()
