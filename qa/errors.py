"""The error tree. A message says, in Swedish, what happened, which value, and what to do.

QaError
├── UsageError                a value the caller gave cannot be used
│   ├── QuestionError         the question is empty or too long
│   ├── FilterError           a filter contradicts itself or cannot be read
│   └── SettingError          a setting has a value that cannot be used
├── NotFoundError             no meeting, item or file by that name
├── DocumentError             a file cannot be read as minutes
├── ModelError                the embedding model is missing, damaged or another than expected
├── IndexMissingError         there is no index at that place
├── IndexFormatError          the index does not fit this program, model or itself
└── EvaluationError           a question set, qrels or run cannot be used
"""


class QaError(Exception):
    """Root of all errors this program raises on purpose; ``str`` is the Swedish message."""


class UsageError(QaError):
    """A value that the caller gave cannot be used."""


class QuestionError(UsageError):
    """The question is empty or too long."""


class FilterError(UsageError):
    """A filter contradicts itself or cannot be read."""


class SettingError(UsageError):
    """A setting has a value that cannot be used."""


class NotFoundError(QaError):
    """No meeting, item or file by that name."""


class DocumentError(QaError):
    """A file cannot be read as minutes."""


class ModelError(QaError):
    """The embedding model is missing, damaged or another than expected."""


class IndexMissingError(QaError):
    """There is no index at that place."""


class IndexFormatError(QaError):
    """The index does not fit this program, this model or itself."""


class EvaluationError(QaError):
    """A question set, qrels or run cannot be used."""
