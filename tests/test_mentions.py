"""What a text mentions."""

from __future__ import annotations

import pytest

from pipeline.mentions import MentionFinder
from pipeline.model.registry import Registry
from pipeline.model.roles import Role
from pipeline.model.skills import Skill


@pytest.fixture(scope="module")
def finder() -> MentionFinder:
    def skill(slug: str, name: str, *aliases: str, exact: tuple[str, ...] = ()) -> Skill:
        return Skill(slug=slug, name=name, aliases=aliases, exact=exact, category="tools", summary="A skill.")

    return MentionFinder(
        Registry(
            roles=(Role(slug="mle", name="Machine learning engineer", short="MLE", aliases=(), summary="A role."),),
            skills=(
                skill("ml", "Machine learning"),
                skill("stores", "Feature stores"),
                skill("skew", "Training-serving skew"),
                skill("cpp", "C++"),
                skill("cicd", "CI/CD"),
                skill("ab", "A/B testing"),
                skill("go", "Go (language)", "Golang", exact=("Go",)),
                skill("sklearn", "scikit-learn", "sklearn"),
                skill("registry", "Model registry"),
            ),
        )
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A machine learning engineer ships.", {"machine learning engineer": "roles/mle.md"}),
        ("Machine learning engineers ship.", {"Machine learning engineers": "roles/mle.md"}),
        ("Machine learning, then.", {"Machine learning": "skills/ml.md"}),
        ("an MLE and an mle", {"MLE": "roles/mle.md"}),
        ("one feature store, two feature-stores", {"feature store": "skills/stores.md"}),
        ("training–serving skew", {"training–serving skew": "skills/skew.md"}),
        ("some C++ (and C++).", {"C++": "skills/cpp.md"}),
        ("CI/CD, A/B tests and A/B testing", {"CI/CD": "skills/cicd.md", "A/B testing": "skills/ab.md"}),
        ("Go through it. We use Go, not go.", {"Go": "skills/go.md"}),
        ("fit it with scikit-learn.", {"scikit-learn": "skills/sklearn.md"}),
        ("two model registries", {"model registries": "skills/registry.md"}),
        ("nothing of note", {}),
        ("", {}),
    ],
)
def test_finds(finder: MentionFinder, text: str, found: dict[str, str]) -> None:
    assert {text[m.start : m.end]: m.path for m in finder.find(text)} == found


def test_an_endless_word_mentions_nothing(finder: MentionFinder) -> None:
    (mention,) = finder.find(">" * 600 + "sklearn, sklearn")
    assert mention.start == 609


def test_an_opening_verb_is_no_language(finder: MentionFinder) -> None:
    (mention,) = finder.find("Go through it. We use Go.")
    assert mention.start == 22
