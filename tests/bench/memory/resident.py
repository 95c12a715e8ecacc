"""Ask a memory for a while and print how much of the machine's memory that takes, as JSON; run as `python -m memory.resident`.

Its arguments: the memory, the codes of source and target, and a file with one text a line.
"""

from __future__ import annotations

import json
import re
import resource
import sys
from pathlib import Path

from tm.memory.lookup import Query, lookup
from tm.stores import open_store


def main() -> None:
    memory, source, target, texts = sys.argv[1:]
    before = peak()
    store = open_store(memory, create=False)
    for text in Path(texts).read_text(encoding="utf-8").splitlines():
        lookup(store, Query(text, source, target), min_score=70, limit=5)
    print(json.dumps({"before": before, "peak": peak(), "own": status("RssAnon")}))


def peak() -> int:
    """Give the most memory that was resident, in bytes, mapped files included.

    Where the system says it of the program alone: `ru_maxrss` counts in the process that started it.
    """
    unit = 1 if sys.platform == "darwin" else 1024
    return status("VmHWM") or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def status(name: str) -> int:
    """Read a size of this process from Linux, in bytes; 0 elsewhere."""
    path = Path("/proc/self/status")
    found = re.search(rf"^{name}:\s+(\d+) kB", path.read_text(), re.MULTILINE) if path.exists() else None
    return int(found[1]) * 1024 if found else 0


if __name__ == "__main__":
    main()
