"""Numbers with their hedges, scales and units, and what is none."""
