"""Words by which a State is meant without its name: adjectives that its name does not show, abbreviations, habits."""

from __future__ import annotations

from functools import cache

from tm.terminology.words import keys, word_list
from tm.text.words import bare

_WORDS = {
    "fr": """
        us américain étatsunien EU USA
        gb britannique anglais écossais gallois
        by biélorusse bélarussien bélarusse
        tr turc turque
        dk danois
        nl néerlandais hollandais
        pe péruvien
        gr grec grecque hellénique
        mg malgache
        mc monégasque
        mm birman
        cv capverdien
        kp coréen
        kr coréen
        la laotien
        ae émirien EAU
        ch helvétique
        cf RCA
        va pontifical
        us étasunien
    """,
    "es": """
        us estadounidense norteamericano americano EE EEUU
        gb británico inglés escocés galés
        by bielorruso belaruso
        tr turco
        dk danés
        nl neerlandés holandés
        gr griego helénico
        pl polaco
        cz checo
        kr surcoreano coreano
        kp norcoreano
        ru ruso
        mm birmano
        mg malgache
        ci marfileño
        cr costarricense
        cd RDC congoleño
        cg congoleño
        ae EAU emiratí
        va pontificio
    """,
    "ru": """
        us американский США
        gb британский английский Великобритания
        nl голландский
        gr греческий
        am армянский
        cz чешский
        tr турецкий
        dk датский
        kr корейский южнокорейский
        kp северокорейский корейский
        za южноафриканский ЮАР
        ru русский РФ россиянин
        by белорусский
        kg киргизский кыргызский
        lt литовский
        nz новозеландский
        se шведский
        fi финский
        th тайский
        lk ланкийский
        ae ОАЭ эмиратский
        cn КНР
        cf ЦАР
        ba БиГ
        va папский
        mk македонский
        md молдавский
        gq экваториально
        pg папуасский
        sr суринамский
        bo боливийский
    """,
    "ar": """
        us أمريكي أميركي أمريكا أميركا
        gb بريطاني بريطانيا إنكليزي إنجليزي
        nl هولندي هولندا
        kr كوري كوريا
        kp كوري كوريا
        za أفريقي
        ru روسي روسيا
        ae إماراتي الإمارات
        sa سعودي السعودية
        sy سوري سوريا سورية
        cz تشيكي
        cf وسطي
        va بابوي
        la لاوس
        cd الكونغو
        cv فيردي
        lr ليبري
    """,
    "zh": """
        us 美国 美方 美元
        gb 英国 英方
        ru 俄罗斯 俄方 俄国
        kr 韩国 南韩 大韩
        kp 朝鲜 北朝鲜
        ae 阿联酋
        sa 沙特
        id 印尼
        ir 伊朗
        la 老挝
        cn 中方 我国 中国
        cd 民主刚果 刚果（金）
        ve 委内瑞拉
        mk 马其顿
        cz 捷克
        tz 坦桑尼亚
        bn 文莱
        sy 叙利亚
        md 摩尔多瓦
        do 多米尼加
        va 梵蒂冈 教廷
        ps 巴勒斯坦
        fr 法国 法方 法语
        de 德国 德方
        fm 密克罗尼西亚
        pg 巴新
    """,
}


@cache
def otherwise(language: str) -> dict[str, frozenset[str]]:
    """Give by the id of a State's concept the keys of such words; in Chinese the words themselves."""
    found: dict[str, frozenset[str]] = {}
    seen = keys(language)
    for line in _WORDS.get(language, "").split("\n"):
        country, *words = line.split()[:1] + line.split()[1:] if line.strip() else ("",)
        if words:
            told = frozenset(
                words if language == "zh" else (seen[w] for w in word_list(bare(" ".join(words), language)))
            )
            found[f"state-{country}"] = found.get(f"state-{country}", frozenset()) | told
    return found
