"""The facts of a meeting: which body met, when, where, and who was there."""
