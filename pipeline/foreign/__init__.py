"""Documents that nobody wrote for us, recognised: their words in our layout, and where every line went.

`recast` is the whole of it; what comes out has been through the same `extract` as a guide of our own.
"""

from pipeline.foreign.about import About
from pipeline.foreign.ledger import Fate, LineFate
from pipeline.foreign.recast import Recast, recast

__all__ = ["About", "Fate", "LineFate", "Recast", "recast"]
