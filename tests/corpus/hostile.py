"""Readers that misbehave, for the tests of isolation; a module, so that a worker process finds them."""

import os
import time

from corpus.source import SourceFile
from qa.errors import DocumentError
from qa.types import DateBasis, Meeting


def behave_as_named(source: SourceFile) -> Meeting:
    """Do what the file's name says before its first hyphen; read well where it says nothing."""
    deed = DEEDS.get(source.path.stem.partition("-")[0])
    return meeting(source, title=f"read by {os.getpid()}") if deed is None else deed(source)


def meeting(source: SourceFile, title: str) -> Meeting:
    return Meeting(source.meeting_id, "Nämnden", title, None, DateBasis.UNKNOWN, source.name, ())


def hang(source: SourceFile) -> Meeting:
    time.sleep(600)
    return meeting(source, "late")


def compute(source: SourceFile) -> Meeting:
    while True:
        pass


def crash(source: SourceFile) -> Meeting:
    os.abort()


def fail(source: SourceFile) -> Meeting:
    raise ValueError("a defect of the program")


def refuse(source: SourceFile) -> Meeting:
    raise DocumentError(f"{source.name} är ingen hel fil.")


def recurse(source: SourceFile) -> Meeting:
    return recurse(source)


def swallow(source: SourceFile) -> Meeting:
    return meeting(source, "x" * len(bytearray(3_000_000_000)))


def flood(source: SourceFile) -> Meeting:
    return meeting(source, "x" * 5_000_000)


def slow(source: SourceFile) -> Meeting:
    time.sleep(0.5)
    return meeting(source, "slow")


DEEDS = {deed.__name__: deed for deed in (hang, compute, crash, fail, refuse, recurse, swallow, flood, slow)}
