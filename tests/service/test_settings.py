import pytest

from qa.errors import SettingError
from service.settings import ServiceSettings, read_service_settings


def test_the_service_listens_on_this_machine_alone_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ServiceSettings.model_fields:
        monkeypatch.delenv(f"QA_{name.upper()}", raising=False)
    settings = read_service_settings()
    assert (settings.host, settings.port, settings.cors_origins) == ("127.0.0.1", 8000, ())


def test_origins_are_parted_by_comma_or_space(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_CORS_ORIGINS", "https://a.example, http://b.example:8080 https://c.example")
    assert read_service_settings().cors_origins == (
        "https://a.example",
        "http://b.example:8080",
        "https://c.example",
    )


@pytest.mark.parametrize(
    "origin", ["*", "a.example", "https://a.example/", "https://a.example/sok", "ftp://a.b"]
)
def test_what_is_no_origin_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, origin: str) -> None:
    monkeypatch.setenv("QA_CORS_ORIGINS", origin)
    with pytest.raises(SettingError, match="QA_CORS_ORIGINS"):
        read_service_settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("QA_PORT", "http"),
        ("QA_PORT", "70000"),
        ("QA_ROOT_PATH", "sok/"),
        ("QA_ACCESSIBILITY_URL", "redogörelse"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingError, match=f"{name}='{value}'"):
        read_service_settings()


def test_every_setting_is_described() -> None:
    assert all(field.description for field in ServiceSettings.model_fields.values())
