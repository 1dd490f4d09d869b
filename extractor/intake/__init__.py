"""Raw input to clean, dated, traceable articles."""
