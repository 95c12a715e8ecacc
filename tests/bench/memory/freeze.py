"""Measure one state of the code: a copy of it, so that whoever edits it meanwhile does no harm."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
from pathlib import Path

_CODE = Path(__file__).resolve().parents[3] / "tm"
_VARIABLE = "TM_BENCH_CODE"


def run_on_a_copy() -> None:
    """Start this script anew with a copy of the program first on its path, unless that is done."""
    if _VARIABLE in os.environ:
        return
    files = {path: path.read_bytes() for path in sorted(_CODE.rglob("*")) if path.is_file() and path.suffix != ".pyc"}
    digest = hashlib.sha256()
    for path, content in files.items():
        digest.update(f"{path.relative_to(_CODE)} {len(content)}\n".encode() + content)
    name = digest.hexdigest()[:12]
    copy = Path(tempfile.gettempdir()) / "hexapla-bench" / "code" / name
    if not copy.exists():
        scratch = copy.with_name(f"{name}.{os.getpid()}")
        for path, content in files.items():
            place = scratch / "tm" / path.relative_to(_CODE)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        if copy.exists():
            shutil.rmtree(scratch)
        else:
            scratch.replace(copy)
    environment = os.environ | {_VARIABLE: name, "PYTHONPATH": str(copy)}
    os.execve(sys.executable, [sys.executable, *sys.argv], environment)
