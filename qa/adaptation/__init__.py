"""The embedded model, taught to meet everyday questions with the language of minutes."""
