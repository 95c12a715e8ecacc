"""The frame of pages: what it says of itself, and that nothing may be loaded."""

from __future__ import annotations

from tm.text.web_page import web_page


def test_a_page_runs_no_script_and_loads_nothing() -> None:
    page = web_page("Title", "p { margin: 0 }\n", "<p>Text</p>")
    assert page.startswith('<!doctype html>\n<html lang="en">\n')
    assert "content=\"default-src 'none'; style-src 'unsafe-inline'\"" in page
    assert "<style>\np { margin: 0 }\n</style>" in page
    assert "<main>\n<p>Text</p>\n</main>" in page


def test_a_page_from_right_to_left_says_so_and_may_hold_pictures() -> None:
    page = web_page("عنوان", "", "", code="ar", direction="rtl", images=True)
    assert '<html lang="ar" dir="rtl">' in page
    assert "img-src data:" in page
