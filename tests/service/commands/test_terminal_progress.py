import io

import pytest
from rich.console import Console

from service.commands import terminal_progress
from service.commands.terminal_progress import BarProgress, LineProgress, duration, shown_progress


def test_a_log_gets_a_line_at_the_beginning_and_the_end_of_a_stage() -> None:
    written = io.StringIO()
    progress = LineProgress(Console(file=written))
    progress.stage("Läser protokoll", 3)
    for _ in range(3):
        progress.advance()
    assert written.getvalue() == "Läser protokoll: 0 av 3\nLäser protokoll: 3 av 3\n"


def test_a_log_gets_a_line_now_and_then_in_a_long_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr(terminal_progress.time, "monotonic", lambda: clock[0])
    written = io.StringIO()
    progress = LineProgress(Console(file=written))
    progress.stage("Beräknar vektorer", 100)
    for seconds in (1.0, 11.0, 12.0):
        clock[0] = seconds
        progress.advance(10)
    assert written.getvalue() == (
        "Beräknar vektorer: 0 av 100\nBeräknar vektorer: 20 av 100 (ungefär 45 s kvar)\n"
    )


def test_how_long_is_left_is_told_from_the_pace_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [100.0]
    monkeypatch.setattr(terminal_progress.time, "monotonic", lambda: clock[0])
    written = io.StringIO()
    progress = LineProgress(Console(file=written))
    progress.stage("Läser protokoll", 1000)
    for seconds in (160.0, 172.0):
        clock[0] = seconds
        progress.advance(50)
    assert written.getvalue().splitlines()[1:] == [
        "Läser protokoll: 50 av 1000 (ungefär 19 min kvar)",
        "Läser protokoll: 100 av 1000 (ungefär 11 min kvar)",
    ]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (1, "ungefär 5 s"),
        (42, "ungefär 40 s"),
        (89, "ungefär 90 s"),
        (130, "ungefär 2 min"),
        (9000, "ungefär 2 h 30 min"),
    ],
)
def test_a_duration_is_said_roughly(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_a_terminal_gets_a_bar_for_each_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.StringIO()
    console = Console(file=written, force_terminal=True, width=80)
    monkeypatch.setattr(terminal_progress, "err", lambda: console)
    with shown_progress() as progress:
        assert isinstance(progress, BarProgress)
        progress.stage("Läser protokoll", 2)
        progress.advance(2)
    assert "Läser protokoll" in written.getvalue()
    assert "2/2" in written.getvalue()
