"""The commands about the site: build, links, serve."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline import freshness
from pipeline.cli.terminal import HERE, FormatOption, Root, app, end, example, project_root, show
from pipeline.freshness import Stamp
from pipeline.model.counting import counted

if TYPE_CHECKING:
    from pipeline.site.links import LinkCount

_INPUTS = ("content", "data", "pipeline", "mkdocs.yml", "requirements.lock")
_SITE_INPUTS = ("build/docs", "overrides", "mkdocs.yml", "requirements.lock", "pipeline/site")


@app.command(epilog=example("crosstrack build", "crosstrack build --pages"))
def build(
    pages_only: Annotated[bool, typer.Option("--pages", help="Stop at the pages in build/docs.")] = False,
    form: FormatOption = "text",
    root: Root = HERE,
) -> None:
    """Build the pages and data, then the site, then check the site's links.

    A step without news is left out. With errors in the content nothing is written: the last good pages stay. What the
    check of the links finds, it finds in the new site.
    """
    top = project_root(root)
    pages = _build_pages(top, form)
    counts = f"{counted(pages.summary['guides'], 'guide')}, {counted(pages.summary['pages'], 'page')}"
    told = f"{counts}, {counted(pages.summary['findings'], 'finding')}"
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
    errors, warnings = show(project, form)
    if errors:
        end(f"{counted(errors, 'error')}, {counted(warnings, 'warning')}; build/docs was left as it was", 1)
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
    from pipeline.site.finish import finish
    from pipeline.site.search import SearchError

    try:
        build_site(top, top / "site", pages.summary["updated"], finish)
    except EngineError as error:
        end(f"the site engine found fault:\n{error}", 1)
    except SearchError as error:
        end(f"the site could not be indexed for the search:\n{error}", 1)
    _check_links(top, form)
    freshness.save(top / "build/site.json", Stamp(inputs, freshness.shape(top / "site")))


def _check_links(top: Path, form: str) -> LinkCount:
    """Check the built site; ends the run, with the findings printed, if a link of it leads nowhere."""
    from pipeline.build import Project
    from pipeline.site.check import check_site

    project = Project(top)
    count = check_site(top, project.report)
    project.take_spans()
    errors, _ = show(project, form)
    if errors:
        end(f"the built site has {counted(errors, 'error')}: site/ should not be published", 1)
    return count


@app.command(epilog=example("crosstrack links", "crosstrack links --external"))
def links(
    external: Annotated[bool, typer.Option("--external", help="Check the links to the web instead.")] = False,
    form: FormatOption = "text",
    root: Root = HERE,
) -> None:
    """Check every link, asset, anchor and redirect of the built site, offline; with --external, the web."""
    top = project_root(root)
    if not (top / "site/index.html").exists():
        end("there is no site yet; 'crosstrack build' makes it", 2)
    count = _check_links(top, form)
    if not external:
        print(f"{counted(count.links, 'link')} on {counted(count.pages, 'page')} checked, all lead somewhere")
        return
    from pipeline.build import Project
    from pipeline.site.external import check_external

    project = Project(top)
    asked = check_external(count.external, top / "build/cache/web.json", project.report)
    project.take_spans()
    _, warnings = show(project, form)
    told = f"{asked.asked} asked, {asked.fresh} answered well not long ago"
    print(f"{counted(len(count.external), 'web address')}: {told}, {counted(warnings, 'warning')}")
    if warnings:
        raise typer.Exit(1)


@app.command(epilog=example("crosstrack serve", "crosstrack serve --port 8080"))
def serve(
    port: Annotated[int, typer.Option("--port", help="The port on this machine; 0 takes a free one.")] = 8000,
    root: Root = HERE,
) -> None:
    """Build the site if there is news, and show it on this machine."""
    from pipeline.site.server import serve_site

    top = project_root(root)
    build(root=top)
    try:
        serve_site(top / "site", port, lambda address: print(f"{address} shows the site; Ctrl-C ends it", flush=True))
    except OSError as error:
        end(f"port {port} cannot be used: {(error.strerror or 'unknown reason').lower()}; try --port 0", 1)
