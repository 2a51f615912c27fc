"""The menu where the screen is too narrow for tabs: by keyboard, by name, and without scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE

UNSEEN = """() => {
  const { left, right, width } = document.activeElement.getBoundingClientRect()
  return width === 0 || right <= 0 || left >= innerWidth ? document.activeElement.textContent.trim() : null
}"""
"""What has the focus, if it is not on the screen."""


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, base_url=address, reduced_motion="reduce")  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def test_the_keyboard_finds_nothing_off_the_screen(phone: Page) -> None:
    phone.goto("/write/")
    expect(phone.get_by_role("button", name="Menu", exact=True)).to_be_visible()
    phone.evaluate("document.querySelector('.ct-search-opener').focus()")
    unseen = []
    for _ in range(3):
        phone.keyboard.press("Tab")
        unseen.append(phone.evaluate(UNSEEN))
    assert unseen == [None] * 3


def test_the_menu_opens_and_closes_by_keyboard(phone: Page) -> None:
    phone.goto("/write/")
    opener = phone.get_by_role("button", name="Menu", exact=True)
    menu = phone.get_by_role("navigation", name="Menu", exact=True)
    expect(menu).to_have_count(0)
    opener.press("Enter")
    expect(menu.get_by_role("link", name="Home")).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "true")
    phone.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(menu).to_have_count(0)
    opener.press("Enter")
    menu.get_by_role("button", name="Close").click()
    expect(opener).to_be_focused()
    opener.click()
    menu.get_by_role("link", name="Write").focus()
    phone.keyboard.press("Tab")  # whoever leaves the menu has done with it, and stays where they went
    expect(menu).to_have_count(0)
    expect(opener).not_to_be_focused()


def test_where_there_is_room_for_tabs_there_is_no_menu(reading: Page) -> None:
    reading.goto("/write/")
    expect(reading.locator(".ct-menu-opener")).to_be_hidden()
    expect(reading.get_by_role("navigation", name="Main").get_by_role("link", name="Plan")).to_be_visible()


def test_the_menu_opens_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, base_url=address, java_script_enabled=False)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto("/write/")
    page.get_by_title("Menu").click()
    page.get_by_role("navigation", name="Menu").get_by_role("link", name="Plan").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Plan")
    context.close()
