"""The pictures of the README: `make shots` takes them anew from the built site, with the system's Chromium."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from pipeline.site.server import server_for  # noqa: E402
from tests.browser.conftest import FLAGS, PHONE, WIDE, chromium_path  # noqa: E402

TRACK = "tracks/data-engineer-to-machine-learning-engineer"


def nothing(page: Page) -> None:
    """The page as it is."""


def planned(page: Page) -> None:
    """A plan of someone who knows a few things."""
    for name in ("Statistics", "Pandas", "NumPy"):
        page.get_by_role("group", name=name, exact=True).get_by_role("radio", name="Solid").check(force=True)
    page.evaluate("scrollTo(0, 0)")


def answered(page: Page) -> None:
    """A question with what a strong answer holds."""
    page.get_by_role("button", name="Show the answer").click()


SHOTS: dict[str, tuple[str, dict[str, int], str, Callable[[Page], None]]] = {
    "home": ("", WIDE, "light", nothing),
    "hub": (f"{TRACK}/", WIDE, "light", nothing),
    "projects": (f"{TRACK}/projects/#to-build", WIDE, "dark", nothing),
    "plan": (f"plan/?track={TRACK.partition('/')[2]}", WIDE, "light", planned),
    "practice": (f"practice/?track={TRACK.partition('/')[2]}", PHONE, "dark", answered),
    "search": ("?q=sklearn", PHONE, "light", nothing),
    "roadmap": (f"{TRACK}/roadmap/", PHONE, "dark", nothing),
    "questions": (f"{TRACK}/questions/", WIDE, "dark", nothing),
}


def main() -> None:
    """Take them all."""
    with server_for(HERE.parent / "site", 0) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_address[1]}/"
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        for name, (path, size, scheme, act) in SHOTS.items():
            context = browser.new_context(
                base_url=base, viewport=size, color_scheme=scheme, has_touch=size is PHONE, is_mobile=size is PHONE
            )  # type: ignore[arg-type]
            page = context.new_page()
            page.clock.set_fixed_time("2026-11-21T09:00:00")
            page.goto(path, wait_until="networkidle")
            act(page)
            page.screenshot(path=HERE / "screens" / f"{name}.png")
            context.close()
        server.shutdown()


if __name__ == "__main__":
    main()
