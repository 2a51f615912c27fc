"""The search as a reader uses it."""

from __future__ import annotations

import json
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from pipeline.site.server import server_for
from tests.browser.conftest import PHONE, WIDE
from tests.browser.cost import costs_of_search
from tests.browser.faults import faults_by_axe, faults_of_width

TRACK = "tracks/data-engineer-to-machine-learning-engineer"
TRACK_NAME = "Data engineer → Machine learning engineer"


def opened(page: Page, query: str, path: str = "/") -> Locator:
    """The search, with what it found."""
    page.goto(path)
    page.get_by_role("button", name="Search", exact=True).click()
    box = page.get_by_role("dialog", name="Search")
    box.get_by_role("searchbox", name="Search this site").fill(query)
    return box


def settled(box: Locator) -> None:
    """Wait until what narrows down is there: it comes last."""
    expect(box.get_by_role("group", name="Narrow down")).to_be_visible()


def test_a_page_is_found_by_its_words(page: Page) -> None:
    box = opened(page, "training-serving skew")
    expect(box.get_by_role("status")).to_have_text(re.compile(r"^\d+ pages found\."))
    expect(box.locator("mark").first).to_have_text(re.compile("training-serving|skew", re.IGNORECASE))
    box.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("/skills/training-serving-skew/$"))


def test_parts_of_a_page_stand_below_it_and_are_led_to(page: Page) -> None:
    box = opened(page, "roadmap checkpoint")
    settled(box)
    result = box.get_by_role("listitem").filter(has=page.get_by_role("listitem")).first
    part = result.get_by_role("listitem").first.get_by_role("link")
    expect(part).to_have_attribute("href", re.compile(r"/#[\w-]+$"))
    name = part.inner_text()
    part.click()
    expect(page.get_by_role("heading", name=name).first).to_be_in_viewport()


@pytest.mark.parametrize(
    ("query", "entry", "place", "also"),
    [
        ("MLE", "Machine learning engineer", "roles/machine-learning-engineer/", "machine learning engineer"),
        ("mle", "Machine learning engineer", "roles/machine-learning-engineer/", "machine learning engineer"),
        ("sklearn", "scikit-learn", "skills/scikit-learn/", "scikit-learn"),
    ],
)
def test_another_name_leads_to_the_entry_and_searches_for_its_name(
    page: Page, query: str, entry: str, place: str, also: str
) -> None:
    box = opened(page, query)
    expect(box.get_by_role("status")).to_contain_text(f"Also searched for: {also}")
    first = box.get_by_role("link").first
    expect(first).to_have_text(entry)
    expect(first).to_have_attribute("href", re.compile(f"/{place}$"))


def test_a_name_within_a_longer_query_is_searched_for_too(page: Page) -> None:
    box = opened(page, "MLE interview")
    expect(box.get_by_role("status")).to_contain_text("Also searched for: machine learning engineer interview")


