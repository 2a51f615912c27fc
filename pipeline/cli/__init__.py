"""The commands. The only room that prints and sets the exit code.

Nothing heavy is imported before a command needs it: a build without news takes a fraction of a second.
"""

from pipeline.cli import data, imports, site
from pipeline.cli.terminal import app

__all__ = ["app", "data", "imports", "main", "site"]


def main() -> None:
    """Run the command line."""
    app()
