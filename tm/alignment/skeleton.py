"""The consonants of a name as they sound, so that Бангладеш and بنغلاديش meet Bangladesh."""

from __future__ import annotations

import re
import unicodedata

_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a,b,v,g,d,e,e,j,z,i,i,k,l,m,n,o,p,r,s,t,u,f,h,ts,ch,sh,sh,,y,,e,u,a".split(","),
        strict=True,
    )
)
_ARABIC = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآؤئءپچژگڤ",
        "a,b,t,t,j,h,k,d,d,r,z,s,sh,s,d,t,z,a,g,f,k,k,l,m,n,h,w,y,a,a,a,a,a,w,y,,b,ch,j,g,v".split(","),
        strict=True,
    )
)
_LETTERS = str.maketrans(_CYRILLIC | _ARABIC)

_SOUNDS = (
    (re.compile("ph"), "f"),
    (re.compile("tch|tsch|sch|sh|ch"), "j"),
    (re.compile("th"), "t"),
    (re.compile("kh|gh|wh"), "k"),
    (re.compile("dj|dzh"), "j"),
    (re.compile("x"), "ks"),
    (re.compile("c(?=[eiy])"), "s"),
    (re.compile("g(?=[eiy])"), "j"),
    (re.compile("[cqg]"), "k"),
    (re.compile("p"), "b"),
    (re.compile("v"), "f"),
    (re.compile("z"), "s"),
    (re.compile("[aeiouywh]"), ""),
)
_TWICE = re.compile(r"(.)\1+")


def skeleton(word: str) -> str:
    """Give the consonants of a word as Latin letters, those that sound alike as one; Chinese has none.

    >>> {skeleton(word) for word in ("bangladesh", "бангладеш", "بنغلاديش")}
    {'bnkldj'}
    """
    bare = "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
    sounds = bare.translate(_LETTERS)
    for pattern, sound in _SOUNDS:
        sounds = pattern.sub(sound, sounds)
    return _TWICE.sub(r"\1", sounds) if sounds.isascii() and sounds.isalpha() else ""
