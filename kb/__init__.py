"""Kajian: a literature-review and citation knowledge base for thesis students."""

__version__ = "0.1.0"
