"""Prints the lowest version of each dependency that pyproject.toml allows users, as constraints for pip."""

import tomllib
from pathlib import Path

PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"

project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]

extras = project["optional-dependencies"]
for requirement in [*project["dependencies"], *extras["data"], *extras["frames"], *extras["preview"]]:
    name, lowest = requirement.split(">=")
    print(f"{name}=={lowest}")
