"""What a web page holds beside its text, told by its elements: which are left out and why, and what its head says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_ELEMENTS = {
    "script": "script",
    "style": "style",
    "noscript": "script",
    "template": "script",
    "svg": "picture",
    "nav": "navigation",
    "aside": "sidebar",
    "footer": "footer",
    "button": "controls",
    "select": "controls",
    "textarea": "controls",
    "iframe": "embedded page",
}
_ROLES = {
    "navigation": "navigation",
    "search": "search",
    "contentinfo": "footer",
    "complementary": "sidebar",
    "banner": "page header",
    "dialog": "dialog",
    "menu": "navigation",
}
_CLASSES = (
    (
        r"nav(?:bar|igation)?|menu|breadcrumbs?|pagination|pager|toc|table-of-contents|site-header|skip-link",
        "navigation",
    ),
    (r"side-?bar|widget|book-summary", "sidebar"),
    (r"share|sharing|social|addtoany|sharedaddy", "share buttons"),
    (r"comments?|disqus|responses", "comments"),
    (r"related|recommended|recirc|read-?next|more-posts|teasers?|popular", "teasers"),
    (r"cookies?|consent|gdpr", "cookie notice"),
    (r"newsletter|subscribe|sign-?up|promo|advert|ads?|sponsor|banner|cta|popup|modal", "advertisement"),
    (r"footer|copyright|colophon", "footer"),
    (r"author-?(?:bio|box|card)|about-author", "about the author"),
    (r"search(?:-results|-form|-box)?", "search"),
)
_WHOLE = ("html", "body", "main", "article")


def left_out(tag: str, given: Mapping[str, str], begun: bool) -> str | None:
    """Why an element is no text of the page; None if it is."""
    if tag in _WHOLE:
        return None
    if tag == "header":
        return None if begun or "site" not in given.get("class", "") else "page header"
    reason = _ELEMENTS.get(tag) or _ROLES.get(given.get("role", ""))
    if reason or "hidden" in given or (given.get("aria-hidden") == "true" and tag != "i"):
        return reason or "hidden"
    if tag not in ("div", "section", "ul", "ol", "p", "span", "form", "table", "dl"):
        return None
    return _by_class(" ".join((given.get("class", ""), given.get("id", ""))))


def by_name(tag: str, given: Mapping[str, str]) -> bool:
    """Whether it is only its class or id that says an element is no text; comments are believed."""
    told = _ELEMENTS.get(tag) or _ROLES.get(given.get("role", "")) or "hidden" in given
    return not told and left_out(tag, given, True) not in (None, "comments", "hidden")


def _by_class(names: str) -> str | None:
    """A class counts word by word: `top-nav` is navigation, `navy` and `page-wrapper with-nav` are not."""
    for name in names.lower().replace("_", "-").split():
        if re.search(r"(?:with|has|no|is)-|wrapper|container|layout|content|main|inner|body|noresults", name):
            continue
        for words, reason in _CLASSES:
            if re.fullmatch(rf"(?:[a-z0-9]+-)*(?:{words})(?:-[a-z0-9]+)?", name):
                return reason
    return None


_SAID = {
    "og:title": "title",
    "og:site_name": "publisher",
    "og:url": "url",
    "author": "author",
    "article:author": "author",
    "article:published_time": "date",
    "date": "date",
    "dc.date": "date",
    "publisher": "publisher",
}


def said(tag: str, given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What an element of the head says of the page."""
    content = " ".join(given.get("content", "").split())
    name = _SAID.get((given.get("property") or given.get("name") or "").lower())
    if tag == "meta" and name and content and name != "title":
        yield name, content
    if tag == "link" and given.get("rel") == "canonical" and given.get("href", "").startswith("http"):
        yield "url", given["href"]
    if tag == "time" and given.get("datetime"):
        yield "date", given["datetime"]
