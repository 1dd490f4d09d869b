"""The verb that governs a number: from the lexicon, before it, behind its noun, shared in a list."""
