"""What a reader is told of a build that was interrupted: that its work is kept, and that it is used again."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service.commands.terminal import err
from service.wording import thousands


def say_resumed(what: str, kept: int, total: int) -> None:
    """Say in Swedish what an interrupted build had done already."""
    # Straight to stderr: a bar that is drawn there lets such lines through above it, another console's not.
    sys.stderr.write(f"Fortsätter: {thousands(kept)} av {thousands(total)} {what} fanns redan.\n")


@contextmanager
def told_what_is_kept(index_folder: Path) -> Iterator[None]:
    """Say on Ctrl-C that the work done is not lost."""
    try:
        yield
    except KeyboardInterrupt:
        from qa.index.checkpoint import holds_unfinished

        if holds_unfinished(index_folder):
            text = "Det som hann bli klart är sparat. Kör samma kommando igen, så fortsätter det därifrån."
            err().print(text, soft_wrap=True)
        raise
