"""The commands about guides and data: check, export, schema."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.terminal import HERE, FormatOption, Root, app, end, example, project_root, show
from pipeline.model.counting import counted


@app.command(epilog=example("crosstrack check", "crosstrack check --strict content/guides/my-guide.md"))
def check(
    paths: Annotated[list[Path] | None, typer.Argument(help="Guides to check; all of them, if none is named.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings count as errors.")] = False,
    form: FormatOption = "text",
    root: Root = HERE,
) -> None:
    """Check guides and registries, and print what was found.

    Exit code 0 if all is well, 1 with errors, 2 if the command was misused.
    """
    from pipeline.build import check as run
    from pipeline.stages.read import name_of

    top = project_root(root)
    for path in paths or []:
        if not path.exists():
            end(f"there is no file {path}", 2)
    given = [inner for path in paths or [] for inner in (sorted(path.rglob("*.md")) if path.is_dir() else [path])]
    project, library = run(top, [path.absolute() for path in given])
    only = {name_of(path.absolute(), top) for path in given} if paths else None
    errors, warnings = show(project, form, only)
    if form == "text":
        many = counted(len(given) if paths else len(library.tracks), "guide")
        print(f"{many} checked: {counted(errors, 'error')}, {counted(warnings, 'warning')}")
    if errors or (strict and warnings):
        raise typer.Exit(1)


@app.command(epilog=example("crosstrack export --out data-files"))
def export(
    out: Annotated[Path, typer.Option("--out", help="The folder to write into.")] = Path("build/api"),
    root: Root = HERE,
) -> None:
    """Write all guides, roles, skills and questions as JSON, valid against schemas/."""
    from pipeline.api import published
    from pipeline.build import check as run
    from pipeline.build import redirects_of
    from pipeline.stages.write import write_folder
    from pipeline.writers.json import write_json

    top = project_root(root)
    project, library = run(top)
    redirects = [redirect for redirect, _ in redirects_of(project)]
    errors, _ = show(project, "text")
    if errors:
        end(f"{counted(errors, 'error')}; nothing was written", 1)
    files = {path: write_json(value) for path, value in published(library, redirects).items()}
    if strange := _strange(out, files):
        end(f"{out} holds {strange}, which is no part of an export; name a folder of its own with --out", 2)
    write_folder(out.absolute(), files)
    print(f"{counted(len(files), 'file')}: {out}")


def _strange(folder: Path, files: Iterable[str]) -> str:
    """What stands in a folder that would be lost if an export took its place; empty if nothing would."""
    own = {path.partition("/")[0] for path in files}
    there = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    return next((name for name in there if name not in own), "")


@app.command(epilog=example("crosstrack schema", "crosstrack schema --check"))
def schema(
    test: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if schemas/ is out of date.")] = False,
    root: Root = HERE,
) -> None:
    """Write the JSON Schemas of all published data into schemas/."""
    from pipeline.api import schemas
    from pipeline.stages.write import write_folder
    from pipeline.writers.json import dumped

    top = project_root(root)
    files = {f"{name}.json": dumped(content) for name, content in schemas().items()}
    if test:
        there = {path.name: path.read_text("utf-8") for path in (top / "schemas").glob("*.json")}
        if there != files:
            end("schemas/ is out of date; 'crosstrack schema' writes it anew", 1)
        print(f"{counted(len(files), 'schema')} up to date")
        return
    write_folder(top / "schemas", files)
    print(f"{counted(len(files), 'schema')}: schemas/")
