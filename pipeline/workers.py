"""Many documents on all cores, in their order: a window of them is under way at a time, so that memory stays flat."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from pipeline.imports import Desk, Imported, import_file
from pipeline.model.diagnostic import Diagnostic
from pipeline.model.rules import FILE_IS_READABLE
from pipeline.model.source import Span
from pipeline.stages.read import name_of

FEW = 4
"""So few documents are done before a second process has come up."""
_WINDOW = 4
"""Documents under way for each worker: enough that none waits."""
_desk: Desk | None = None


def import_all(paths: Sequence[Path], desk: Desk, jobs: int) -> Iterator[Imported]:
    """What became of each document, in their order, done by so many processes."""
    if jobs < 2 or len(paths) <= FEW:
        yield from (import_one(path, desk) for path in paths)
        return
    waiting = deque(paths)
    while waiting:
        yield from _round(waiting, desk, min(jobs, len(waiting)))


def import_one(path: Path, desk: Desk) -> Imported:
    """What became of one document. Whatever goes wrong with it is its own affair: the rest is imported all the same."""
    try:
        return import_file(path, desk)
    except (RecursionError, MemoryError):
        return _failed(path, desk, "the document is nested too deeply, or too large", "divide it, or save it as text")
    except Exception as error:
        message = f"the document cannot be imported: {type(error).__name__}: {error}"
        return _failed(path, desk, message, "this is a fault of Crosstrack: report it, with the document")


def _round(waiting: deque[Path], desk: Desk, jobs: int) -> Iterator[Imported]:
    """Documents off the front of `waiting`; ends early if a worker died, with one document more done."""
    under_way: deque[tuple[Path, Future[Imported]]] = deque()
    with _pool(desk, jobs) as pool:
        while waiting or under_way:
            while waiting and len(under_way) < jobs * _WINDOW:
                path = waiting.popleft()
                under_way.append((path, pool.submit(_work, path)))
            try:
                done = under_way[0][1].result()
            except BrokenProcessPool:
                break
            under_way.popleft()
            yield done
    if under_way:
        waiting.extendleft(path for path, _ in reversed(under_way))
        yield _alone(waiting.popleft(), desk)


def _alone(path: Path, desk: Desk) -> Imported:
    """One document in a process of its own: if it is the one that workers die of, it is the only one that fails."""
    with _pool(desk, 1) as pool:
        try:
            return pool.submit(_work, path).result()
        except BrokenProcessPool:
            hint = "leave it out, or divide it; if it is neither large nor odd, report it"
            return _failed(path, desk, "the document ended the process that read it", hint)


def _pool(desk: Desk, jobs: int) -> ProcessPoolExecutor:
    # Spawned, not forked: the progress bar has a thread, and what a thread holds a fork would hold for ever.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(desk,))


def _begin(desk: Desk) -> None:
    global _desk
    _desk = desk
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one at the keyboard speaks to the main process


def _work(path: Path) -> Imported:
    assert _desk is not None, "a worker begins with a desk"
    return import_one(path, _desk)


def _failed(path: Path, desk: Desk, message: str, hint: str) -> Imported:
    span = Span(name_of(path, desk.root), 1, 1)
    return Imported(path, findings=(Diagnostic(FILE_IS_READABLE, message, span, hint),))
