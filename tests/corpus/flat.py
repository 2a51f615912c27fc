"""The flat form that the labels of the corpus have, of any document, from what extraction yields and nothing else.

flat.py SOURCE... --out DIR     writes DIR/<stem of SOURCE>.json for each
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve()
sys.path.insert(0, str(HERE.parents[2]))

from pipeline.foreign import Recast, recast  # noqa: E402
from pipeline.foreign.roles import Roles  # noqa: E402
from pipeline.inline import plain  # noqa: E402
from pipeline.model.item import Bullets, Prose, Statement  # noqa: E402
from pipeline.model.registry import Registry  # noqa: E402
from pipeline.model.source import Source  # noqa: E402
from pipeline.stages.parse import parse_foreign, parse_registry  # noqa: E402
from pipeline.structures.comparison import Comparison  # noqa: E402
from pipeline.structures.faq import Faqs  # noqa: E402
from pipeline.structures.interview import Interview  # noqa: E402
from pipeline.structures.mistakes import Mistakes  # noqa: E402
from pipeline.structures.projects import Projects  # noqa: E402
from pipeline.structures.questions import Questions  # noqa: E402
from pipeline.structures.responsibilities import Responsibilities  # noqa: E402
from pipeline.structures.roadmap import Roadmap  # noqa: E402
from pipeline.structures.skills import Skills  # noqa: E402

DATA = HERE.parents[2] / "data"


def registry() -> Registry:
    """The registries of the project."""
    sources = (
        Source(f"data/{name}", (DATA / name).read_text(encoding="utf-8")) for name in ("roles.yaml", "skills.yaml")
    )
    return parse_registry(next(sources), next(sources), lambda finding: None)


def extracted(path: Path, known: Registry) -> Recast:
    """What is extracted from a file."""
    source = Source(path.name, path.read_text(encoding="utf-8"))
    return recast(parse_foreign(source, lambda finding: None), known)


def flat(found: Recast, known: Registry) -> dict[str, Any]:
    """The flat form of what was extracted."""
    roles = Roles(known)
    form: dict[str, Any] = {
        "from_role": roles.slug(found.origin) if found.origin else None,
        "to_role": roles.slug(found.target) if found.target else None,
    }
    kinds = {structure.kind: structure for structure in found.structures}
    for name, (kind, rows) in _ROWS.items():
        structure = kinds.get(kind)
        form[name] = list(rows(structure)) if structure else []
    for row in form["responsibilities"]:
        row["role"] = roles.slug(row["role"])
    return form


def _comparisons(kind: Comparison) -> Iterator[dict[str, Any]]:
    for row in kind.rows:
        yield {"dimension": row.dimension, "from": plain(row.origin.text), "to": plain(row.target.text)}


def _responsibilities(kind: Responsibilities) -> Iterator[dict[str, Any]]:
    for role in kind.roles:
        for duty in role.duties:
            yield {"role": role.role, "text": plain(duty.text)}


def _skills(kind: Skills) -> Iterator[dict[str, Any]]:
    for bucket in kind.buckets:
        for skill in bucket.skills:
            yield {"name": skill.title, "bucket": bucket.bucket.replace("-", "_")}


def _phases(kind: Roadmap) -> Iterator[dict[str, Any]]:
    for phase in kind.phases:
        duration = str(phase.duration) if phase.duration else None
        yield {"n": phase.number, "title": phase.title, "duration": duration}


def _projects(kind: Projects) -> Iterator[dict[str, Any]]:
    for name in ("build", "avoid"):
        for project in getattr(kind, name):
            yield {"title": project.title, "kind": name}


def _rounds(kind: Interview) -> Iterator[dict[str, Any]]:
    for round_ in kind.rounds:
        yield {"name": round_.title, "focus": plain(round_.focus.text) if round_.focus else ""}


def _questions(kind: Questions) -> Iterator[dict[str, Any]]:
    for domain in kind.sets:
        for question in domain.questions:
            yield {"text": plain(question.title), "domain": domain.title}


def _mistakes(kind: Mistakes) -> Iterator[str]:
    for mistake in kind.mistakes:
        yield mistake.title


def _faqs(kind: Faqs) -> Iterator[dict[str, Any]]:
    for faq in kind.faqs:
        yield {"q": faq.title, "a_starts": " ".join(_words(faq.answer)[:8])}


def _words(prose: Prose) -> list[str]:
    texts = [part.text if isinstance(part, Statement) else "" for part in prose]
    lists = [item.text for part in prose if isinstance(part, Bullets) for item in part.items]
    return " ".join(plain(text) for text in [*texts, *lists]).split()


_ROWS: dict[str, tuple[str, Callable[..., Iterator[Any]]]] = {
    "comparisons": ("comparison", _comparisons),
    "responsibilities": ("responsibilities", _responsibilities),
    "skills": ("skills", _skills),
    "phases": ("roadmap", _phases),
    "projects": ("projects", _projects),
    "rounds": ("interview", _rounds),
    "questions": ("questions", _questions),
    "mistakes": ("mistakes", _mistakes),
    "faqs": ("faq", _faqs),
}


def main(arguments: Sequence[str]) -> int:
    """Write the flat forms."""
    if "--out" not in arguments or arguments.index("--out") + 2 > len(arguments):
        sys.stderr.write(__doc__ or "")
        return 2
    at = arguments.index("--out")
    out = Path(arguments[at + 1])
    out.mkdir(parents=True, exist_ok=True)
    known = registry()
    for path in map(Path, [*arguments[:at], *arguments[at + 2 :]]):
        form = flat(extracted(path, known), known)
        text = json.dumps(form, ensure_ascii=False, indent=1) + "\n"
        (out / f"{path.stem}.json").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
