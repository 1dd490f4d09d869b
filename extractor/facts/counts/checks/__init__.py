"""What the source's own arithmetic says of its numbers: sums, ratios, percents, restatements."""
