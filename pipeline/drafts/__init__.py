"""Drafts: what was recognised in a foreign document, as a guide for an editor to correct.

Nothing here touches the disk: a `Recast` goes in, a guide and texts about it come out.
"""

from pipeline.drafts.account import Account, as_ledger, as_summary, counts
from pipeline.drafts.extraction import extraction
from pipeline.drafts.guide import Draft, Wishes, draft, said
from pipeline.drafts.proposals import Proposals, as_yaml, proposals
from pipeline.drafts.unplaced import unplaced_section

__all__ = [
    "Account",
    "Draft",
    "Proposals",
    "Wishes",
    "as_ledger",
    "as_summary",
    "as_yaml",
    "counts",
    "draft",
    "extraction",
    "proposals",
    "said",
    "unplaced_section",
]