def test_a_slip_is_mended_by_a_button(page: Page) -> None:
    box = opened(page, "kuberntes")
    expect(box.get_by_role("status")).to_contain_text("Did you mean Kubernetes?")
    page.keyboard.press("ArrowDown")
    expect(box.get_by_role("button", name="Kubernetes", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(box.get_by_role("searchbox")).to_have_value("Kubernetes")
    expect(box.get_by_role("searchbox")).to_be_focused()
    expect(box.get_by_role("link", name="Kubernetes", exact=True).first).to_be_visible()
    expect(box.get_by_text("Did you mean")).to_have_count(0)


def test_a_search_is_narrowed_down(page: Page) -> None:
    box = opened(page, "pipelines")
    settled(box)
    box.get_by_role("combobox", name="Kind").select_option("Roadmap")
    box.get_by_role("combobox", name="Track").select_option(TRACK.removeprefix("tracks/"))
    expect(box.get_by_role("status")).to_have_text("1 page found.")
    expect(box.get_by_role("link").first).to_have_text("Roadmap: Data engineer → machine learning engineer")
    box.get_by_role("combobox", name="Kind").select_option("")
    expect(box.get_by_role("status")).not_to_have_text("1 page found.")


def test_each_choice_says_how_many_pages_it_leaves(page: Page) -> None:
    box = opened(page, "pipelines")
    settled(box)
    status, kinds, tracks = box.get_by_role("status"), *(box.get_by_role("combobox", name=name) for name in FIELDS)
    group = box.get_by_role("group", name="Narrow down")
    expect(group).to_have_accessible_description("The number behind each choice says how many pages it leaves.")
    expect(kinds.get_by_role("option", name="All kinds")).to_have_text(f"All kinds ({counted(status)})")
    kinds.select_option("Roadmap")
    expect(status).to_have_text("3 pages found.")
    expect(kinds.locator("option:checked")).to_have_text("Roadmap (3)")
    expect(tracks.get_by_role("option", name=TRACK_NAME)).to_have_text(f"{TRACK_NAME} (1)")
    expect(tracks.get_by_role("option", name="All tracks")).to_have_text("All tracks (3)")


FIELDS = ("Kind", "Track")


def counted(status: Locator) -> int:
    """How many pages were found."""
    found = re.match(r"(\d+) pages? found\.", status.inner_text())
    assert found
    return int(found[1])


@pytest.mark.parametrize("queries", [["pipelines"], ["MLE loop", "machine learning engineer loop"], ["xyzzy"]])
@pytest.mark.parametrize("chosen", [{}, {"kind": "Roadmap"}, {"track": TRACK.removeprefix("tracks/"), "kind": "FAQ"}])
def test_a_count_is_that_of_the_pages_to_be_found(modules: Page, queries: list[str], chosen: dict[str, str]) -> None:
    """Whatever else is chosen, and though a page may answer to both wordings of a query."""
    counts, found = modules.evaluate(COUNTED, [queries, chosen])
    assert counts == found
    assert list(counts) == ["track", "kind", "role", "bucket"]


COUNTED = """async ([queries, chosen]) => {
  const { countsOf } = await import("/assets/scripts/search/counts.js");
  const { find } = await import("/assets/scripts/search/results.js");
  const counts = await countsOf(queries, chosen);
  const found = {};
  const among = async (choice) => (await find(queries, choice)).length;
  for (const [facet, { values }] of Object.entries(counts)) {
    const { [facet]: own, ...others } = chosen;
    found[facet] = { all: await among(others), values: {} };
    for (const value of Object.keys(values)) found[facet].values[value] = await among({ ...others, [facet]: value });
  }
  return [counts, found];
}"""
"""What is counted, and what is found when each choice is made."""


def test_roles_and_buckets_narrow_down(page: Page) -> None:
    box = opened(page, "python")
    settled(box)
    box.get_by_role("combobox", name="Bucket").select_option("Carries over")
    expect(box.locator("ol > li > .ct-search-kind").first).to_be_visible()
    expect(box.locator("ol > li > .ct-search-kind").filter(has_not_text="Skill")).to_have_count(0)
    box.get_by_role("combobox", name="Bucket").select_option("")
    box.get_by_role("combobox", name="Role").select_option("data-scientist")
    expect(box.locator("ol > li > .ct-search-kind").filter(has_text=re.compile("^Skill$"))).to_have_count(0)


COMPOSING = """(field) => field.dispatchEvent(
  new KeyboardEvent("keydown", { key: "ArrowDown", isComposing: true, bubbles: true, cancelable: true })
)"""
"""Whether the arrow is left to whoever composes a word with it."""


def test_by_keyboard_alone(page: Page) -> None:
    page.goto(f"/{TRACK}/")
    link = page.get_by_role("navigation", name="Pages of this track").get_by_role("link", name="Skills")
    link.focus()
    page.keyboard.press("/")
    box = page.get_by_role("dialog", name="Search")
    field = box.get_by_role("searchbox")
    expect(field).to_be_focused()
    page.keyboard.type("feature store")
    settled(box)
    assert field.evaluate(COMPOSING), "a key that an input method asked for is not taken"
    page.keyboard.press("ArrowDown")
    expect(box.get_by_role("link").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(box.get_by_role("link").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(link).to_be_focused()


@pytest.mark.parametrize("keys", ["/", "Control+k", "Meta+k"])
def test_keys_open_the_search_and_enter_the_first_result(page: Page, keys: str) -> None:
    page.goto("/")
    page.keyboard.press(keys)
    page.get_by_role("searchbox", name="Search this site").fill("sklearn")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/skills/scikit-learn/$"))


def test_keys_are_letters_in_a_field(page: Page) -> None:
    page.goto("/")
    page.evaluate("document.querySelector('h1').append(document.createElement('input'))")
    page.get_by_role("textbox").first.focus()
    page.keyboard.press("/")
    expect(page.get_by_role("textbox").first).to_have_value("/")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_address_has_the_search_and_opens_it(page: Page) -> None:
    box = opened(page, "pipelines")
    settled(box)
    box.get_by_role("combobox", name="Kind").select_option("Roadmap")
    expect(page).to_have_url(re.compile(r"/\?q=pipelines&in-kind=Roadmap$"))
    expect(box.get_by_role("status")).to_have_text(re.compile("^3 pages"))
    page.reload()
    expect(box.get_by_role("searchbox")).to_have_value("pipelines")
    expect(box.get_by_role("combobox", name="Kind")).to_have_value("Roadmap")
    expect(box.get_by_role("status")).to_have_text(re.compile("^3 pages"))
    box.get_by_role("button", name="Close").click()
    expect(page).to_have_url(re.compile(r"/$"))


@pytest.mark.parametrize(
    ("search", "asked"),
    [
        ("?q=a%20b&in-role=x&in-kind=FAQ", {"query": "a b", "chosen": {"kind": "FAQ", "role": "x"}}),
        ("?q=a&track=x-to-y&kind=Roadmap", {"query": "a", "chosen": {}}),
        ("?q=&in-kind=Roadmap", {"query": "", "chosen": {}}),
        ("?in-kind=Roadmap", None),
        ("", None),
    ],
)
def test_what_an_address_asks_for(modules: Page, search: str, asked: object) -> None:
    assert told(modules, "asked", f"it.asked({search!r})") == asked


@pytest.mark.parametrize(
    ("query", "chosen", "after"),
    [
        ("a b", {"kind": "FAQ"}, "/plan/?track=x-to-y&q=a+b&in-kind=FAQ#plan=1"),
        ("a", {}, "/plan/?track=x-to-y&q=a#plan=1"),
        ("", {"kind": "FAQ"}, "/plan/?track=x-to-y#plan=1"),
    ],
)
def test_an_address_keeps_what_is_not_of_the_search(
    modules: Page, query: str, chosen: dict[str, str], after: str
) -> None:
    before = "https://example.org/plan/?track=x-to-y&q=b&in-role=z#plan=1"
    call = f"it.addressed({before!r}, {query!r}, {json.dumps(chosen)})"
    assert told(modules, "asked", call) == f"https://example.org{after}"


def test_a_page_keeps_its_own_track_in_the_address(page: Page) -> None:
    own = f"/practice/?track={TRACK.removeprefix('tracks/')}&answer=5"
    box = opened(page, "pipelines", own)
    settled(box)
    expect(box.get_by_role("combobox", name="Track")).to_have_value("")
    box.get_by_role("button", name="Close").click()
    expect(page).to_have_url(re.compile(re.escape(own) + "$"))


def test_what_the_address_asked_when_it_was_opened_is_searched_for(page: Page) -> None:
    """However long the search takes to load, and whatever the page does to its address meanwhile."""
    held: list[Route] = []
    page.route("**/search/dialog.js", lambda route: held.append(route))
    with page.expect_request("**/search/dialog.js"):
        page.goto("/?q=docker")
    page.evaluate("history.replaceState(null, '', '/')")
    held[0].continue_()
    expect(page.get_by_role("searchbox", name="Search this site")).to_have_value("docker")


def test_a_search_that_was_closed_leaves_nothing_in_the_address(page: Page) -> None:
    held: list[Route] = []
    page.route("**/names.json", lambda route: held.append(route))
    with page.expect_request("**/names.json"):
        opened(page, "docker")
    page.keyboard.press("Escape")
    held[0].continue_()
    page.evaluate(ANSWERED, "docker")
    assert page.evaluate("location.search") == ""


ANSWERED = """async (query) => {
  const { find } = await import("/assets/scripts/search/results.js");
  const pages = await find([query], {});
  await Promise.all(pages.slice(0, 5).map((one) => one.data()));
  await new Promise((after) => setTimeout(() => setTimeout(after)));
}"""
"""What was asked before this was asked has its answer."""


def test_only_a_click_beside_it_closes_it(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("/")
    box = page.get_by_role("dialog", name="Search")
    place, field = box.bounding_box(), box.get_by_role("searchbox").bounding_box()
    assert place and field
    page.mouse.click(place["x"] + 4, place["y"] + 4)
    expect(box).to_be_visible()
    page.mouse.move(field["x"] + 50, field["y"] + 10)
    page.mouse.down()
    page.mouse.move(place["x"] - 20, field["y"] + 10)
    page.mouse.up()
    expect(box).to_be_visible()
    page.mouse.click(place["x"] - 20, place["y"] + 4)
    expect(box).to_be_hidden()


def test_a_search_that_cannot_be_loaded_says_so(page: Page) -> None:
    page.route("**/search/dialog.js", lambda route: route.abort())
    page.goto("/")
    page.keyboard.press("/")
    expect(page.get_by_role("alert")).to_contain_text("The search could not be loaded.")


def test_back_leads_to_the_results(page: Page) -> None:
    box = opened(page, "pipelines")
    settled(box)
    box.get_by_role("link").first.click()
    expect(page).not_to_have_url(re.compile("q="))
    page.go_back()
    expect(box.get_by_role("searchbox")).to_have_value("pipelines")
    expect(box.get_by_role("link").first).to_be_visible()


def test_words_of_an_address_stay_words(page: Page) -> None:
    page.goto("/?q=%3Cimg%20src%3Dx%3E&in-kind=%3Cb%3E&in-track=nowhere")
    box = page.get_by_role("dialog", name="Search")
    expect(box.get_by_role("status")).to_contain_text("<img src=x>")
    expect(box.locator("img")).to_have_count(0)


def test_more_results_are_shown_when_asked_for(page: Page) -> None:
    box = opened(page, "model")
    settled(box)
    results = box.locator("ol > li")
    before = results.count()
    box.get_by_role("button", name="Show more").click()
    expect(results.nth(before).get_by_role("link").first).to_be_focused()


def test_nothing_found_says_so(page: Page) -> None:
    box = opened(page, "xyzzyplugh")
    expect(box.get_by_role("status")).to_have_text("No page has “xyzzyplugh”.")


def test_an_index_that_cannot_be_had_says_so(page: Page) -> None:
    page.route("**/pagefind/**", lambda route: route.abort())
    box = opened(page, "sklearn")
    expect(box.get_by_role("status")).to_contain_text("could not be loaded")
    expect(box.get_by_role("link", name="scikit-learn")).to_be_visible()
    page.unroute("**/pagefind/**")
    box.get_by_role("searchbox").fill("kafka")
    expect(box.get_by_role("status")).to_contain_text("found")


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "light"), (PHONE, "dark")], ids=["wide-light", "phone-dark"])
def test_it_holds_together(browser: Browser, address: str, size: dict, scheme: str) -> None:  # type: ignore[type-arg]
    """On any screen, in any scheme: no request elsewhere, nothing in the console, nothing wider than the screen."""
    context = browser.new_context(viewport=size, base_url=address, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    box = opened(page, "MLE interview")
    settled(box)
    assert faults_of_width(page) == []
    assert box.evaluate("box => box.scrollWidth <= box.clientWidth")
    place = box.bounding_box()
    assert place is not None
    if size is PHONE:
        assert (place["x"], place["y"], place["width"], place["height"]) == (0, 0, size["width"], size["height"])
    assert faults_by_axe(page) == []
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert said == []
    context.close()


@pytest.mark.parametrize("query", ["kubernetes", "system design interview", "MLE"])
def test_the_first_result_costs_little(newcomer: Page, query: str) -> None:
    newcomer.goto("/")
    costs = costs_of_search(newcomer, query)
    assert costs.result.requests <= 12, costs
    assert costs.result.bytes <= 120_000, costs


@pytest.mark.parametrize("query", ["feature store", "how long does it take"])
def test_the_first_page_with_the_words_costs_no_more(newcomer: Page, query: str) -> None:
    newcomer.goto("/")
    costs = costs_of_search(newcomer, query)
    assert costs.page.requests <= 12, costs
    assert costs.page.bytes <= 120_000, costs


def test_nothing_of_the_search_is_loaded_before_it_is_opened(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/", wait_until="networkidle")
    assert [url for url in asked if "pagefind" in url or "names.json" in url or url.endswith("/dialog.js")] == []


def test_without_scripts_there_is_no_opener_and_the_lists_are_at_hand(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=WIDE, base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    expect(page.get_by_role("button", name="Search")).to_have_count(0)
    page.get_by_role("navigation", name="Site").get_by_role("link", name="Skills").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Skills"))
    context.close()


@pytest.fixture
def folder(site: Path, tmp_path: Path) -> Iterator[str]:
    """The site in a folder of a host."""
    shutil.copytree(site, tmp_path / "docs/crosstrack")
    with server_for(tmp_path, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/docs/crosstrack/"
        server.shutdown()


def test_it_works_in_a_folder_of_a_host(page: Page, folder: str) -> None:
    box = opened(page, "drift detection", folder)
    box.locator("ol").get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("/docs/crosstrack/"))
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Off the chart")


NAMES = [
    {"name": "Machine learning engineer", "aliases": ["MLE", "ML engineer"], "url": "roles/mle/"},
    {"name": "Go (language)", "aliases": ["Golang", "Go"], "url": "skills/go/"},
    {"name": "Feature stores", "aliases": ["online store"], "url": "skills/feature-stores/"},
    {"name": "Kubernetes", "aliases": ["K8s"], "url": "skills/kubernetes/"},
]


def told(page: Page, module: str, call: str) -> object:
    """What a module of the search answers; `names` are the wordings of NAMES."""
    names = f"(await import('/assets/scripts/search/names.js')).wordings({json.dumps(NAMES)})"
    return page.evaluate(
        f"async () => {{ const names = {names}; const it = await import('/assets/scripts/search/{module}.js');"
        f" return {call}; }}"
    )


@pytest.mark.parametrize(
    ("query", "entries"),
    [
        ("mle", ["Machine learning engineer"]),
        ("feature-store", ["Feature stores"]),
        ("feat", ["Feature stores"]),
        ("fe", []),
        ("go", ["Go (language)"]),
        ("", []),
        ("store", []),
    ],
)
def test_which_entries_a_query_names(modules: Page, query: str, entries: list[str]) -> None:
    assert told(modules, "names", f"it.hits(names, {query!r}).map((entry) => entry.name)") == entries


@pytest.mark.parametrize(
    ("query", "also"),
    [
        ("MLE salary", "machine learning engineer salary"),
        ("k8s", "Kubernetes"),
        ("go to production", ""),
        ("Go in production", "Go (language) in production"),
        ("golang", "Go (language)"),
        ("kubernetes k8s", ""),
        ("machine learning engineer", ""),
        ('"the MLE interview"', ""),
    ],
)
def test_what_a_query_says_in_other_words(modules: Page, query: str, also: str) -> None:
    assert told(modules, "names", f"it.synonym(names, {query!r})") == also


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("how long does it take", "long take"),
        ("What is it", "What is it"),
        ('"state of the art"', '"state of the art"'),
    ],
)
def test_which_words_are_looked_up(modules: Page, query: str, words: str) -> None:
    assert told(modules, "names", f"it.telling({query!r})") == words


@pytest.mark.parametrize(
    ("query", "parts", "better"),
    [
        ("kubernets", False, "Kubernetes"),
        ("kuberentes", False, "Kubernetes"),
        ("feture store", False, "Feature stores"),
        ("kubernetes", False, ""),
        ("kubernets interview", False, ""),
        ("kubernets interview", True, "Kubernetes interview"),
        ("golnag", False, "Golang"),
        ("gp", False, ""),
        ("weather", True, ""),
    ],
)
def test_what_a_slip_was_meant_to_be(modules: Page, query: str, parts: bool, better: str) -> None:
    assert told(modules, "nearest", f"it.mended(names, {query!r}, {str(parts).lower()})") == better


@pytest.mark.parametrize(
    ("one", "other", "far"), [("ab", "ab", 0), ("ab", "ba", 1), ("abc", "ab", 1), ("abc", "axc", 1), ("abc", "xyz", 3)]
)
def test_how_far_words_are_apart(modules: Page, one: str, other: str, far: int) -> None:
    assert told(modules, "nearest", f"it.distance({one!r}, {other!r}, 3)") == far
    assert told(modules, "nearest", f"it.distance({other!r}, {one!r}, 3)") == far
