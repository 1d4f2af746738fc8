"""The settings of the doors, read from the environment in one place."""

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from qa.errors import SettingError
from qa.settings import PREFIX, describe_problems


class ServiceSettings(BaseSettings):
    """What can be set. Each name is an environment variable with the prefix ``QA_``."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore")

    host: str = Field("127.0.0.1", description="Adress som tjänsten lyssnar på; 0.0.0.0 betyder alla.")
    port: int = Field(8000, ge=0, le=65535, description="Port som tjänsten lyssnar på; 0 betyder en ledig.")
    cors_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        (),
        description="Webbplatser vars sidor får anropa API:et och bädda in söksidan, åtskilda av komma, "
        "till exempel https://intranet.example.org. Utan värde får ingen annan webbplats det.",
    )
    root_path: str = Field(
        "", description="Sökväg som en proxy lägger före tjänstens adresser, till exempel /protokoll."
    )
    poll_seconds: float = Field(
        1.0, gt=0, description="Hur ofta tjänsten ser efter om indexet har byggts om, i sekunder."
    )
    accessibility_url: str = Field(
        "",
        description="Webbadress till er tillgänglighetsredogörelse; länkas längst ned på varje sida.",
    )
    example: bool = Field(
        default=False, description="Visa på söksidan att protokollen är påhittade exempel (1 eller 0)."
    )

    @field_validator("cors_origins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(value.replace(",", " ").split()) if isinstance(value, str) else value

    @field_validator("cors_origins")
    @classmethod
    def _are_origins(cls, origins: tuple[str, ...]) -> tuple[str, ...]:
        for origin in origins:
            parts = urlsplit(origin)
            if parts.scheme not in ("http", "https") or origin != f"{parts.scheme}://{parts.netloc}":
                raise ValueError(
                    f"”{origin}” ska vara en webbplats utan sökväg, som https://intranet.example.org"
                )
        return origins

    @field_validator("accessibility_url")
    @classmethod
    def _is_web_address(cls, address: str) -> str:
        if address and urlsplit(address).scheme not in ("http", "https"):
            raise ValueError("adressen ska börja med https://")
        return address

    @field_validator("root_path")
    @classmethod
    def _is_path(cls, path: str) -> str:
        if path and (not path.startswith("/") or path.endswith("/")):
            raise ValueError("sökvägen ska börja, men inte sluta, med snedstreck, som /protokoll")
        return path


def read_service_settings() -> ServiceSettings:
    """Read the settings from the environment.

    Raises:
        SettingError: a variable has a value that cannot be used; all such are named.
    """
    try:
        return ServiceSettings()
    except ValidationError as error:
        raise SettingError(describe_problems(error)) from error
