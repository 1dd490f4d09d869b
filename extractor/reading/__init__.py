"""Article to tokens to typed spans. Readers never raise on odd text: they return nothing."""
