"""The index that the service answers from, exchanged for a newer generation without a pause."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qa.answer import Answerer
from qa.cases.journey import CaseBook
from qa.encoder import Encoder
from qa.errors import IndexFormatError, ModelError, QaError
from qa.index.generation import Index, open_index
from qa.index.generations import current_version
from qa.suggestions import Suggester
from qa.types import Filter, Question
from service.api.problems import NotReadyError
from service.pages.choices import Choices, choices_of

logger = logging.getLogger(__name__)

LOADING = "Indexet och modellen läses in. Försök igen om några sekunder."

_FIRST_QUESTION = Question("Vad beslutades?", Filter(), limit=1)


@dataclass(frozen=True, slots=True)
class Serving:
    """One generation and what is made of it once. A request keeps the one it began with."""

    index: Index
    answerer: Answerer
    suggester: Suggester
    choices: Choices
    cases: CaseBook


class LiveIndex:
    """Holds the current generation, and follows the pointer of the index folder.

    A thread of its own loads the model and the index, then looks at the pointer every
    ``poll_seconds``. A generation that cannot be opened never replaces one that answers.
    """

    def __init__(self, folder: Path, load_encoder: Callable[[], Encoder], poll_seconds: float = 1.0) -> None:
        self._folder = folder
        self._load_encoder = load_encoder
        self._poll_seconds = poll_seconds
        self._encoder: Encoder | None = None
        self._serving: Serving | None = None
        self._problem: QaError = NotReadyError(LOADING)
        self._refused_version = ""
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._follow, name="live-index", daemon=True)

    def start(self) -> None:
        """Begin loading and following; returns at once."""
        self._thread.start()

    def close(self) -> None:
        """Stop following. Loading that has begun is left to end by itself."""
        self._stop.set()

    def current(self) -> Serving:
        """Return the generation to answer from.

        Raises:
            NotReadyError: the first one is still being loaded.
            IndexMissingError: there is no index yet.
            IndexFormatError: the index does not fit, and there is no older one to keep.
            ModelError: the model cannot be used.
        """
        serving = self._serving
        if serving is None:
            raise self._problem
        return serving

    def refresh(self) -> bool:
        """Look at the pointer once, and exchange the generation if it has moved.

        Returns:
            False when there is no use in looking again, because the model cannot be loaded.
        """
        try:
            if self._encoder is None:
                self._encoder = self._load_encoder()
            self._exchange(self._encoder)
        except ModelError as error:
            self._report(error)
            return False
        except QaError as error:
            self._report(error)
        return True

    def _exchange(self, encoder: Encoder) -> None:
        version = current_version(self._folder)
        served = self._serving
        if version == self._refused_version or (served and version == served.index.version):
            return
        try:
            index = open_index(self._folder)
            serving = Serving(
                index,
                Answerer(index, encoder),
                Suggester(index.meetings),
                choices_of(index.meetings, index.passages),
                CaseBook(index.meetings),
            )
            # what is loaded on first use is loaded now, not while somebody waits
            serving.answerer.ask(_FIRST_QUESTION)
        except IndexFormatError:
            self._refused_version = version
            raise
        self._serving = serving
        logger.info("Indexets utgåva %s är i bruk (%d sammanträden).", index.version, len(index.meetings))

    def _report(self, error: QaError) -> None:
        """Log a failure when it is new, and keep it for those who ask while nothing else answers."""
        if str(error) != str(self._problem):
            logger.error("%s", error)
        self._problem = error

    def _follow(self) -> None:
        try:
            while self.refresh() and not self._stop.wait(self._poll_seconds):
                pass
        finally:
            # a fault nobody foresaw ends this thread and is in the log; do not promise readiness for ever
            if isinstance(self._problem, NotReadyError):
                self._problem = IndexFormatError("Indexet kunde inte läsas in. Felet står i serverns logg.")
