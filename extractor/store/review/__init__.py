"""What people decide about facts: the log, what holds of it, what the answers show, and who looks at what next."""
