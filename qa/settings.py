"""The settings of the question answerer, read from the environment in one place."""

from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from qa.errors import SettingError
from qa.reading import PrivacyPolicy

PREFIX = "QA_"


class Settings(BaseSettings):
    """What can be set. Each name is an environment variable with the prefix ``QA_``."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore")

    index: Path = Field(Path("index"), description="Mapp där indexet ligger.")
    model: str = Field(
        "embedded",
        description='Inbäddningsmodell: "embedded" (medföljer, anpassad till protokoll), "embedded-plain" '
        "(utan anpassningen), en mapp eller ett namn på en modellhubb.",
    )
    query_prompt: str | None = Field(
        None, description="Text före varje fråga vid inbäddning; utan värde används modellens egen."
    )
    passage_prompt: str | None = Field(
        None, description="Text före varje stycke vid inbäddning; utan värde används modellens egen."
    )
    threads: int = Field(
        0, ge=0, description="Trådar vid indexering; 0 betyder alla kärnor. Frågor använder alltid en."
    )
    privacy: PrivacyPolicy = Field(
        PrivacyPolicy.WARN,
        description="Vad som görs med personnummer och andra personuppgifter som hittas före indexeringen: "
        "warn (säg till), mask (maskera) eller leave-out-item (utelämna ärendet).",
    )


def read_settings() -> Settings:
    """Read the settings from the environment.

    Raises:
        SettingError: a variable has a value that cannot be used; all such are named.
    """
    try:
        return Settings()
    except ValidationError as error:
        raise SettingError(describe_problems(error)) from error


def describe_problems(error: ValidationError) -> str:
    """Name every variable that could not be read, its value and what is wrong with it."""
    problems = [
        f"{PREFIX}{str(problem['loc'][0]).upper()}={problem['input']!r}: {problem['msg']}"
        for problem in error.errors()
    ]
    return "Inställningar som inte kan användas: " + "; ".join(problems) + ". Rätta eller ta bort dem."
