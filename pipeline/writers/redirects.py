"""A redirect as a page of its own: it works on any host, and under any site engine."""

from __future__ import annotations

import posixpath
from html import escape


def redirect_html(origin: str, target: str) -> str:
    """The page at the address `origin` that leads to the address `target`; both below the site's root."""
    relative = posixpath.relpath(target or ".", origin) + "/"
    safe = escape(relative)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>This page has moved</title>\n'
        f'<link rel="canonical" href="{safe}">\n<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={safe}">\n</head>\n'
        f'<body><p>This page has moved: <a href="{safe}">go there</a>.</p></body>\n</html>\n'
    )
