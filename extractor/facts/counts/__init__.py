"""Numeric facts: from a number to a record that is true on its own, and its checks."""
