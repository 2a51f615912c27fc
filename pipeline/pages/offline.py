"""What the site keeps on a reader's device; also what a reader meets who asks for a page that is not kept."""

from __future__ import annotations

from pipeline import markup
from pipeline.library import Library
from pipeline.model.page import OFFLINE, TRACKS, Page, Target
from pipeline.pages import frame
from pipeline.pages.view import PageView

_KEPT = (
    "What every page needs, and the pages that lead across all tracks, with your first visit.",
    "All pages of a track, with its questions and the numbers for a plan, once you open one of them.",
    "Every other page when you read it; and all of the site at once as long as it is small.",
)
_MORE = (
    "A newer edition is fetched while you read, and only what has changed of it. A line at the foot of the page tells "
    "you when it is ready; the page changes when you say so, and not before.",
    "Nothing is kept if your browser is set to save data. To have it all removed, clear this site's data in your "
    "browser; that also removes your plan and your progress, so export them first.",
)


def offline_page(library: Library) -> Page:
    """How the site is read without a network."""
    view = PageView(library, OFFLINE)
    view.account.head["robots"] = "noindex"
    tracks = view.link(markup.text("the tracks"), Target(TRACKS))
    way = markup.words(
        markup.text("If you came here for another page, that page is not on this device yet. Go back, or to"),
        markup.words(tracks, markup.text(","), between=""),
        markup.text("and open it again when you have a connection."),
    )
    return frame.page(
        view,
        frame.Head(
            "Reading offline", "What this site keeps on your device, so that you can read it without a connection."
        ),
        frame.trail(view),
        frame.title(markup.text("Reading offline")),
        frame.lead(markup.text("After your first visit this site can be read without a connection.")),
        markup.paragraph(way),
        markup.heading(2, markup.text("What is kept"), "kept"),
        markup.bullets(markup.text(words) for words in _KEPT),
        markup.heading(2, markup.text("How it stays up to date"), "newer"),
        *(markup.paragraph(markup.text(words)) for words in _MORE),
    )
