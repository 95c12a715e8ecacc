"""A word or phrase written twice by mistake: « de de », 的的."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import compress, islice, pairwise
from operator import eq
from unicodedata import is_normalized, normalize

from tm.checks.check import Fault, Pair, check
from tm.checks.place import span_of
from tm.model.finding import Severity, Span
from tm.text.pattern import pattern
from tm.text.plain import plain
from tm.text.words import bare, words

_SIGNS = ".,;:!?()[]{}«»“”„\"…/،؛؟—–•*’'"

_MARKS = "\u064b-\u0652\u0670"
_NO_ELISION = str.maketrans("", "", "-\N{NON-BREAKING HYPHEN}’'" + "".join(map(chr, (*range(0x64B, 0x653), 0x670))))
_VOWELS = frozenset(map(chr, (*range(0x64B, 0x653), 0x670)))
"""« d’une » and по-прежнему are one word, and قُتلوا has a vowel sign."""

_LONGEST = 3
"""Words of a phrase that is looked for."""

_TWO, _THREE = b"\1\1", b"\1\1\1"

_ENOUGH = 12
"""Repetitions that are looked at; a text with more is no prose."""

_SINGLE = frozenset("aàyoeuвксоуиَو")
"""Words of one letter; others are initials and signs."""

_BY_RIGHT = {
    "fr": frozenset(("nous", "vous", "faire")),
    "es": frozenset(("sí",)),
    "ar": frozenset(("رويدا", "هيا", "شيئا")),
}
"""What may stand twice: « nous nous réunissons », « tout en en tenant compte »."""

_LETTER_NAMES = frozenset(
    "إيه بي سي دي إي إف جي إتش آي جيه كيه إل إم إن أو كيو آر إس تي يو في دبليو إكس واي زد".split()
)
"""Latin letters in Arabic, of which acronyms are made: آر آر تي."""

_TEN = frozenset(("عشر", "عشرة"))
_UNIT_OF_ORDINAL = pattern("[وفبلك]{0,2}(?:ال)?(?:حادي|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع)ة?")
_TEN_OF_ENGLISH = pattern(r"\b(?:ten|10)\b", re.IGNORECASE)
"""The eleventh to nineteenth in Arabic, and what may follow them."""

_GAP = r"\s{1,9}"
_GAP_OR_TAGS = r"(?:\s|</?(?:\d{1,3}|a|b|em|i|s|u|strong|span|sub|sup)(?:\s[^<>]{0,300})?/?>){1,9}"
_IN_TURN = pattern(r"\b(\w+)[ -](?:by|after|to|upon)[ -]\1\b", re.IGNORECASE)
"""Step by step: خطوة خطوة, 一步一步."""

_STEP = 2
"""Characters of what Chinese says twice for that; in other languages a word has more."""

_TWIN = pattern(r"(?<![\w-])(\w{2,7})-?\1s?(?![\w-])", re.IGNORECASE)
"""A name of two halves that are the same: tsetse, Baden-Baden."""

_NO_HALF = {
    "ar": frozenset("من في على عن إلى أن إن لا ما هو هي أو مع كل بين قد لم لن هذا هذه التي الذي".split()),
    "ru": frozenset("что для при как или это все его они она был том так".split()),
}
"""Words of two or three letters that are no half of a name."""

_HALVES_DIFFER = 2
"""Letters by which half of a name is longer or shorter in another script."""

_ONE_BY_ONE = {
    "en": pattern(
        r"\b(?:(?:one|each) after (?:another|the (?:other|next))|(?:one|two) at a time|in (?:turn|pairs|succession)"
        r"|individually|separately|successively|gradually|progressively|(\w+)[ -]for[ -]\1)\b",
        re.IGNORECASE,
    ),
    "fr": pattern(r"l['’]une? après l['’]autre|\b(?:(\w+) (?:par|à|après) \1|à tour de rôle|tour à tour|séparément)\b"),
    "es": pattern(r"\b(?:(\w+) (?:por|a|tras) \1|un[oa] tras otr[oa]|por turnos?|por separado)\b"),
    "ru": pattern(r"\b(?:по очереди|поочередно|од(?:ин|на|но) за друг(?:им|ой)|по одн(?:ому|ой)|по отдельности)\b"),
    "zh": pattern("逐|一一|依次|轮流|分别"),
}
_INDEFINITE = pattern(r"(?!ال|(?:على|إلى|حتى|لدى|سوى)\Z)\w+(?:[اًة]|ين|ى)")
"""An Arabic word that is said twice for "one by one": واحدة واحدة, بندا بندا."""

_LITTLE = "的了在是和与及对们之而由被把于并或也都其该将从为以已应不至些到使就但因则各这仍均向受据若未经如国"
_MAYBE_TWICE = pattern(rf"([{_LITTLE}])\1")
_HAN_TWICE = pattern(
    rf"([{_LITTLE}])\1"
    r"(?:(?<![目标的]的的)(?<!为了了)(?<![现存正所实内]在在)(?<![于就还可总凡]是是)"
    r"(?<![认作行成因视称定名以较更甚极最尤何]为为)(?<![可所难予得足加给借用何]以以)(?<![早业久而]已已)(?<![相适反供响对回效感照答理]应应)"
    r"(?<![得绝毫从决并]不不)(?<![甚乃直以及截]至至)(?<![一有]些些)(?<![得达受遭收看感想做找遇提直]到到)(?<![促致即大行公假驱]使使)(?<![成造早]就就)"
    r"(?<![原基起病]因因)(?<![规原法准否]则则)(?<!平均均)(?<![方面取意倾走]向向)(?<![接承遭享感忍]受受)(?<![依根证数占]据据)(?<![倘假]若若)"
    r"(?<![从尚]未未)(?<![已曾业财神]经经)(?<![例比诸假正犹]如如)"
    r"(?<![\u3400-\u9fff]对对)(?<![对关由基终等属位处]于于)(?<![合吞]并并)(?<!首都都)(?<![极与尤]其其)(?<!各该该))"
    r"(?!(?<=的的)确|(?<=了了)[解结]|(?<=在在)于|(?<=是是)[否非]|(?<=和和)[平谐睦解约衷好气]|(?<=与与)会|(?<=及及)[时格早]"
    r"|(?<=对对)[方应话策立比等付待象外抗称照手口面]|(?<=由由)于|(?<=并并)[不非没]|(?<=或或)[许然多]|(?<=也也)门"
    r"|(?<=其其)[他它中余实后次]|(?<=将将)[军来近]|(?<=从从)[事而来]"
    r"|(?<=为为)[了期止何首]|(?<=以以)[前后上下来内外便及为色往期免求身]|(?<=应应)[急邀对用付答允]|(?<=至至)[少多于关今此]|(?<=到到)[达期位场]"
    r"|(?<=使使)[用命者馆节团得]|(?<=就就)[业地此近医]|(?<=因因)[此为素而]|(?<=经经)[济常验费过典历]|(?<=如如)[果何此下同]"
    r"|(?<=受受)[害益伤教托惠损雇]|(?<=不不)[\u3400-\u9fff][\u3400-\u9fff]?不|(?<=未未)[来成]|(?<=均均)[衡等匀]"
    r"|(?<=国国)[家民内际会防旗王务籍语土境别情力徽歌名产有营库债道宝外都君庆体门企策事货界史学花宾人葬主法教宴脚粹资])"
)
"""Function words written twice, but not words that only meet: 目的的, 为了了解, 和和平."""

_HAN_VERBS = frozenset(
    """
    研究 讨论 考虑 了解 商量 商讨 商议 学习 打听 参观 休息 收拾 整理 准备 检查 锻炼 练习 复习 温习 介绍 解释 分析 比较
    对比 观察 体验 体会 感受 认识 交流 沟通 协商 探讨 探索 探究 摸索 琢磨 思考 思索 反省 反思 回忆 回顾 展望 总结 改进
    改善 调整 修改 完善 帮助 照顾 照料 关心 安慰 鼓励 鼓舞 劝说 批评 表扬 放松 欣赏 品尝 尝试 核对 核实 核查 确认 询问
    请教 咨询 打扫 清理 清洗 布置 打扮 谈论 议论 评论 估计 算计 合计 盘算 斟酌 权衡 衡量 掂量 参考 参谋 适应 熟悉 应付
    应酬 整顿 解决 协调 调解 调节 疏通 庆祝 走动 散心 溜达 转悠 推敲 揣摩 梳理 归纳 概括 磨炼 打量 端详 留意 提醒 督促
    催促 动员 猜测 推测 审视 巩固 消化 联系 拜访 看望 慰问 问候 倾听 观摩 摸底 歇息 冷静 高兴 热闹 痛快 轻松 舒服 凉快
    暖和 亲热
    """.split()
)
"""Verbs, and adjectives used as such, that are said twice for "a little": 讨论讨论 ("talk it over")."""

_HAN_NOUNS = frozenset(
    """
    调查 评估 评价 教育 活动 组织 合作 配合 管理 治理 处理 监督 宣传 实践 试验 实验 测试 安排 规划 设想 想象 保护 爱护
    维修 修理 保养 娱乐 装修 装饰 计算 规范 提高 补充 接触 整治 发动 支援
    """.split()
)
"""Verbs of this kind that are as often nouns; said twice by right only behind a word that makes them verbs."""

_HAN_CUE = pattern("(?:[再先多去来要想会该得给让帮请能应需也]|好好|可以|一起|大家|我们|你们)\\Z")
_CUE = 2
"""Characters of the longest of these words."""

_HAN = pattern(r"([\u3400-\u9fff]{2,8})\1")
_HAN_BY_RIGHT = pattern("[一逐]|代表代表[团国]")

_JOINED = "et|ou|y|o|e|u|и|или|أو|and|or"
_LISTED = pattern(
    rf"(?<![\w-])(?![A-ZÀ-ÞА-ЯЁ])([^\W\d_]{{4,}})(?:(?P<comma>[,،]\sو?)|\s(?:{_JOINED})\s|\sو)\1"
    rf"(?=\s?[;؛.)]|\s(?:{_JOINED})\s|\s?\Z|(?(comma)[,،]|(?!)))"
)
"""A word that stands twice in a list: умели читать, читать, писать; « hommes et hommes »."""

_HAN_LISTED = pattern(
    "(?:\\A|(?<=[、，。；：和及或与对的]))([\u3400-\u9fff]{2,8}?)[、和或及与]\\1(?=[、，。；：,;)）的]|[和及或与](?![\u3400-\u9fff]{0,2}\\1)|\\Z)"
)
_MORE_AND_MORE = frozenset(
    "снова вновь больше еще ещё дальше años miles siglos horas días veces encore heures années jours siècles milliers"
    " millions مرات أكثر سنوات أياما".split()
)
_OVER = pattern(
    r"\b(\w{3,})(?:,|\s(?:and|or|upon|after))\s\1\b|\b(?:again|repeated|increasing|endless|countless)", re.IGNORECASE
)
"""In a source: what is rightly said twice."""


@check(Severity.WARNING)
def repeated_word(pair: Pair) -> Iterator[Fault]:
    """Flag a word or short phrase written twice in a row, or in a list, be it across a line break or a tag.

    Left alone: « nous nous », what the source repeats too (Pago Pago, tsetse), what a language repeats by rule (خطوة
    خطوة for "step by step"), Chinese verbs said twice to say "a little", 研究研究, and Chinese words that only happen
    to meet: 目的的, 为了了解, 和和平.
    """
    raw = pair.unit.target
    target = plain(raw)
    if pair.target.code == "zh":
        yield from _han_faults(pair, raw, target)
        return
    seen = words(bare(target, pair.target.code))
    again = bytes(map(eq, seen, seen[2:]))
    if not _may_repeat(seen, again):
        if _may_list(seen, again, pair.target.code):
            yield from _listed(pair, raw, target, _LISTED)
        return
    held = _words(bare(target, pair.target.code))
    for start, phrase in islice(_phrases(held), _ENOUGH):
        by_right = len(phrase) == 1 and phrase[0] in _BY_RIGHT.get(pair.target.code, ())
        beside = "-".join(held[max(0, start - 1) : start] + held[start + 2 : start + 3]).split("-")
        by_right |= phrase == ["en"] and held[start + 2 : start + 3] != [] and held[start + 2].endswith("ant")
        by_right |= phrase[0] in _TEN and start > 0 and _is_ordinal_before_ten(pair, held[start - 1], phrase)
        if by_right or (phrase[0] in _LETTER_NAMES and _LETTER_NAMES.intersection(beside)):
            continue
        if fault := _fault(raw, phrase):
            is_step = len(phrase) == 1 and len(phrase[0]) > _STEP
            if _repeats(pair, is_pair=not is_step) or _is_one_by_one(pair, phrase):
                break
            if _is_twin(pair, phrase):
                continue
            yield fault
            return
    yield from _listed(pair, raw, target, _LISTED)


def _is_ordinal_before_ten(pair: Pair, before: str, phrase: Sequence[str]) -> bool:
    """Say whether the second half of an Arabic ordinal meets a ten: الدورة الخامسة عشرة عشرة أيام."""
    is_ordinal = len(phrase) == 1 and _UNIT_OF_ORDINAL.fullmatch(before) is not None
    return is_ordinal and _TEN_OF_ENGLISH.search(plain(pair.unit.source)) is not None


def _listed(pair: Pair, raw: str, target: str, form: re.Pattern[str]) -> Iterator[Fault]:
    """Yield a word that a list has twice in a row, where the source repeats none."""
    match = form.search(target)
    if match and match[1].casefold() not in _MORE_AND_MORE and not _OVER.search(plain(pair.unit.source)):
        yield Fault(f"{match[1]} stands twice", span_of(raw, target, *match.span()))


def _han_faults(pair: Pair, raw: str, target: str) -> Iterator[Fault]:
    """Yield the first function word, or the first word of two to six characters, that stands twice."""
    match = _HAN_TWICE.search(target) if _MAYBE_TWICE.search(target) else None
    has_again = len(set(pairwise(target))) < len(target) - 1  # two characters together
    start, size = (match.start(), 1) if match else next(_han_twice(target) if has_again else iter(()), (0, 0))
    if size and not (_repeats(pair, is_pair=size != _STEP) or (1 < size < 4 and _TWIN.search(plain(pair.unit.source)))):
        place = span_of(raw, target, start, start + 2 * size)
        wording = target[start : start + size]
        yield Fault(f"{wording} stands twice", place, fix=wording)
    elif not match and has_again:
        yield from _listed(pair, raw, target, _HAN_LISTED)


def _han_twice(text: str) -> Iterator[tuple[int, int]]:
    for match in _HAN.finditer(text):
        if len(set(match[1])) > 1 and not _is_right_twice(text, match):
            yield match.start(), len(match[1])


def _is_right_twice(text: str, found: re.Match[str]) -> bool:
    """Say whether a Chinese word stands twice by rule: one by one, or a verb for "a little"."""
    word, start = found[1], found.start()
    if word in _HAN_VERBS or _HAN_BY_RIGHT.match(text, start):
        return True
    return word in _HAN_NOUNS and bool(_HAN_CUE.search(text, max(0, start - _CUE), start))


def _may_repeat(held: Sequence[str], again: bytes) -> bool:
    """Say quickly whether any words stand twice in a row, whatever stands between them; most texts have none.

    Args:
        again: which of the words is the next but one as well.
    """
    return _TWO in again or any(map(eq, held, held[1:])) or _THREE in bytes(map(eq, held, held[3:]))


def _may_list(held: Sequence[str], again: bytes, language: str) -> bool:
    """Say quickly whether a word stands again behind another, as « et » is, or behind an Arabic “and”."""
    if b"\1" in again and any(len(word) > 3 for word in compress(held, again)):
        return True
    return language == "ar" and any(map(eq, map("و".__add__, held), held[1:]))


def _phrases(held: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the phrases of one to three words that stand twice in a row, and where."""
    for size in range(1, _LONGEST + 1):
        run = b"\1" * size
        same = bytes(map(eq, held, held[size:]))
        start = same.find(run)
        while start >= 0:
            phrase = held[start : start + size]
            if all(word.translate(_NO_ELISION).isalpha() for word in phrase) and (
                size > 1 or len(phrase[0]) > 1 or phrase[0] in _SINGLE
            ):
                yield start, phrase
            start = same.find(run, start + 1)


