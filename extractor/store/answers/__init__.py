"""Questions to the facts: by thing, place and time; series, contradictions, sums, reprints."""
