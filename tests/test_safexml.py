"""The XML parser reads what is plain, tells lines, and refuses what is hostile, at once."""

import pytest

from tm import safexml
from tm.model.errors import FormatError


def test_elements_know_their_line() -> None:
    root = safexml.parse(b'<?xml version="1.0"?>\n<a xmlns="urn:x">\n<b/></a>', "x.xml")
    assert (root.tag, safexml.line_of(root), safexml.line_of(root[0])) == ("{urn:x}a", 2, 3)


def test_a_document_type_without_entities_is_read() -> None:
    assert safexml.parse(b'<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx>t</tmx>', "x.tmx").text == "t"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "x.xml:1: not well-formed XML: no element found"),
        (b"<a>\n<b></a>", "x.xml:2: not well-formed XML: mismatched tag"),
        (b'<!DOCTYPE a [\n<!ENTITY x "y">]><a>&x;</a>', "x.xml:2: entity declarations are not accepted"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "x.xml:1: entity declarations are not accepted"),
        (b"<a>" * 100_000, "x.xml:1: elements are nested deeper than 64"),
        (b"<a " + b" ".join(b"a%d='1'" % n for n in range(100)) + b"/>", "x.xml:1: an element has more than 64 attributes"),
        (b"<a " + b" ".join(b"a%d='1'" % n for n in range(200_000)) + b"/>", "x.xml:1: a tag or comment is longer than 1 MB"),
        (b"<a>\n<!--" + b" " * 2**21 + b"--></a>", "x.xml:2: a tag or comment is longer than 1 MB"),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', "x.xml:1: the XML names an encoding that cannot be read; save it as UTF-8"),
    ],
)  # fmt: skip
def test_what_is_broken_or_hostile_is_refused_with_its_line(data: bytes, message: str) -> None:
    with pytest.raises(FormatError) as refused:
        safexml.parse(data, "x.xml")
    assert str(refused.value) == message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso8859-5"])
def test_a_text_may_be_long_and_is_whole(encoding: str) -> None:
    text = "Мир\n" * 500_000
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    root = safexml.parse(f"{head}<a>{text}<b/><![CDATA[{text}]]></a>".encode(encoding), "x.xml")
    assert (root.text, root[0].tail, safexml.line_of(root[0])) == (text, text, 500_001)
