"""The verb that governs a number: before it, behind its noun, shared in a list."""
