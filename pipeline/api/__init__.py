"""The published data: its models, its schemas, and how a library becomes it."""

from pipeline.api.decks import decks
from pipeline.api.publish import published
from pipeline.api.schema import schemas

__all__ = ["decks", "published", "schemas"]
