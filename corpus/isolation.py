"""Files read in processes of their own, with limits, several at a time.

A file from anywhere may hang its reader, eat all memory or crash it. So each is read in a worker
process that is ended when it takes too much; the file is reported, and the rest goes on.
"""

import math
import multiprocessing
import os
import pickle
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import EnumType
from io import BytesIO
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from corpus.reading import read_meeting
from corpus.source import SourceFile
from qa.errors import DocumentError
from qa.types import Meeting

Read = Callable[[SourceFile], Meeting]
"""How a file is read; a function of a module, so that a worker finds it."""
_AHEAD = 3
"""Files given out per worker beyond the one that is waited for."""
_SECONDS_TO_DIE = 5.0
"""A process that has let go of its end of the line is ending by itself; so it tells why."""
_MEETING, _PROBLEM = b"M", b"P"
_TRUSTED_MODULES = frozenset({"qa.types", "qa.reading", "qa.proceedings", "datetime"})


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take.

    ``cpu_seconds`` is the reader's own computing time; ``wall_seconds`` also counts waiting, for
    text recognition above all. ``memory_bytes`` is address space, ``result_bytes`` the size of the
    meeting on its way back.
    """

    cpu_seconds: int = 60
    wall_seconds: float = 600.0
    memory_bytes: int = 2_000_000_000
    result_bytes: int = 200_000_000


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file: a meeting, or the reason in Swedish why there is none."""

    source: SourceFile
    meeting: Meeting | None
    problem: str = ""


def read_meetings(
    sources: Sequence[SourceFile],
    workers: int = 2,
    limits: Limits = DEFAULT_LIMITS,
    read: Read = read_meeting,
) -> Iterator[Outcome]:
    """Read files in worker processes.

    Args:
        sources: the files.
        workers: how many are read at a time, 1 or more.
        limits: what one file may take.
        read: how a file is read.

    Yields:
        What came of each file, in the order of ``sources``. Few files are read ahead, so memory
        stays bounded.
    """
    pool = [_Worker(limits, read) for _ in range(max(1, min(workers, len(sources))))]
    done: dict[int, Outcome] = {}
    given = 0
    try:
        for wanted in range(len(sources)):
            while wanted not in done:
                for worker in pool:
                    if worker.job is None and given < min(len(sources), wanted + _AHEAD * len(pool)):
                        worker.give(given, sources[given])
                        given += 1
                done.update(_collect(pool))
            yield done.pop(wanted)
    finally:
        for worker in pool:
            worker.end()


@dataclass(frozen=True, slots=True)
class _Job:
    """A file given to a worker: its place among the sources, and when its time is up."""

    place: int
    source: SourceFile
    deadline: float


class _Worker:
    """A process that reads one file after the other; ended and begun anew when a file harms it."""

    def __init__(self, limits: Limits, read: Read) -> None:
        self._limits = limits
        self._read = read
        self._process: SpawnProcess | None = None
        self.connection: Connection | None = None
        self.job: _Job | None = None

    def give(self, place: int, source: SourceFile) -> None:
        """Let the process read a file; it is started if there is none."""
        if self.connection is None:
            context = multiprocessing.get_context("spawn")
            self.connection, theirs = context.Pipe()
            self._process = context.Process(
                target=_serve, args=(theirs, self._limits, self._read), daemon=True
            )
            self._process.start()
            theirs.close()
        self.job = _Job(place, source, time.monotonic() + self._limits.wall_seconds)
        with suppress(BrokenPipeError):
            self.connection.send(source)

    def take(self) -> tuple[int, Outcome]:
        """Return what came of the file, after the process has answered or died."""
        if self.job is None or self.connection is None:
            raise RuntimeError("the worker has no file")
        job, self.job = self.job, None
        try:
            answer = self.connection.recv_bytes()
        except (EOFError, OSError):
            if self._process is not None:
                self._process.join(_SECONDS_TO_DIE)
            return job.place, Outcome(job.source, None, _why_dead(job.source.name, self.end(), self._limits))
        if answer[:1] == _MEETING:
            return job.place, Outcome(job.source, _TrustedUnpickler(BytesIO(answer[1:])).load())
        return job.place, Outcome(job.source, None, answer[1:].decode())

    def give_up(self) -> tuple[int, Outcome]:
        """End the process because the file took too long."""
        if self.job is None:
            raise RuntimeError("the worker has no file")
        job, self.job = self.job, None
        self.end()
        return job.place, Outcome(job.source, None, _too_slow(job.source.name, self._limits.wall_seconds))

    def end(self) -> int | None:
        """End the process and those that it started; return its exit code."""
        if self._process is None or self.connection is None:
            return None
        self.connection.close()
        if self._process.pid is not None and hasattr(os, "killpg"):
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.join()
        code = self._process.exitcode
        self._process.close()
        self._process = self.connection = None
        return code


