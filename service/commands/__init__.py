"""The command line: a room a command, and what commands share."""
