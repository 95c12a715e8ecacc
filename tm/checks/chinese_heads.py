"""Say whether the kind of a body stands in a Chinese text by itself: 委员会, and not 国际民事服务委员会."""

from __future__ import annotations

from collections.abc import Sequence

from tm.text.pattern import pattern

_KINDS = (
    "委员会 理事会 办公室 办事处 组织 基金会 基金 机构 银行 法院 法庭 大会 部队 联盟 公署 论坛 特派团"
    " 小组 检查组 专家组 署"
).split()
"""Committee, council, office, organization, foundation, fund, agency, bank, court and so on."""

_IN_SENTENCES = pattern(
    "[的是为了将应使让给被从以该本由在向对和与请称说吁令把就按经据会]|[已各年第]|社会|国家|政策|局势|问题|会议|提交|要求|建议|认为|决定|通过|设立"
)
"""Words that stand between a name and a body, and in no name of one."""

_FIRST = pattern("(?:国际|世界|全球|共同|联合|统一|中央|国家|综合|临时|绿色)$")
"""How names of bodies begin: international, world, global, joint, united and so on."""

_FEW = 6
"""Characters that a wrong name has of its own, at most."""

_HAN_BEFORE = pattern("[\u4e00-\u9fff]{0,16}$")


def stands_alone(forms: Sequence[str], text: str, taken: Sequence[tuple[int, int]]) -> bool:
    """Say whether the kind of a body stands there by itself: 委员会, and not 国际民事服务委员会."""
    for head in {next((kind for kind in _KINDS if form.endswith(kind)), form[-2:]) for form in forms}:
        start = text.find(head)
        while start >= 0:
            is_free = not any(first <= start < end for first, end in taken)
            if is_free and not any(_is_other_name(form, head, text, start) for form in forms):
                return True
            start = text.find(head, start + 1)
    return False


def _is_other_name(form: str, head: str, text: str, place: int) -> bool:
    """Say whether before a head there is a name that begins as the body's own and goes on otherwise."""
    run = _HAN_BEFORE.search(text, max(0, place - 16), place)
    before, own = run[0] if run else "", form.removesuffix(head)
    if own and before[-len(own) :] != own and sorted(before[-len(own) :]) == sorted(own):  # 和平建设
        return True
    ends = [own[cut:] for cut in range(len(own) + 1) if before.endswith(own[cut:]) and cut]
    if any(_begins_otherwise(before[: len(before) - len(end)], own) for end in ends):
        return True
    first = before.rfind(own[:2]) if own else -1
    if first < 0:
        return False
    between = before[first + 2 :]
    told = "".join(char for char in between if char not in own)
    return 0 < len(told) <= _FEW and not _IN_SENTENCES.search(told)


def _begins_otherwise(before: str, own: str) -> bool:
    """Say whether what stands before the end of a name begins another: 共同检查组."""
    first = _FIRST.search(before)
    return first is not None and first[0] not in own
