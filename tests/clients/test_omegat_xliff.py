"""OmegaT translates our XLIFF with our memory, and what it made comes back into the PO file."""

import shutil
from pathlib import Path

import pytest

from tests.clients import omegat
from tm.cli.main import main
from tm.exchange import po

pytestmark = [
    pytest.mark.clients,
    pytest.mark.skipif(
        not shutil.which("omegat"), reason="OmegaT is not here: apt install omegat default-jdk-headless"
    ),
]

PO = """\
msgid ""
msgstr ""
"Language: {}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "heading"
msgid "Peace & security"
msgstr ""

msgid "The Committee met."
msgstr ""

msgid "Nothing is known of this."
msgstr ""
"""
MEMORY = {
    "ar": ("السلام والأمن", "اجتمعت اللجنة."),
    "es": ("Paz y seguridad", "La Comisión se reunió."),
    "fr": ("Paix et sécurité", "La Commission s’est réunie."),
    "ru": ("Мир и безопасность", "Комитет провел заседание."),
    "zh": ("和平与安全", "委员会举行了会议。"),
}


@pytest.mark.parametrize("code", sorted(MEMORY))
def test_what_omegat_fills_comes_back(tmp_path: Path, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TM_MEMORY", raising=False)
    root, client = tmp_path / "work", omegat.make(tmp_path / "client", code)
    path = root / "locales" / code / "letter.po"
    path.parent.mkdir(parents=True)
    (root / "source").mkdir()
    path.write_text(PO.format(code), encoding="utf-8")
    first, second = MEMORY[code]
    rows = f"en,{code}\nPeace & security,{first}\nThe Committee met.,{second}\n"
    (root / "old.csv").write_text(rows, encoding="utf-8")
    out = client / "source" / "letter.xlf"
    for arguments in (
        ("import", f"{root}/old.csv"),
        ("export", f"{client}/tm/auto/memory.tmx"),
        ("export", str(out), "--lang", code, "--xliff", "1.2", "--fill"),
    ):
        assert main(["--root", str(root), *arguments]) == 0
    said = omegat.run(client, "--mode=console-translate", home=tmp_path)
    back = client / "target" / "letter.xlf"
    assert back.exists(), said
    assert main(["--root", str(root), "import", str(back)]) == 0
    assert [unit.target for unit in po.read(path).units] == [first, second, ""]
