"""What clauses begin with that the other text must say in some way, too: but, because, which led to, subject to."""

from __future__ import annotations

import re
from functools import lru_cache

from tm.text.pattern import pattern

_KINDS = (
    {
        "en": r"but|however|although|though|while|whilst|yet|nevertheless|nonetheless|despite|spite|whereas|albeit"
        r"|except|even|still|(?<=, )not|rather|unlike|otherwise|notwithstanding|without|regardless|and|with",
        "fr": r"mais|toutefois|cependant|néanmoins|pourtant|bien que|quoique|même si|alors que|tandis que|sans",
        "es": r"pero|sin embargo|no obstante|aunque|si bien|mientras que|a pesar|pese|sin",
        "ru": r"но|однако|хотя|тогда как|в то время как|несмотря|вопреки|без|тем не менее",
        "zh": r"但|不过|然而|尽管|虽然|可是|而不",
        "ar": r"و?لكن|غير أن|إلا أن|بيد أن|و?إن كان|و?على الرغم|رغم|دون|بينما|في حين",
    },
    {
        "en": r"because|as|since|due|owing|given|for|in view|in light|light of|reason|thanks|consider\w*|therefore"
        r"|account|result\w*|bas\w+|so|thus|why|cause\w*|attribut\w+|\w+ing",
        "fr": r"car|puisque|parce que|étant donné|vu que|du fait|en raison|compte tenu|grâce",
        "es": r"porque|ya que|puesto que|dado que|debido|habida cuenta|pues|gracias",
        "ru": r"поскольку|так как|ибо|потому что|ввиду|в связи с|вследствие|благодаря",
        "zh": r"因为|由于|鉴于|原因是",
        "ar": r"لأن|نظرا|إذ|حيث|بسبب|بفضل",
    },
    {
        "en": r"which|what|thus|thereby|therefore|so|hence|resulting|and|caus\w+|led|lead\w*|result\w*|mean\w*|who|that"
        r"|to|prompt\w*|consequen\w+|\w{3,}ing",
        "fr": r"ce qui|ce que|ce dont|d[’']où",
        "es": r"lo que|lo cual|con lo que|por lo que",
        "ru": r"(?:за |о |в связи с )?(?:что|чем|чего) (?:\w+л[оа]?|\w+ет|явля\w+)\b|из-за чего|в результате чего",
        "zh": r"从而|因此|以致|导致|引起|这|使",
        "ar": r"مما|الأمر الذي|وهو (?:ما|أمر)|وهذا|وبذلك",
    },
    {
        "en": r"subject|provided|providing|pending|if|unless|condition\w*|until|once|where|when|whenever|upon|as long"
        r"|depend\w*|contingent|requir\w*"
        r"|within(?=\s(?:\w+\s){0,3}(?:resources|means|limits?|limitations|framework|scope|budget|days|months|years?|hours|period))",
        "fr": r"sous réserve|à condition|à moins|pourvu que|en attendant|dans l[’']attente|dès que|tant que",
        "es": r"a reserva|con sujeción|siempre que|siempre y cuando|a condición|a menos|a la espera|en espera|en tanto",
        "ru": r"при условии|если|до тех пор|в ожидании|пока|как только",
        "zh": r"但须|前提|条件是|除非|只要|以待",
        "ar": r"رهنا|شريطة|بشرط|ما لم|إلى حين|ريثما|على أن",
    },
    {
        "en": r"not\w+|note|aware|know\w*|given|stress\w*|indicat\w*|add\w*|recall\w*|remember\w*|mind|emphasi\w*"
        r"|consider\w*|understand\w*|while|whereas|as|which|where|with|includ\w*|most\w*|major\w*|who\w*|whom|that",
        "fr": r"étant entendu|sachant|à noter|rappelant|notant|précisant|soulignant|la plupart|dont",
        "es": r"en el entendimiento|a sabiendas|cabe|teniendo presente|recordando|señalando|subrayando|la mayoría|cuy",
        "ru": r"учитывая|имея в виду|отме[тч]\w+|подчерк\w+|напомн\w+|указав|большинство|причем",
        "zh": r"其中(?:大|多|绝)|并指出|并强调|众所周知|须知",
        "ar": r"علما|مع العلم|مشيرا|مؤكدا|ومعظم|وأغلب|وغالبي|وذلك|مع (?:الإشارة|التأكيد|مراعاة)",
    },
    {
        "en": r"and|also|as well|along|together|addition\w*|while|further\w*|plus|besides|moreover|both|simultaneous\w*"
        r"|same time|too|none|\w{3,}ing|apart|nor|including|with",
        "fr": r"ainsi que|de même que|tout en|de plus|en outre|par ailleurs",
        "es": r"así como|al igual que|además|al mismo tiempo|asimismo",
        "ru": r"а также|при этом|кроме того|одновременно|равно как",
        "zh": r"同时|并|还|此外|以及",
        "ar": r"كما|فضلا|و?إضافة|بالإضافة|وكذلك|إلى جانب",
    },
    {
        "en": r"many|numerous|several|scores|lots?|number|large\w*|multitude|multipl\w*|hundreds|thousands|millions"
        r"|majority|widespread|count\w+|crowd\w*|mass\w*|frequent\w*|often|various|some|few|much|people"
        r"|most(?! of (?:them|whom))",
        "fr": r"beaucoup|bon nombre|nombre d[’'e]",
        "es": r"much[oa]s|numeros[oa]s",
        "ru": r"(?:и )?многи[ехм]|многочисленн",
        "zh": r"(?:其中)?(?:许多|很多|不少)",
        "ar": r"و?كثير|والعديد",
    },
)
"""By language, what clauses begin with; of English, all that says the same."""


def is_unsaid(source: str, target: str, start: int, language: str) -> bool:
    """Say whether a clause of a translation begins with what its English source says in no way.

    >>> is_unsaid("The plan was approved.", "Le plan a été approuvé, mais il a été critiqué.", 24, "fr")
    True
    """
    said = [english for english, form in _patterns(language) if form.match(target, start)]
    return bool(said) and not any(english.search(source) for english in said)


@lru_cache(maxsize=8)
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    edge = "" if language in ("zh", "ar") else r"(?!\w)" if language == "ru" else r"(?:\b|(?<=[’']))"
    return tuple(
        (
            pattern(rf"(?<!\w)(?:{kind['en']})(?!\w)", re.IGNORECASE),
            pattern(rf"(?:{kind[language]}){edge}", re.IGNORECASE, letters=kind[language]),
        )
        for kind in _KINDS
        if language in kind
    )
