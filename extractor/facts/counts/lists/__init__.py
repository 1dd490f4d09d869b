"""Numbers of lists and tables: labelled, itemized, apportioned, told respectively."""
