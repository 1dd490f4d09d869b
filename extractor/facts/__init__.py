"""Spans to records."""
