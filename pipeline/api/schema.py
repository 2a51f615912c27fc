"""The JSON Schemas of the published data, exported from the models."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

from pipeline.api.aliases import AliasList
from pipeline.api.planning import PlanningRecord, SlugList
from pipeline.api.planrecords import PlanRecord
from pipeline.api.records import VERSION, GuideList, GuideRecord, Index, NameList, QuestionList, RoleList, SkillList
from pipeline.guide import Guide
from pipeline.model.roles import Role
from pipeline.model.skills import Skill

SCHEMAS: Mapping[str, type[BaseModel]] = {
    "aliases": AliasList,
    "guide": Guide,
    "guide-record": GuideRecord,
    "guides": GuideList,
    "index": Index,
    "names": NameList,
    "plan": PlanRecord,
    "planning": PlanningRecord,
    "questions": QuestionList,
    "role": Role,
    "roles": RoleList,
    "skill": Skill,
    "skills": SkillList,
    "slugs": SlugList,
}
"""The schemas that `crosstrack schema` writes, by file name."""


def schemas() -> dict[str, dict[str, object]]:
    """Every schema as JSON Schema 2020-12, by name."""
    return {name: _schema(name, model) for name, model in SCHEMAS.items()}


def _schema(name: str, model: type[BaseModel]) -> dict[str, object]:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:crosstrack:v{VERSION}:{name}"}
    return {**head, **model.model_json_schema(by_alias=True, mode="serialization")}
