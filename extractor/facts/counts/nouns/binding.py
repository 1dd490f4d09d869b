"""`counts.binding` under the name that it had in this room."""

from extractor.facts.counts.binding import read_counted

__all__ = ["read_counted"]
