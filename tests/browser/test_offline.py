"""The site without a network: what a reader has after one visit, and how a newer edition comes in.

The worker is not used on loopback addresses, where editors look at what they build; `*.localhost` is another name.
"""

from __future__ import annotations

import json
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from pipeline.site.worker import write_worker
from tests.browser.conftest import PHONE, WIDE
from tests.browser.test_site import KINDS_OF_PAGE, TRACK

OTHER = "tracks/data-scientist-to-machine-learning-engineer"
KEPT = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const { ok, type } = await cache.match(request, { ignoreVary: true });
      found.push({ name, url: request.url, ok, type });
    }
  }
  return found;
}"""
READY = "navigator.serviceWorker.ready.then((found) => found.active.state !== 'redundant')"
CONTROLLED = "() => navigator.serviceWorker.controller?.state === 'activated'"


class _Noting(SimpleHTTPRequestHandler):
    def __init__(self, asked: list[str], *args: object, **more: object) -> None:
        self.asked = asked
        super().__init__(*args, **more)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


class Host:
    """A host whose content can be replaced, and that can be taken away."""

    def __init__(self, root: Path) -> None:
        self.asked: list[str] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Noting, self.asked, directory=str(root)))
        self.address = f"http://crosstrack.localhost:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def leave(self) -> None:
        """Nobody answers at the address from now on."""
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def edition(site: Path, tmp_path: Path) -> Path:
    """The built site, to be changed at will."""
    shutil.copytree(site, tmp_path / "host/site")
    return tmp_path / "host/site"


@pytest.fixture
def host() -> Iterator[Callable[[Path], Host]]:
    """Opens hosts, and closes them."""
    opened: list[Host] = []

    def open_host(root: Path) -> Host:
        opened.append(Host(root))
        return opened[-1]

    yield open_host
    for one in opened:
        one.leave()


def reader(browser: Browser, address: str, size: dict[str, int] = WIDE) -> BrowserContext:
    return browser.new_context(viewport=size, base_url=address)  # type: ignore[arg-type]


def visit(page: Page, path: str = "/") -> None:
    """Open a page, and stay until the site is kept."""
    page.goto(path)
    assert page.evaluate(READY)
    page.wait_for_function(CONTROLLED)


def keeper(
    browser: Browser, host: Callable[[Path], Host], edition: Path, path: str = "/"
) -> tuple[Host, BrowserContext, Page]:
    """A reader who has opened a page of a site so large that little of it is kept at once; the caller closes it."""
    write_worker(edition, small=0)
    there = host(edition)
    context = reader(browser, there.address)
    page = context.new_page()
    visit(page, path)
    return there, context, page


def wait_until_kept(page: Page, paths: set[str]) -> None:
    """Stay on the page until the worker holds these, which it fetches after it has answered."""
    assert paths
    # A predicate that gives a promise is taken for true by `wait_for_function`: it may only look at what was found.
    page.evaluate(
        """(urls) => {
          const look = async () => {
            const found = await Promise.all(urls.map((url) => caches.match(url)));
            window.isAllKept = found.every(Boolean);
            if (!window.isAllKept) requestAnimationFrame(look);
          };
          void look();
        }""",
        [f"/{path}" for path in sorted(paths)],
    )
    page.wait_for_function("() => window.isAllKept")


def expect_title(page: Page, words: str) -> None:
    """The page has this title, whatever mark of a link stands behind it."""
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(rf"^{re.escape(words)}\W*$"))


def test_after_one_visit_every_kind_of_page_opens_without_a_network(
    browser: Browser, site: Path, host: Callable[[Path], Host]
) -> None:
    there = host(site)
    context = reader(browser, there.address, PHONE)
    page = context.new_page()
    visit(page)
    there.leave()
    context.set_offline(True)
    for path in KINDS_OF_PAGE:
        page.goto(f"/{path}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        told = (site / path / "index.html") if path != "nowhere/" else site / "404.html"
        assert page.title() in told.read_text("utf-8")
    page.goto("/skills/?q=spark#tools")
    expect_title(page, "Skills")
    plan = page.evaluate(
        "(path) => fetch(path).then((answer) => answer.json())", f"/api/v1/plans/{Path(TRACK).name}.json"
    )
    assert plan == json.loads((site / f"api/v1/plans/{Path(TRACK).name}.json").read_text("utf-8"))
    context.close()


def test_only_good_answers_of_this_site_are_kept_in_one_cache(
    browser: Browser, site: Path, host: Callable[[Path], Host]
) -> None:
    there = host(site)
    context = reader(browser, there.address)
    page = context.new_page()
    visit(page, "/tracks/")
    page.goto("/api/v1/nothing.json")
    page.goto("/llms.txt")
    kept = page.evaluate(KEPT)
    listed = json.loads((site / "offline.json").read_text("utf-8"))["files"]
    assert {one["url"] for one in kept} == {f"{there.address}/{path}" for path in (*listed, "offline.json")}
    assert {(one["ok"], one["type"]) for one in kept} == {(True, "basic")}
    assert len({one["name"] for one in kept}) == 1
    context.close()


def test_it_works_in_a_folder_of_a_host(browser: Browser, edition: Path, host: Callable[[Path], Host]) -> None:
    there = host(edition.parent)
    context = reader(browser, there.address)
    page = context.new_page()
    visit(page, f"/site/{TRACK}/faq/")
    there.leave()
    page.goto(f"/site/{OTHER}/roadmap/")
    expect_title(page, "Roadmap")
    page.goto("/site/skills?from=elsewhere")
    expect(page).to_have_url(f"{there.address}/site/skills/?from=elsewhere")
    assert all(one["url"].startswith(f"{there.address}/site/") for one in page.evaluate(KEPT))
    context.close()


def test_a_newer_edition_comes_in_when_the_reader_says_so(
    browser: Browser, edition: Path, host: Callable[[Path], Host]
) -> None:
    there, context, page = keeper(browser, host, edition, "/skills/")
    newer(edition, "skills/index.html", '<h1 id="skills">Skills', '<h1 id="skills">All skills', 0)
    there.asked.clear()
    page.reload()
    expect_title(page, "Skills")
    offer = page.get_by_role("status").filter(has_text="A newer edition of this site is ready.")
    expect(offer).to_be_visible()
    assert sorted(set(there.asked)) == ["/offline.json", "/skills/", "/sw.js"], "only what changed is fetched"
    expect_title(page, "Skills")
    offer.get_by_role("button", name="Show it").click()
    expect_title(page, "All skills")
    there.leave()
    page.goto("/roles/")
    page.goto("/skills/")
    expect_title(page, "All skills")
    assert len({one["name"] for one in page.evaluate(KEPT)}) == 1
    context.close()


def newer(edition: Path, path: str, old: str, new: str, small: int | None = None) -> None:
    """Another edition of the site, in which one page says something else; `small` as for the edition before."""
    text = (edition / path).read_text("utf-8")
    assert old in text
    (edition / path).write_text(text.replace(old, new), "utf-8")
    write_worker(edition, *([small] if small is not None else []))


def test_an_offer_put_off_changes_nothing(browser: Browser, edition: Path, host: Callable[[Path], Host]) -> None:
    _, context, page = keeper(browser, host, edition, "/skills/")
    newer(edition, "skills/index.html", '<h1 id="skills">Skills', '<h1 id="skills">All skills', 0)
    page.reload()
    page.get_by_role("button", name="Later").click()
    page.goto("/roles/")
    page.goto("/skills/")
    expect_title(page, "Skills")
    page.wait_for_load_state("load")
    assert (
        page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.waiting.state)") == "installed"
    )
    expect(page.get_by_role("button", name="Show it")).to_have_count(0)
    context.close()


def test_of_a_large_site_the_tracks_that_were_opened_are_kept(
    browser: Browser, edition: Path, host: Callable[[Path], Host]
) -> None:
    there, context, page = keeper(browser, host, edition)
    kept = {one["url"].removeprefix(f"{there.address}/") for one in page.evaluate(KEPT)}
    assert f"{TRACK}/" not in kept
    assert {"", "tracks/", "plan/" if (edition / "plan").exists() else "skills/", "offline/", "404.html"} <= kept
    page.goto(f"/{TRACK}/")
    own = {path for path in listed(edition) if path.startswith(f"{TRACK}/") or f"/{Path(TRACK).name}." in path}
    wait_until_kept(page, own)
    there.leave()
    page.goto(f"/{TRACK}/questions/")
    expect_title(page, "Questions")
    page.goto(f"/{OTHER}/faq/")
    expect_title(page, "Reading offline")
    expect(page).to_have_url(f"{there.address}/offline/")
    context.close()


def listed(edition: Path) -> list[str]:
    return list(json.loads((edition / "offline.json").read_text("utf-8"))["files"])


def test_what_was_kept_of_a_large_site_is_brought_up_to_date(
    browser: Browser, edition: Path, host: Callable[[Path], Host]
) -> None:
    there, context, page = keeper(browser, host, edition)
    page.goto("/skills/seaborn/")
    newer(edition, "skills/seaborn/index.html", '<h1 id="seaborn">Seaborn', '<h1 id="seaborn">Seaborn, anew', 0)
    page.reload()
    page.get_by_role("button", name="Show it").click()
    expect_title(page, "Seaborn, anew")
    there.leave()
    page.goto("/skills/")
    page.goto("/skills/seaborn/")
    expect_title(page, "Seaborn, anew")
    context.close()


def test_a_page_that_is_not_what_the_list_says_is_shown_and_not_kept(
    browser: Browser, edition: Path, host: Callable[[Path], Host]
) -> None:
    """A host that has a newer edition already: its page comes with its own scripts, not with those that are kept."""
    there, context, page = keeper(browser, host, edition)
    path = edition / "skills/seaborn/index.html"
    path.write_text(path.read_text("utf-8").replace(">Seaborn<", ">Seaborn, anew<"), "utf-8")
    with (edition / "assets/scripts/crosstrack.js").open("a") as script:
        script.write('document.body.dataset.edition = "newer";\n')
    page.goto("/skills/seaborn/")
    expect_title(page, "Seaborn, anew")
    expect(page.locator("body[data-edition=newer]")).to_be_visible()
    there.leave()
    assert page.evaluate("fetch('/roles/').then((answer) => answer.ok)"), "without a network, what is kept will do"
    assert f"{there.address}/skills/seaborn/" not in {one["url"] for one in page.evaluate(KEPT)}
    page.goto("/skills/")
    expect(page.locator("body.ct-scripted")).to_be_visible()
    expect(page.locator("body[data-edition]")).to_have_count(0)
    context.close()


def limit_room(page: Page, origin: str, size: int) -> None:
    """The browser gives this site so many bytes."""
    session = page.context.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": size})


def test_where_there_is_no_room_nothing_is_left_behind_or_tried_again(
    browser: Browser, site: Path, host: Callable[[Path], Host]
) -> None:
    there = host(site)
    context = reader(browser, there.address)
    page = context.new_page()
    page.goto("/api/v1/index.json")
    limit_room(page, there.address, 400_000)
    assert page.evaluate(TRIED) == "redundant"
    assert page.evaluate(KEPT) == []
    there.asked.clear()
    assert page.evaluate(TRIED) == "redundant"
    assert there.asked == ["/sw.js"]
    context.close()


TRIED = """async () => {
  const { installing } = await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
  const isSettled = () => ["installed", "redundant"].includes(installing.state);
  while (!isSettled()) await new Promise((done) => installing.addEventListener("statechange", done, { once: true }));
  return installing.state;
}"""
"""What became of a worker that was to keep the site."""


def test_what_there_is_no_room_to_keep_is_fetched_once_and_shown(
    browser: Browser, edition: Path, host: Callable[[Path], Host]
) -> None:
    there, context, page = keeper(browser, host, edition)
    limit_room(page, there.address, 1)
    there.asked.clear()
    page.goto("/skills/seaborn/")
    expect_title(page, "Seaborn")
    assert there.asked.count("/skills/seaborn/") == 1
    assert [path for path in there.asked if path.startswith("/assets/")] == [], "it is of this edition"
    context.close()


INSTALLING = """
const workers = new EventTarget();
const coming = Object.assign(new EventTarget(), { state: "installing", postMessage() {} });
const registration = Object.assign(new EventTarget(), { waiting: null, installing: coming });
Object.assign(workers, { controller: {}, register: async () => registration });
Object.defineProperty(navigator, "serviceWorker", { value: workers });
window.install = () => {
  coming.state = "installed";
  coming.dispatchEvent(new Event("statechange"));
};
"""
"""A newer edition that began to come in before this page asked for it: there is no word that it begins."""


def test_an_edition_that_was_coming_in_already_is_offered(
    browser: Browser, site: Path, host: Callable[[Path], Host]
) -> None:
    context = reader(browser, host(site).address)
    context.add_init_script(INSTALLING)
    page = context.new_page()
    page.goto("/", wait_until="load")
    page.evaluate("new Promise((after) => setTimeout(after))")  # the page registers the worker once it is loaded
    page.evaluate("window.install()")
    expect(page.get_by_role("button", name="Show it")).to_be_visible()
    context.close()


def test_who_edits_or_saves_data_keeps_nothing(
    browser: Browser, address: str, site: Path, host: Callable[[Path], Host]
) -> None:
    registered = "navigator.serviceWorker.getRegistrations().then((found) => found.length)"
    there = host(site)
    for base, saves in ((address, "false"), (there.address, "true")):
        context = reader(browser, base)
        context.add_init_script(
            f"Object.defineProperty(navigator, 'connection', {{ get: () => ({{ saveData: {saves} }}) }})"
        )
        page = context.new_page()
        page.goto("/")
        expect(page.locator("body.ct-scripted")).to_be_visible()
        assert page.evaluate(registered) == 0
        context.close()
    assert "/sw.js" not in there.asked
