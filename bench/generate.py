"""Many guides out of the few that there are: the same length and shape, other roles, other questions."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import yaml

GUIDES = "content/guides"


def generate(root: Path, many: int) -> None:
    """Put `many` guides in the place of the project's own, and register the roles that they need."""
    models = [path.read_text("utf-8") for path in sorted((root / GUIDES).glob("*.md"))]
    for path in (root / GUIDES).glob("*.md"):
        path.unlink()
    roles = register(root, many)
    pairs = itertools.islice(itertools.permutations(roles, 2), many)
    for number, ((origin, target), text) in enumerate(zip(pairs, itertools.cycle(models), strict=False)):
        (root / GUIDES / f"{origin[0]}-to-{target[0]}.md").write_text(recast(text, origin, target, number), "utf-8")


def register(root: Path, many: int) -> list[tuple[str, str]]:
    """Enough roles for so many pairs: slug and name of each."""
    path = root / "data/roles.yaml"
    need = next(n for n in itertools.count(2) if n * (n - 1) >= many)
    roles = [(f"specialist-{n:03}", f"Specialist {n:03}") for n in range(need)]
    entries = [{"slug": slug, "name": name, "summary": f"Answers for area {name[-3:]}."} for slug, name in roles]
    path.write_text(path.read_text("utf-8") + yaml.safe_dump(entries, sort_keys=False), "utf-8")
    return roles


def recast(text: str, origin: tuple[str, str], target: tuple[str, str], number: int) -> str:
    """A guide for another pair of roles; its questions bear a number, since no question may stand twice."""
    head, body = text.split("\n---\n", 1)
    own = re.search(r"^from: (.+)$", head, re.MULTILINE)
    goal = re.search(r"^to: (.+)$", head, re.MULTILINE)
    if own is None or goal is None:
        raise ValueError("a guide to copy names no roles")
    head = head.replace(own[0], f"from: {origin[0]}").replace(goal[0], f"to: {target[0]}")
    for slug, name in ((own[1], origin[1]), (goal[1], target[1])):
        body = re.sub(slug.replace("-", " "), name, body, flags=re.IGNORECASE)
    body = re.sub(r"^(- (?:(?!\n\s*-|\n\s*\n)[^{])+?)(\s\{#)", rf"\1 ({number})\2", body, flags=re.MULTILINE)
    return f"{head}\n---\n{body}"
