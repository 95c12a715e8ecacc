"""Take the README's picture: the six built versions of a document on one sheet, by headless Chromium."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ORDER = ["ar", "zh", "en", "fr", "ru", "es"]
WIDTH, HEIGHT, SCALE = 900, 1273, 0.5

SHEET = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 16px; background: #6b7683; display: grid;
  grid-template-columns: repeat(3, {w}px); gap: 16px }}
div {{ width: {w}px; height: {h}px; overflow: hidden; background: white; box-shadow: 0 2px 8px #0006 }}
iframe {{ border: 0; width: {width}px; height: {height}px; transform: scale({scale}); transform-origin: 0 0 }}
</style>{pages}"""


def main() -> int:
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        print("Chromium is missing: apt install chromium", file=sys.stderr)
        return 2
    pages = [next((ROOT / "build" / code).glob("*.html")) for code in ORDER]
    frames = "".join(f'<div><iframe src="{page.as_uri()}" scrolling="no"></iframe></div>' for page in pages)
    w, h = int(WIDTH * SCALE), int(HEIGHT * SCALE)
    with tempfile.TemporaryDirectory() as folder:
        sheet = Path(folder) / "sheet.html"
        sheet.write_text(
            SHEET.format(w=w, h=h, width=WIDTH, height=HEIGHT, scale=SCALE, pages=frames), encoding="utf-8"
        )
        command = [
            browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--hide-scrollbars", "--allow-file-access-from-files", f"--user-data-dir={folder}/profile",
            f"--window-size={3 * w + 64},{2 * h + 48}", f"--screenshot={ROOT / 'docs' / 'six-pages.png'}",
            sheet.as_uri(),
        ]  # fmt: skip
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL, timeout=120)
    print("docs/six-pages.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
