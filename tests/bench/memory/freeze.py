"""Measure one state of the code: a copy of it, so that whoever edits it meanwhile does no harm."""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import sys
import tempfile
from pathlib import Path

_PROJECT = Path(__file__).resolve().parents[3]
_VARIABLE = "TM_BENCH_CODE"


def run_on_a_copy() -> None:
    """Start this script anew with a copy of the program first on its path, unless that is done.

    The program is the one beside, or that in the checkout named by the option `--code`.
    """
    if _VARIABLE in os.environ:
        return
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--code", type=Path, default=_PROJECT)
    code = parser.parse_known_args()[0].code.resolve() / "tm"
    files = {path: path.read_bytes() for path in sorted(code.rglob("*")) if path.is_file() and path.suffix != ".pyc"}
    if not files:
        sys.exit(f"{code}: no such package")
    digest = hashlib.sha256()
    for path, content in files.items():
        digest.update(f"{path.relative_to(code)} {len(content)}\n".encode() + content)
    name = digest.hexdigest()[:12]
    copy = Path(tempfile.gettempdir()) / "hexapla-bench" / "code" / name
    if not copy.exists():
        scratch = copy.with_name(f"{name}.{os.getpid()}")
        for path, content in files.items():
            place = scratch / "tm" / path.relative_to(code)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        if copy.exists():
            shutil.rmtree(scratch)
        else:
            scratch.replace(copy)
    # The working folder must not come first: it may hold the program, too.
    paths = os.pathsep.join([str(_PROJECT / "tests" / "bench"), str(copy)])
    environment = os.environ | {_VARIABLE: name, "PYTHONPATH": paths, "PYTHONSAFEPATH": "1"}
    os.execve(sys.executable, [sys.executable, *sys.argv], environment)
