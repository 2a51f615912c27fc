"""What the commands share: the application, how findings are shown, how a run ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from pipeline.build import Project

app = typer.Typer(
    name="crosstrack",
    help="Turns career-transition guides into data, and the data into a searchable site.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Root = Annotated[
    Path, typer.Option("--root", help="The project, if it is not the folder you are in.", show_default=False)
]
FormatOption = Annotated[str, typer.Option("--format", help="How findings are printed: text, json or github.")]
HERE = Path()


def example(*lines: str) -> str:
    return "Example:\n\n" + "\n\n".join(f"  {line}" for line in lines)


def project_root(root: Path) -> Path:
    """The project that a folder belongs to; ends the run, as misused, where there is none."""
    start = root.absolute()
    for folder in (start, *start.parents):
        if (folder / "content").is_dir() and (folder / "data").is_dir():
            return folder
    end(f"{start} is not in a Crosstrack project: there is no folder with content/ and data/", 2)


def end(message: str, code: int) -> NoReturn:
    print(f"crosstrack: {message}", file=sys.stderr)
    raise typer.Exit(code)


def show(project: Project, form: str, only: set[str] | None = None) -> tuple[int, int]:
    """Print the findings; returns how many errors and warnings were printed."""
    from pipeline.writers.findings import FORMATS

    found = [f for f in project.ordered if only is None or (f.span is not None and f.span.path in only)]
    if form not in FORMATS:
        end(f"there is no format '{form}'; the formats are {', '.join(FORMATS)}", 2)
    text = FORMATS[form](found, project.sources)
    if text and form == "text" and sys.stdout.isatty() and "NO_COLOR" not in os.environ:
        from rich.console import Console
        from rich.text import Text

        shown = Text(text)
        shown.highlight_regex(r"\berror\[[\w-]+\]", "bold red")
        shown.highlight_regex(r"\bwarning\[[\w-]+\]", "bold yellow")
        shown.highlight_regex(r"(?m)^ +\| +\^+$", "bold red")
        shown.highlight_regex(r"(?m)^  hint:", "cyan")
        Console(soft_wrap=True).print(shown)
    elif text:
        print(text)
    errors = sum(f.is_error for f in found)
    return errors, len(found) - errors