def _words(text: str) -> list[str]:
    return [word.strip(_SIGNS) for word in text.casefold().split()]


def _is_one_by_one(pair: Pair, phrase: Sequence[str]) -> bool:
    """Say whether an Arabic word stands twice because the source says "one after another"."""
    if pair.target.code != "ar" or len(phrase) > 1 or not _INDEFINITE.fullmatch(phrase[0]):
        return False
    asked = _ONE_BY_ONE.get(pair.source.code)
    return asked is not None and asked.search(plain(pair.unit.source)) is not None


def _is_twin(pair: Pair, phrase: Sequence[str]) -> bool:
    """Say whether a word may be half of a name that the source writes in one: تسي تسي, « béri béri »."""
    language, word = pair.target.code, phrase[0]
    if len(phrase) > 1 or word in _NO_HALF.get(language, ()) or len(word) < (2 if language == "ar" else 3):
        return False
    twins = [match[1].casefold() for match in _TWIN.finditer(plain(pair.unit.source))]
    alike = [twin for twin in twins if abs(len(word) - len(twin)) <= _HALVES_DIFFER]
    return any(language in _NO_HALF or twin[0] == word[0] for twin in alike)


def _repeats(pair: Pair, *, is_pair: bool = False) -> bool:
    """Say whether the source repeats something too, or asks for it: step by step, which repeats no two words."""
    source = plain(pair.unit.source)
    if not is_pair and _IN_TURN.search(source):
        return True
    if pair.source.code == "zh":
        return bool(_MAYBE_TWICE.search(source) and _HAN_TWICE.search(source)) or any(_han_twice(source))
    return any(_fault(pair.unit.source, other) for _, other in islice(_phrases(_words(source)), _ENOUGH))


def _with_marks(word: str) -> str:
    """Give a pattern of an Arabic word with any vowel signs."""
    return "".join(f"{re.escape(letter)}[{_MARKS}]*" for letter in word)


def _fault(raw: str, phrase: Sequence[str]) -> Fault | None:
    """Place the phrase in the text with markup; None where it stands in two paragraphs or cells."""
    gap = _GAP_OR_TAGS if "<" in raw else _GAP
    wording = gap.join(map(re.escape if _VOWELS.isdisjoint(raw) else _with_marks, phrase))
    if not is_normalized("NFC", raw):  # as plain text is
        wording = f"(?:{wording}|{normalize('NFD', wording)})"
    match = re.search(rf"(?<!\w)({wording}){gap}{wording}(?!\w)", raw, re.IGNORECASE)
    if not match:
        return None
    return Fault(f"{' '.join(phrase)} stands twice", Span(*match.span()), fix=None if "<" in match[0] else match[1])
