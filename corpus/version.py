"""The version of the parser: part of every file's fingerprint."""

PARSER_VERSION = 5
"""Raise it when the same file would be read differently, so that an old index reads it again."""
