"""How good the records are, measured against gold."""
