"""Listings of commands are no prose, and prose in several lines is no listing."""

from __future__ import annotations

from time import process_time

import pytest

from tm.text.listing import is_listing


@pytest.mark.parametrize(
    "text",
    [
        "setenv autoload no\ndhcp\ntftpboot ${scriptaddr} /debian/armhf/boot.scr\nsource ${scriptaddr}",
        "# Keyboard selection.\nd-i keyboard-configuration/xkb-keymap select us",
        "Set a_b=\nSet __init__(self",
        'group {\n  next-server 192.168.1.3;\n  host client {\n    filename "a/b";\n  }\n}',
    ],
)
def test_commands_are_a_listing(text: str) -> None:
    assert is_listing(text)


@pytest.mark.parametrize(
    "text",
    [
        "One line with A/76/1 in it.",
        "The Assembly,\nRecalling its resolution 70/1,\nDecides to go on.",
        "A name a_(b\nA name_ (c",
        "1. Purpose;\n2. Scope;\nand so on",
        "(a) Urges all States;\n(b) Requests a report;",
        "大会，\n回顾其第70/1号决议，\n决定继续。",
        "",
        "\n",
    ],
)
def test_prose_in_lines_is_none(text: str) -> None:
    assert not is_listing(text)


@pytest.mark.parametrize("run", ["_", "a", "a_", " ", "a/", "-", "1", "$", "="])
def test_a_long_line_takes_little_time(run: str) -> None:
    start = process_time()
    is_listing(f"{run * 20_000}\n{run * 20_000} §")
    assert process_time() - start < 1
