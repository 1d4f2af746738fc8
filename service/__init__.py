"""The doors: HTTP API, search page, command line. Parses, calls, answers; ranks nothing."""
