"""The frame of a self-contained HTML page: nothing is loaded from elsewhere, and no script runs."""

from __future__ import annotations

_PAGE = """\
<!doctype html>
<html lang="{code}"{direction}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>
{main}
</main>
</body>
</html>
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Content Security Policy, level 3."""


def web_page(title: str, style: str, main: str, *, code: str = "en", direction: str = "", images: bool = False) -> str:
    """Set a page.

    Args:
        title, main: HTML.
        style: CSS, with a line break at its end.
        code: of the language; direction: `ltr` or `rtl`, left out when empty.
        images: whether pictures within the page, as `data:` addresses, are shown.
    """
    return _PAGE.format(
        code=code,
        direction=f' dir="{direction}"' if direction else "",
        policy=_POLICY + ("; img-src data:" if images else ""),
        title=title,
        style=style,
        main=main,
    )
