"""How a count stands: there, done, planned or a rate, and the cues that say so."""
