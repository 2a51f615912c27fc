"""The questions of a track, domain by domain, as a reader meets them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import PHONE, WIDE

QUESTIONS = "tracks/data-engineer-to-machine-learning-engineer/questions"
ASKED = "When is a model good enough to release?"


def test_a_question_of_the_list_leads_to_its_answer(page: Page) -> None:
    page.goto(f"/{QUESTIONS}/")
    page.get_by_role("main").get_by_role("link", name=ASKED).click()
    expect(page).to_have_url(re.compile(f"/{QUESTIONS}/lifecycle/#[a-z-]+$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("ML lifecycle and model management")
    expect(page.get_by_role("heading", level=2, name=ASKED)).to_be_in_viewport()


def test_the_address_that_a_question_had_leads_to_its_line(page: Page) -> None:
    """Before domains had pages, a question stood at this address."""
    page.goto(f"/{QUESTIONS}/")
    old = page.get_by_role("main").get_by_role("link", name=ASKED).get_attribute("href") or ""
    page.goto(f"/{QUESTIONS}/#{old.rpartition('#')[2]}")
    expect(page.get_by_role("link", name=ASKED)).to_be_in_viewport()
    page.goto(f"/{QUESTIONS}/#lifecycle")
    expect(page.get_by_role("heading", level=2, name="ML lifecycle and model management")).to_be_in_viewport()


def test_a_domain_says_where_it_stands_and_who_asks_it(page: Page) -> None:
    page.goto(f"/{QUESTIONS}/lifecycle/")
    trail = page.get_by_role("navigation", name="Where you are").get_by_role("link")
    expect(trail).to_have_text(["Home", "Tracks", "Data engineer → machine learning engineer", "Questions"])
    pages = page.get_by_role("navigation", name="Pages of this track")
    expect(pages.get_by_role("link", name="Questions")).to_be_visible()
    expect(marked(pages)).to_have_text("Questions")
    asked_in = page.get_by_role("definition").filter(has_text="ML fundamentals").first
    asked_in.get_by_role("link", name="Production ML").click()
    expect(page).to_have_url(re.compile(r"/interview/#[a-z-]+$"))


def test_a_domain_and_a_round_lead_to_practising_them(page: Page) -> None:
    page.goto(f"/{QUESTIONS}/lifecycle/")
    asked = page.get_by_role("group").filter(has_text="Outline of a strong answer").count()
    page.get_by_role("main").get_by_role("link", name="Practise these questions").click()
    expect(page.get_by_text(f"{asked} new, {asked} in all")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/practice/\?track=[a-z-]+&domain=lifecycle$"))
    page.goto(f"/{QUESTIONS.removesuffix('questions')}interview/")
    page.get_by_role("main").get_by_role("link", name="practise them").first.click()
    expect(page.get_by_text(re.compile(r"\d+ new, \d+ in all"))).to_be_visible()
    expect(page).to_have_url(re.compile(r"&round=[a-z-]+$"))


def marked(pages: Locator) -> Locator:
    """The page of the track that the reader is on or below."""
    return pages.locator('[aria-current="true"]')


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_reader_goes_from_domain_to_domain_and_on(browser: Browser, address: str, size: dict[str, int]) -> None:
    context = browser.new_context(viewport=size, base_url=address)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"/{QUESTIONS}/")
    domains = page.get_by_role("main").get_by_role("heading", level=2).get_by_role("link")
    titles = [re.sub("¶$", "", title) for title in domains.all_inner_texts() if title != "¶"]
    domains.first.click()
    for title in titles[1:]:
        page.get_by_role("link", name=title, exact=True).last.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(title)
    page.get_by_role("main").get_by_role("link", name="Mistakes", exact=True).last.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Mistakes")
    context.close()


def test_a_round_leads_to_the_domains_that_it_asks(page: Page) -> None:
    page.goto(f"/{QUESTIONS.replace('questions', 'interview')}/")
    page.get_by_role("main").get_by_role("link", name="ML lifecycle and model management").first.click()
    expect(page).to_have_url(re.compile(f"/{QUESTIONS}/lifecycle/$"))
