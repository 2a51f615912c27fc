"""How long builds take: cold, with nothing changed, after one edit; for this project's guides and for many.

Pipeline and site engine are timed apart, in one run, so that the figures can be compared with each other.

    python bench/bench.py [--guides 300] [--skip-engine]
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from generate import generate

REPO = Path(__file__).resolve().parent.parent
PARTS = ("content", "data", "overrides", "pipeline", "mkdocs.yml", "requirements.lock")
QUICK_RUNS = 5
"""A build with nothing changed takes a moment: the median of a few runs says more than one."""


def main() -> None:
    """Time everything and print the table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--guides", type=int, default=300, help="how many guides to generate (default 300)")
    ask.add_argument("--skip-engine", action="store_true", help="time the pipeline alone")
    args = ask.parse_args()
    print(f"{'seconds':28} {'guides':>7} {'pages':>7} {'cold':>8} {'no news':>8} {'one edit':>9}")
    with tempfile.TemporaryDirectory() as scratch:
        for many in (0, args.guides):
            measure(Path(scratch) / f"project-{many}", many, args.skip_engine)


def measure(root: Path, many: int, skip_engine: bool) -> None:
    """Time one project: as it stands, or with `many` generated guides in place of its own."""
    root.mkdir()
    for part in PARTS:
        source = REPO / part
        shutil.copytree(source, root / part) if source.is_dir() else shutil.copy(source, root / part)
    if many:
        generate(root, many)
    steps: list[tuple[str, Callable[[], float]]] = [("pipeline", lambda: timed(root, "build", "--pages"))]
    if not skip_engine:
        steps.append(("site engine and link check", lambda: timed(root, "build")))
    cold = [run() for _, run in steps]
    still = [statistics.median(run() for _ in range(QUICK_RUNS)) for _, run in steps]
    edit(root)
    edited = [run() for _, run in steps]
    counts = json.loads((root / "build/pages.json").read_text("utf-8"))["summary"]
    for (name, _), one, two, three in zip(steps, cold, still, edited, strict=True):
        print(f"{name:28} {counts['guides']:>7} {counts['pages']:>7} {one:>8.2f} {two:>8.2f} {three:>9.2f}", flush=True)


def timed(root: Path, *command: str) -> float:
    """Seconds that a command takes, its start included; ends the run if it fails."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", *command], cwd=root, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{(done.stdout + done.stderr)[-2000:]}")
    return time.perf_counter() - start


def edit(root: Path) -> None:
    """Change one sentence of one guide, as an editor does."""
    guide = min((root / "content/guides").glob("*.md"))
    text = guide.read_text("utf-8")
    mark = "\n### Takeaways\n"
    guide.write_text(
        text.replace(mark, f"\nOne sentence more, on feature stores and their upkeep.\n{mark}", 1), "utf-8"
    )


if __name__ == "__main__":
    main()
