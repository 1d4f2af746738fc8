"""How long work tells how far it has come, without knowing who listens."""

from typing import Protocol


class Progress(Protocol):
    """Somebody who is told of progress; the doors show it, tests ignore it."""

    def stage(self, name: str, total: int) -> None:
        """Begin a stage with a Swedish name and the number of steps it has."""

    def advance(self, count: int = 1) -> None:
        """Report that ``count`` more steps of the current stage are done."""


class _Silent:
    def stage(self, name: str, total: int) -> None:
        """Say nothing."""

    def advance(self, count: int = 1) -> None:
        """Say nothing."""


SILENT: Progress = _Silent()
