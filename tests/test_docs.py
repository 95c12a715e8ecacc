"""The documents tell all that there is, and nothing that there is not."""

import importlib.util
import re
from dataclasses import fields
from pathlib import Path

from tm import checks
from tm.cli.main import COMMANDS
from tm.project.config import Settings

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_lists_the_commands_that_there_are() -> None:
    assert re.findall(r"^\| `tm (\w+)", README, re.MULTILINE) == list(COMMANDS)


def test_each_check_is_listed_with_its_severity() -> None:
    text = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w-]+)` \| (\w+) \| (.*) \|$", text, re.MULTILINE)
    listed = checks.ALL
    assert rows == [(one.name, one.severity, one.about.removeprefix("Flag ").rstrip(".")) for one in listed]


def test_the_reference_of_the_checks_is_not_stale() -> None:
    place = importlib.util.spec_from_file_location("reference", ROOT / "docs" / "reference.py")
    assert place
    assert place.loader
    reference = importlib.util.module_from_spec(place)
    place.loader.exec_module(reference)
    is_fresh = reference.page() == (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    assert is_fresh, "docs/checks.md is older than the checks and their examples: run: make docs"


def test_each_setting_is_listed() -> None:
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    listed = [name for row in re.findall(r"^\| (`.*?) \|", text, re.MULTILINE) for name in re.findall("`([^`]+)`", row)]
    assert set(listed) == {field.name.replace("_", "-") for field in fields(Settings)}


def test_links_of_the_documents_lead_somewhere() -> None:
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"
