"""The question answerer: meetings in, answers out. Knows no file format and no HTTP."""
