"""Settings and options joined into what the commands work with."""

from pathlib import Path
from typing import TYPE_CHECKING

from qa.progress import Progress

if TYPE_CHECKING:
    from qa.encoder import Encoder
    from qa.settings import Settings


def settings_with(index: Path | None, model: str | None) -> "Settings":
    """Return the settings; an option given on the command line wins over the environment.

    Raises:
        SettingError: a variable of the environment cannot be used.
    """
    from qa.settings import read_settings

    given = {name: value for name, value in (("index", index), ("model", model)) if value is not None}
    return read_settings().model_copy(update=given)


def encoder_of(settings: "Settings", progress: Progress) -> "Encoder":
    """Load the encoder that the settings name.

    Raises:
        ModelError: it is missing or damaged.
    """
    from qa.encoder import load_encoder

    progress.stage("Läser in modellen", 1)
    encoder = load_encoder(
        settings.model,
        query_prompt=settings.query_prompt,
        passage_prompt=settings.passage_prompt,
        threads=settings.threads,
    )
    progress.advance()
    return encoder
