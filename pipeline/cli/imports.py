"""The commands about documents that nobody wrote for us: import, extract."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.terminal import HERE, Root, app, end, example, project_root, show
from pipeline.model.counting import counted

if TYPE_CHECKING:
    from pipeline.imports import Desk, Imported
    from pipeline.outbox import Outbox

STDIN = Path("-")
Sources = Annotated[list[Path], typer.Argument(help="Documents, folders of them, or '-' for what comes in.")]
Out = Annotated[Path | None, typer.Option("--out", help="The folder for the drafts; content/guides, if none is named.")]
From = Annotated[str | None, typer.Option("--from", help="The role the guide leads from.")]
To = Annotated[str | None, typer.Option("--to", help="The role the guide leads to.")]
Ledger = Annotated[bool, typer.Option("--ledger", help="Write beside each draft where every line went.")]
Force = Annotated[bool, typer.Option("--force", help="Write over a guide that is there.")]


@app.command("import", epilog=example("crosstrack import page.html --ledger", "crosstrack import pages --out drafts"))
def import_documents(  # noqa: PLR0913 - one parameter an option
    sources: Sources,
    out: Out = None,
    origin: From = None,
    target: To = None,
    force: Force = False,
    ledger: Ledger = False,
    root: Root = HERE,
) -> None:
    """Make draft guides of Markdown, HTML, text, PDF and Word files, and say what found no place.

    Exit code 0 if every document became a draft, 1 if one did not, 2 if the command was misused.
    """
    from pipeline.drafts import Wishes
    from pipeline.imports import desk
    from pipeline.outbox import Outbox

    top = project_root(root)
    made, project = desk(top, (out or top / "content/guides").absolute(), Wishes(_today(), origin, target))
    show(project, "text")
    outbox = Outbox(made.out, top, force, ledger)
    drafted = [_settled(done, outbox) for done in _imported(sources, made)]
    outbox.close()
    _propose(outbox)
    failed = len(drafted) - sum(drafted)
    print(f"{counted(sum(drafted), 'document')} imported" + (f", {failed} not" if failed else ""))
    if not all(drafted) or not drafted:
        raise typer.Exit(1)


def _today() -> dt.date:
    """The day of the import; SOURCE_DATE_EPOCH sets it, as it does for every tool whose output should be repeatable."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return dt.datetime.fromtimestamp(int(given), dt.UTC).date() if given.isdecimal() else dt.date.today()


def _imported(sources: Sequence[Path], desk: Desk) -> Iterator[Imported]:
    """What became of all documents, in the order in which they were named."""
    from pipeline.imports import Imported, import_stream
    from pipeline.model.diagnostic import Diagnostic
    from pipeline.stages.read import find_documents
    from pipeline.workers import import_all

    paths: dict[Path, None] = {}
    for source in dict.fromkeys(sources):
        unread: list[Diagnostic] = []
        if source == STDIN:
            yield import_stream(sys.stdin.buffer, desk)
            continue
        found = find_documents(source, desk.root, unread.append)
        if unread:
            yield Imported(source, findings=tuple(unread))
        elif not found:
            end(f"there is no document in {source}", 2)
        paths |= dict.fromkeys(found)
    with _progress(len(paths)) as advance:
        for done in import_all(list(paths), desk, os.cpu_count() or 1):
            yield done
            advance()


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """A bar on a terminal, for more than a few documents."""
    if total < 2 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("importing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # Lines for the same terminal go above the bar; lines for a file go into the file.
    shared = sys.stdout.isatty()
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=shared) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)


def _settled(done: Imported, outbox: Outbox) -> bool:
    """Write one draft and say what became of its document; whether there is a draft now."""
    from pipeline.build import Project
    from pipeline.drafts import as_summary
    from pipeline.outbox import Taken

    show(Project(outbox.root, done.excerpts, list(done.findings)), "text")
    if done.account is None:
        return False
    try:
        print(as_summary(outbox.put(done, done.account)))
    except Taken as taken:
        print(f"crosstrack: {done.account.source}: {taken}", file=sys.stderr)
        return False
    except OSError as error:
        end(f"{outbox.out} cannot be written: {(error.strerror or 'unknown reason').lower()}", 1)
    return True


def _propose(outbox: Outbox) -> None:
    from pipeline.drafts import as_yaml

    for file, entries in (("roles", outbox.proposals.roles), ("skills", outbox.proposals.skills)):
        if entries:
            print(f"\nto paste into data/{file}.yaml, and to correct:\n\n{as_yaml(entries)}")


@app.command(epilog=example("crosstrack extract article.html"))
def extract(
    source: Annotated[Path, typer.Argument(help="A document, or '-' for what comes in.")], root: Root = HERE
) -> None:
    """Print what is recognised in a document as JSON, with the lines it stands on; write nothing."""
    from pipeline.build import Project, registries
    from pipeline.drafts import extraction
    from pipeline.imports import STREAM, recognised
    from pipeline.stages.read import read_document, read_stream
    from pipeline.writers.findings import as_text
    from pipeline.writers.json import dumped

    project = Project(project_root(root))
    registry = registries(project)
    if source == STDIN:
        read = read_stream(sys.stdin.buffer, STREAM.name, project.report)
    else:
        read = read_document(source, project.root, project.report)
    recast = recognised(read, registry, project.report) if read else None
    project.sources |= {read.path: read} if read else {}
    if project.findings:
        print(as_text(project.ordered, project.sources), file=sys.stderr)
    if read is None or recast is None:
        raise typer.Exit(1)
    print(dumped(extraction(read.path, recast)), end="")
