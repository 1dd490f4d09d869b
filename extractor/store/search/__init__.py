"""Words to passages: what people type, the indexes it is looked up in, and what they find."""
