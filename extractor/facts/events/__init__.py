"""Dated and named happenings."""