def _collect(pool: Sequence[_Worker]) -> Iterator[tuple[int, Outcome]]:
    """Wait for the next answers, or for the next file whose time is up."""
    busy = {
        worker.connection: (worker, worker.job.deadline)
        for worker in pool
        if worker.job is not None and worker.connection is not None
    }
    soonest = min(deadline for _, deadline in busy.values())
    answered = wait(list(busy), timeout=max(0.0, soonest - time.monotonic()))
    for connection, (worker, deadline) in busy.items():
        if connection in answered:
            yield worker.take()
        elif deadline <= time.monotonic():
            yield worker.give_up()


class _TrustedUnpickler(pickle.Unpickler):
    """Takes meetings from a worker, and nothing that a hostile file could make it send."""

    def find_class(self, module: str, name: str) -> Callable[..., object]:
        """Return a class of the meeting's own modules, or what finds the member of one that enumerates."""
        if (module, name) == ("builtins", "getattr"):
            return _member  # the first releases of Python 3.11 send members of enumerations so
        found = super().find_class(module, name) if module in _TRUSTED_MODULES else None
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a meeting")
        return found


def _member(kind: object, name: str) -> object:
    if not isinstance(kind, EnumType) or name not in kind.__members__:
        raise pickle.UnpicklingError(f"{name} is no part of a meeting")
    return kind.__members__[name]


def _serve(connection: Connection, limits: Limits, read: Read) -> None:
    """Read the files that come in until there are no more: what the worker process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stderr__.fileno() if sys.__stderr__ else 2)
    if sys.platform != "win32":
        os.setsid()
    _limit_memory(limits.memory_bytes)
    while True:
        try:
            source = connection.recv()
        except EOFError:
            return
        _limit_cpu(limits.cpu_seconds)
        connection.send_bytes(_answer(source, limits, read))


def _answer(source: SourceFile, limits: Limits, read: Read) -> bytes:
    try:
        answer = _MEETING + pickle.dumps(read(source))
    except DocumentError as error:
        return _PROBLEM + str(error).encode()
    except MemoryError:
        return _PROBLEM + _too_much_memory(source.name, limits).encode()
    except RecursionError:
        problem = (
            f"{source.name} är för djupt nästlad för att kunna läsas. Spara om den i ett enklare format."
        )
        return _PROBLEM + problem.encode()
    if len(answer) > limits.result_bytes:
        problem = f"{source.name} ger mer text än programmet tar emot. Dela filen, ett sammanträde per fil."
        return _PROBLEM + problem.encode()
    return answer


def _limit_memory(most: int) -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_cpu(seconds: int) -> None:
    """Let the process be ended when it has computed so much longer than now."""
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time()) + seconds, hard))


def _why_dead(name: str, code: int | None, limits: Limits) -> str:
    if code is not None and sys.platform != "win32" and -code == signal.SIGXCPU:
        return _too_slow(name, limits.cpu_seconds)
    return (
        f"{name} fick läsningen att avbrytas (kod {code}). Filen är troligen skadad eller kräver för mycket "
        "minne; exportera den på nytt eller dela den, och läs in den igen."
    )


def _too_slow(name: str, seconds: float) -> str:
    return (
        f"{name} tog mer än {seconds:.0f} sekunder att läsa och hoppades över. Filen är troligen skadad "
        "eller mycket stor; exportera den på nytt eller dela den, och läs in den igen."
    )


def _too_much_memory(name: str, limits: Limits) -> str:
    return (
        f"{name} krävde mer än {limits.memory_bytes // 1_000_000} MB minne att läsa. Dela filen, ett "
        "sammanträde per fil, eller spara om den i ett enklare format."
    )
