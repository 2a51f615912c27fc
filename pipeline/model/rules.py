"""The closed list of rules. Each has a page in `content/rules/`, a case that keeps it and one that breaks it."""

from __future__ import annotations

from pipeline.model.diagnostic import Rule, Severity

_E, _W = Severity.ERROR, Severity.WARNING

# The file
FILE_IS_READABLE = Rule("file-is-readable", _E, "A file is UTF-8 text, at most 5 MB, and not empty.")
FRONT_MATTER_IS_YAML = Rule("front-matter-is-yaml", _E, "A guide begins with front matter in well-formed YAML.")
FRONT_MATTER_IS_COMPLETE = Rule("front-matter-is-complete", _E, "The front matter has every required key.")
FRONT_MATTER_KEY_IS_KNOWN = Rule("front-matter-key-is-known", _E, "The front matter has only keys we know.")
FRONT_MATTER_VALUE_IS_VALID = Rule(
    "front-matter-value-is-valid", _E, "Each value of the front matter has the form its key asks for."
)
# The shape of a guide
HEADINGS_DO_NOT_JUMP = Rule("headings-do-not-jump", _W, "A heading is at most one level below its parent.")
SECTION_HAS_KIND = Rule("section-has-kind", _E, "The kind of every section of level 2 is known.")
KIND_IS_PRESENT = Rule("kind-is-present", _E, "A guide has a section of every kind that is not optional.")
KIND_IS_NOT_EMPTY = Rule("kind-is-not-empty", _E, "Every part that a kind needs is there.")
CONTENT_HAS_A_PLACE = Rule("content-has-a-place", _W, "Everything in a section belongs to a part of its kind.")
FIELD_IS_KNOWN = Rule("field-is-known", _W, "A labelled line bears a label its entry knows.")
TABLE_HAS_COLUMNS = Rule("table-has-columns", _E, "A table has the columns that its kind needs.")
ROW_IS_COMPLETE = Rule("row-is-complete", _E, "Every row of a table has as many cells as its header.")
ATTRIBUTES_ARE_READABLE = Rule(
    "attributes-are-readable", _E, "Braces at the end of a heading or item hold an id or a kind."
)
UNPLACED_IS_EMPTY = Rule("unplaced-is-empty", _W, "Nothing is left in a section called Unplaced.")
# What is said
DURATION_IS_READABLE = Rule("duration-is-readable", _E, "A duration is a number or range with a unit, or ongoing.")
PHASES_RUN = Rule("phases-run", _E, "Phases are numbered 1, 2, 3 without gaps, and follow one another.")
ROLE_IS_KNOWN = Rule("role-is-known", _E, "A role that is named stands in data/roles.yaml.")
SKILL_IS_KNOWN = Rule("skill-is-known", _E, "A skill that is named stands in data/skills.yaml.")
ROUND_IS_KNOWN = Rule("round-is-known", _E, "A round that a question names stands in the interview section.")
SKILL_IN_ONE_BUCKET = Rule("skill-in-one-bucket", _E, "A skill is in one bucket of a guide only.")
POSITION_HAS_A_SOURCE = Rule(
    "position-has-a-source", _E, "A position in a disagreement has a source, or is said to be the editors'."
)
COUNTERPART_HAS_TWO_SIDES = Rule("counterpart-has-two-sides", _E, "A counterpart has a side before ≈ and one after.")
FLOW_LEADS_TO_A_COMPONENT = Rule(
    "flow-leads-to-a-component", _E, "What a component passes on goes to another component of its project."
)
# Across a guide, and across guides
ID_IS_UNIQUE = Rule("id-is-unique", _E, "An id is used once on a page of a track.")
QUESTION_IS_UNIQUE = Rule("question-is-unique", _W, "A question is asked once, over all guides.")
TRANSITION_IS_UNIQUE = Rule("transition-is-unique", _E, "There is one guide for a pair of roles.")
SOURCE_IS_DECLARED = Rule("source-is-declared", _E, "A source that is referred to stands in the front matter.")
SOURCE_IS_USED = Rule("source-is-used", _W, "A source in the front matter is referred to.")
LINK_TARGET_EXISTS = Rule("link-target-exists", _E, "A link leads to a file or heading that exists.")
LINK_STAYS_INSIDE = Rule("link-stays-inside", _E, "A link to a file stays inside the project.")
# The registries
REGISTRY_IS_VALID = Rule("registry-is-valid", _E, "A registry is a list of entries in the form it asks for.")
ALIAS_IS_UNIQUE = Rule("alias-is-unique", _E, "A slug, name or alias belongs to one role or skill only.")
RELATED_IS_KNOWN = Rule("related-is-known", _E, "A related skill stands in the registry.")
REDIRECT_IS_SOUND = Rule(
    "redirect-is-sound", _E, "A redirect leads from where nothing is to a page or an item that exists."
)
PAGE_IS_UNIQUE = Rule(
    "page-is-unique", _E, "No page that people write, and none of a role or skill, takes the place of another."
)
# The built site
LINK_RESOLVES = Rule("link-resolves", _E, "A link of the built site leads to a page of it.")
ANCHOR_EXISTS = Rule("anchor-exists", _E, "A link with a fragment leads to an id on its page.")
ASSET_EXISTS = Rule("asset-exists", _E, "A picture, style or script that a page asks for is there.")
REDIRECT_RESOLVES = Rule("redirect-resolves", _E, "A redirect of the built site leads to a page in one step.")
PAGE_IS_REACHABLE = Rule("page-is-reachable", _E, "A reader gets from the home page to every page.")
PAGE_IS_LIGHT = Rule(
    "page-is-light", _E, "The HTML of a page weighs at most 60 kB, unless the page says that it is whole."
)
ID_IS_UNIQUE_ON_PAGE = Rule("id-is-unique-on-page", _E, "An id stands once on a page.")
EXTERNAL_LINK_ANSWERS = Rule("external-link-answers", _W, "A link to the web is answered.")

RULES: tuple[Rule, ...] = tuple(
    sorted((value for value in list(globals().values()) if isinstance(value, Rule)), key=lambda rule: rule.name)
)
"""All of them, by name."""
