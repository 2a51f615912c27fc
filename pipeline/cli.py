"""The commands. The only module that prints and sets the exit code.

Nothing heavy is imported before a command needs it: a build without news takes a fraction of a second.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from pipeline import freshness
from pipeline.freshness import Stamp

if TYPE_CHECKING:
    from pipeline.build import Project
    from pipeline.site.links import LinkCount

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
_HERE = Path()
_INPUTS = ("content", "data", "pipeline", "requirements.lock")
_SITE_INPUTS = ("build/docs", "overrides", "mkdocs.yml", "requirements.lock")


def main() -> None:
    """Run the command line."""
    app()


def _example(*lines: str) -> str:
    return "Example:\n\n" + "\n\n".join(f"  {line}" for line in lines)


def _project_root(root: Path) -> Path:
    """The project that a folder belongs to; ends the run, as misused, where there is none."""
    start = root.absolute()
    for folder in (start, *start.parents):
        if (folder / "content").is_dir() and (folder / "data").is_dir():
            return folder
    _end(f"{start} is not in a Crosstrack project: there is no folder with content/ and data/", 2)


def _end(message: str, code: int) -> NoReturn:
    print(f"crosstrack: {message}", file=sys.stderr)
    raise typer.Exit(code)


def _show(project: Project, form: str, only: set[str] | None = None) -> tuple[int, int]:
    """Print the findings; returns how many errors and warnings were printed."""
    from pipeline.writers.findings import FORMATS

    found = [f for f in project.ordered if only is None or (f.span is not None and f.span.path in only)]
    if form not in FORMATS:
        _end(f"there is no format '{form}'; the formats are {', '.join(FORMATS)}", 2)
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


def _count(number: int, word: str) -> str:
    many = f"{word}es" if word.endswith("s") else f"{word}s"
    return f"{number} {word if number == 1 else many}" if number else f"no {many}"


@app.command(epilog=_example("crosstrack check", "crosstrack check --strict content/guides/my-guide.md"))
def check(
    paths: Annotated[list[Path] | None, typer.Argument(help="Guides to check; all of them, if none is named.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings count as errors.")] = False,
    form: FormatOption = "text",
    root: Root = _HERE,
) -> None:
    """Check guides and registries, and print what was found.

    Exit code 0 if all is well, 1 with errors, 2 if the command was misused.
    """
    from pipeline.build import check as run
    from pipeline.stages.read import name_of

    top = _project_root(root)
    for path in paths or []:
        if not path.exists():
            _end(f"there is no file {path}", 2)
    given = [inner for path in paths or [] for inner in (sorted(path.rglob("*.md")) if path.is_dir() else [path])]
    project, library = run(top, [path.absolute() for path in given])
    only = {name_of(path, top) for path in given} if paths else None
    errors, warnings = _show(project, form, only)
    if form == "text":
        many = _count(len(given) if paths else len(library.tracks), "guide")
        print(f"{many} checked: {_count(errors, 'error')}, {_count(warnings, 'warning')}")
    if errors or (strict and warnings):
        raise typer.Exit(1)


@app.command(epilog=_example("crosstrack build", "crosstrack build --pages"))
def build(
    pages_only: Annotated[bool, typer.Option("--pages", help="Stop at the pages in build/docs.")] = False,
    form: FormatOption = "text",
    root: Root = _HERE,
) -> None:
    """Build the pages and data, then the site, then check the site's links.

    A step without news is left out. With errors nothing is written: the last good pages stay.
    """
    top = _project_root(root)
    pages = _build_pages(top, form)
    counts = f"{_count(pages.summary['guides'], 'guide')}, {_count(pages.summary['pages'], 'page')}"
    told = f"{counts}, {_count(pages.summary['findings'], 'finding')}"
    if pages_only:
        print(f"{told}: build/docs")
        return
    _build_site(top, pages, form)
    print(f"{told}: site/ is ready, 'make serve' (or 'crosstrack serve') shows it")


def _build_pages(top: Path, form: str) -> Stamp:
    saved, inputs = freshness.load(top / "build/pages.json"), freshness.contents(top, _INPUTS)
    if saved and saved.inputs == inputs and saved.outputs == freshness.shape(top / "build/docs"):
        if saved.findings and form == "text":
            print(saved.findings)
        return saved
    from pipeline.build import build as run
    from pipeline.writers.findings import as_text

    project, library, pages = run(top)
    errors, warnings = _show(project, form)
    if errors:
        _end(f"{_count(errors, 'error')}, {_count(warnings, 'warning')}; build/docs was left as it was", 1)
    updated = max((track.guide.updated for track in library.tracks), default=None)
    summary = {
        "guides": len(library.tracks),
        "pages": len(pages),
        "findings": warnings,
        "updated": (updated.toordinal() - 719163) * 86400 if updated else 0,
    }
    stamp = Stamp(inputs, freshness.shape(top / "build/docs"), summary, as_text(project.ordered, project.sources))
    freshness.save(top / "build/pages.json", stamp)
    return stamp


def _build_site(top: Path, pages: Stamp, form: str) -> None:
    saved, inputs = freshness.load(top / "build/site.json"), freshness.contents(top, _SITE_INPUTS)
    if saved and saved.inputs == inputs and saved.outputs == freshness.shape(top / "site"):
        return
    from pipeline.site.engine import EngineError, build_site

    try:
        build_site(top, top / "site", pages.summary["updated"])
    except EngineError as error:
        _end(f"the site engine found fault:\n{error}", 1)
    _check_links(top, form)
    freshness.save(top / "build/site.json", Stamp(inputs, freshness.shape(top / "site")))


def _check_links(top: Path, form: str) -> LinkCount:
    """Check the built site; ends the run, with the findings printed, if a link of it leads nowhere."""
    from pipeline.build import Project
    from pipeline.site.check import check_site

    project = Project(top)
    count = check_site(top, project.report)
    project.take_spans()
    errors, _ = _show(project, form)
    if errors:
        _end(f"the built site has {_count(errors, 'error')}", 1)
    return count


@app.command(epilog=_example("crosstrack links", "crosstrack links --external"))
def links(
    external: Annotated[bool, typer.Option("--external", help="Check the links to the web instead.")] = False,
    form: FormatOption = "text",
    root: Root = _HERE,
) -> None:
    """Check every link, asset, anchor and redirect of the built site, offline; with --external, the web."""
    top = _project_root(root)
    if not (top / "site/index.html").exists():
        _end("there is no site yet; 'crosstrack build' makes it", 2)
    count = _check_links(top, form)
    if not external:
        print(f"{_count(count.links, 'link')} on {_count(count.pages, 'page')} checked, all lead somewhere")
        return
    from pipeline.build import Project
    from pipeline.site.external import check_external

    project = Project(top)
    asked = check_external(count.external, top / "build/cache/web.json", project.report)
    project.take_spans()
    _, warnings = _show(project, form)
    told = f"{asked.asked} asked, {asked.fresh} answered well not long ago"
    print(f"{_count(len(count.external), 'web address')}: {told}, {_count(warnings, 'warning')}")
    if warnings:
        raise typer.Exit(1)


@app.command(epilog=_example("crosstrack export --out data-files"))
def export(
    out: Annotated[Path, typer.Option("--out", help="The folder to write into.")] = Path("build/api"),
    root: Root = _HERE,
) -> None:
    """Write all guides, roles, skills and questions as JSON, valid against schemas/."""
    from pipeline.api import published
    from pipeline.build import check as run
    from pipeline.stages.write import write_folder
    from pipeline.writers.json import write_json

    top = _project_root(root)
    project, library = run(top)
    errors, _ = _show(project, "text")
    if errors:
        _end(f"{_count(errors, 'error')}; nothing was written", 1)
    files = {path: write_json(value) for path, value in published(library).items()}
    write_folder(out.absolute(), files)
    print(f"{_count(len(files), 'file')}: {out}")


@app.command(epilog=_example("crosstrack schema", "crosstrack schema --check"))
def schema(
    test: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if schemas/ is out of date.")] = False,
    root: Root = _HERE,
) -> None:
    """Write the JSON Schemas of all published data into schemas/."""
    from pipeline.api import schemas
    from pipeline.stages.write import write_folder
    from pipeline.writers.json import dumped

    top = _project_root(root)
    files = {f"{name}.json": dumped(content) for name, content in schemas().items()}
    if test:
        there = {path.name: path.read_text("utf-8") for path in (top / "schemas").glob("*.json")}
        if there != files:
            _end("schemas/ is out of date; 'crosstrack schema' writes it anew", 1)
        print(f"{_count(len(files), 'schema')} up to date")
        return
    write_folder(top / "schemas", files)
    print(f"{_count(len(files), 'schema')}: schemas/")


@app.command(epilog=_example("crosstrack serve", "crosstrack serve --port 8080"))
def serve(
    port: Annotated[int, typer.Option("--port", help="The port on this machine; 0 takes a free one.")] = 8000,
    root: Root = _HERE,
) -> None:
    """Build the site if there is news, and show it on this machine."""
    from pipeline.site.server import serve_site

    top = _project_root(root)
    build(root=top)
    try:
        serve_site(top / "site", port, lambda address: print(f"{address} shows the site; Ctrl-C ends it", flush=True))
    except OSError as error:
        _end(f"port {port} cannot be used: {(error.strerror or 'unknown reason').lower()}; try --port 0", 1)
