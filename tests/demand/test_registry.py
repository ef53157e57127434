"""Registries and folders agree, and each registered thing says what it is, in every language."""

from pathlib import Path

import pytest

from game import demand, disruptions
from game.message import catalogue, languages

HELPERS = {"__init__", "base", "counts", "history_csv", "shaped"}


def modules(package) -> set[str]:
    return {path.stem for path in Path(package.__file__).parent.glob("*.py")} - HELPERS


def test_every_file_is_registered_under_its_name() -> None:
    assert set(demand.PATTERNS) == modules(demand)
    assert set(disruptions.KINDS) == modules(disruptions)
    for name, entry in {**demand.PATTERNS, **disruptions.KINDS}.items():
        assert entry.name == name


@pytest.mark.parametrize("language", languages())
def test_each_has_a_name_and_a_sentence(language: str) -> None:
    texts = catalogue(language)
    for section, registry in (("pattern", demand.PATTERNS), ("disruption", disruptions.KINDS)):
        for name in registry:
            assert texts[f"{section}.{name}.name"]
            assert texts[f"{section}.{name}.help"].endswith(".")


def test_each_key_is_described() -> None:
    for entry in (*demand.PATTERNS.values(), *disruptions.KINDS.values()):
        for name, field in entry.params.model_fields.items():
            assert field.description, (entry.name, name)


def test_forms_are_strict() -> None:
    for entry in (*demand.PATTERNS.values(), *disruptions.KINDS.values()):
        assert entry.params.model_config["extra"] == "forbid"
        assert entry.params.model_config["strict"]
        assert entry.params.model_config["frozen"]
