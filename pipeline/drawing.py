"""Drawings in SVG, for the eye alone: what they show must stand beside them in words.

In `drawing` lengths are units of its own width; in `ruled` they are shares of the width, so that strokes and words keep
their size on every screen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.markup import Markup, verbatim


@dataclass(frozen=True, slots=True)
class Scale:
    """How long the whole width is, in whatever is drawn to scale."""

    whole: float

    def share(self, part: float) -> str:
        """A part of the width: `37.5%`."""
        return f"{100 * part / self.whole:.4g}%"

    def bar(self, start: float, end: float, classes: str) -> Markup:
        """A bar half-way up the drawing; the style sheet says how thick."""
        ends = f'x1="{self.share(start)}" x2="{self.share(end)}"'
        return Markup(f'<line class="{classes}" {ends} y1="50%" y2="50%"/>')

    def rule(self, at: float) -> Markup:
        """An upright line through the whole height."""
        return Markup(f'<line x1="{self.share(at)}" x2="{self.share(at)}" y2="100%"/>')

    def figure(self, words: str, at: float) -> Markup:
        """Words at the top, which end where the line at `at` is."""
        return Markup(f'<text x="{self.share(at)}" dx="-.35em" y="1em">{verbatim(words)}</text>')

    def arrow(self, at: float) -> Markup:
        """The head of an arrow that ends there, half-way up."""
        return Markup(f'<svg x="{self.share(at)}" y="50%"><path d="M-7-5L0 0L-7 5"/></svg>')

    @property
    def step(self) -> int:
        """The round number that goes into the width six times at the most."""
        size = 1
        while True:
            for step in (size, 2 * size, 5 * size):
                if step * 6 >= self.whole:
                    return step
            size *= 10


def ruled(parts: Iterable[Markup], classes: str = "") -> Markup:
    """A drawing as wide as its place; the style sheet says how high."""
    name = f' class="{classes}"' if classes else ""
    return Markup(f'<svg{name} aria-hidden="true">{"".join(parts)}</svg>')


def stroke(path: str, classes: str) -> Markup:
    """A line of a drawing, as an SVG path."""
    return Markup(f'<path class="{classes}" d="{path}"/>')


def lettering(words: str, x: float, y: float, classes: str) -> Markup:
    """Words in a drawing."""
    return Markup(f'<text class="{classes}" x="{x:.0f}" y="{y:.0f}">{verbatim(words)}</text>')


def drawing(width: int, height: int, parts: Iterable[Markup], stretched: bool = False) -> Markup:
    """A drawing in units of its own, drawn as large as its place; `stretched` without keeping its proportions."""
    fit = ' preserveAspectRatio="none"' if stretched else ""
    start = f'<svg viewBox="0 0 {width} {height}"{fit} aria-hidden="true" focusable="false">'
    return Markup(f"{start}{''.join(parts)}</svg>")


def figure(drawn: Markup, classes: str) -> Markup:
    """A drawing as a block."""
    return Markup(f'<div class="{classes}">{drawn}</div>')
