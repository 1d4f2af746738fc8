"""Progress on stderr: a bar where somebody watches, a line now and then where a log is written."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bars

from qa.progress import Progress
from service.commands.terminal import err

SECONDS_BETWEEN_LINES = 10.0
_SECONDS_SAID_IN_MINUTES = 90


class LineProgress:
    """Writes a line when a stage begins and ends, and every ten seconds between."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._name = ""
        self._done = 0
        self._total = 0
        self._begun = self._written = 0.0

    def stage(self, name: str, total: int) -> None:
        """Begin a stage."""
        self._name, self._total, self._done = name, total, 0
        self._begun = time.monotonic()
        self._write()

    def advance(self, count: int = 1) -> None:
        """Count steps; a line is due at the end, or when some time has passed."""
        self._done += count
        if self._done == self._total or time.monotonic() - self._written > SECONDS_BETWEEN_LINES:
            self._write()

    def _write(self) -> None:
        self._written = time.monotonic()
        left = self._left()
        self._console.print(f"{self._name}: {self._done} av {self._total}{left}", soft_wrap=True)

    def _left(self) -> str:
        """Say how long it will take if it goes on as fast, once there is something to tell it from."""
        seconds = time.monotonic() - self._begun
        if self._done >= self._total or self._done == 0 or seconds < SECONDS_BETWEEN_LINES:
            return ""
        return f" ({duration(seconds / self._done * (self._total - self._done))} kvar)"


def duration(seconds: float) -> str:
    """Say about how long something takes, in Swedish."""
    if seconds < _SECONDS_SAID_IN_MINUTES:
        return f"ungefär {max(round(seconds / 5) * 5, 5)} s"
    minutes = round(seconds / 60)
    return f"ungefär {minutes} min" if minutes < 90 else f"ungefär {minutes // 60} h {minutes % 60} min"


class BarProgress:
    """Draws one bar a stage."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self._task: TaskID | None = None

    def stage(self, name: str, total: int) -> None:
        """Begin a stage below the others."""
        self._task = self._bars.add_task(name, total=total)

    def advance(self, count: int = 1) -> None:
        """Move the present bar on."""
        if self._task is not None:
            self._bars.advance(self._task, count)


@contextmanager
def shown_progress() -> Iterator[Progress]:
    """Lend a progress that fits where stderr leads."""
    console = err()
    if not console.is_terminal:
        yield LineProgress(console)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("kvar"),
        TimeRemainingColumn(),
    )
    with Bars(*columns, console=console) as bars:
        yield BarProgress(bars)
