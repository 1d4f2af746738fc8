"""How a command ends, for scripts. The quality gate of ``qa eval`` adds a 4 of its own."""

OK = 0
FAILURE = 1
USAGE = 2
PARTIAL = 3
"""Some files could not be read; the rest is done."""
INTERRUPTED = 130
"""Ctrl-C, as shells count it: 128 and the number of the signal."""
