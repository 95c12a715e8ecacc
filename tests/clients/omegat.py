"""An OmegaT project in a folder, translated without its window, as a translator's computer would."""

from __future__ import annotations

import subprocess
from pathlib import Path

_PROJECT = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
  <project version="1.0">
    <source_dir>__DEFAULT__</source_dir>
    <source_dir_excludes/>
    <target_dir>__DEFAULT__</target_dir>
    <tm_dir>__DEFAULT__</tm_dir>
    <glossary_dir>__DEFAULT__</glossary_dir>
    <glossary_file>__DEFAULT__</glossary_file>
    <dictionary_dir>__DEFAULT__</dictionary_dir>
    <source_lang>{source}</source_lang>
    <target_lang>{target}</target_lang>
    <source_tok>org.omegat.tokenizer.DefaultTokenizer</source_tok>
    <target_tok>org.omegat.tokenizer.DefaultTokenizer</target_tok>
    <sentence_seg>false</sentence_seg>
    <support_default_translations>true</support_default_translations>
    <remove_tags>false</remove_tags>
    <external_command></external_command>
  </project>
</omegat>
"""


def make(folder: Path, target: str, source: str = "en") -> Path:
    """Make an empty project."""
    for name in ("source", "target", "tm/auto", "omegat", "glossary", "dictionary"):
        (folder / name).mkdir(parents=True)
    (folder / "omegat.project").write_text(_PROJECT.format(source=source, target=target), encoding="utf-8")
    return folder


def run(project: Path, *arguments: str, home: Path) -> str:
    """Run OmegaT on a project and give what it said; its settings go below `home`."""
    done = subprocess.run(
        ["omegat", f"-J-Duser.home={home}", str(project), *arguments],
        env={"PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": str(home), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return done.stdout + done.stderr
