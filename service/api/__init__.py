"""The HTTP API: requests checked, answers as bodies, failures as problem details."""
