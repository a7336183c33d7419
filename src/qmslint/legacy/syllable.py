"""What a Vietnamese syllable may look like: the witness that tells decoded text from nonsense.

Vietnamese is written in syllables of a beginning, a rhyme and one tone mark; there are few of each, and the mark has
its place. A wrong decoding makes letters of which hardly any word can be read.
"""

from __future__ import annotations

from functools import cache, lru_cache

_TONES = "\u0300\u0301\u0309\u0303\u0323"
_VOWELS = dict(zip("aăâeêioôơuưy", (
    "àáảãạ", "ằắẳẵặ", "ầấẩẫậ", "èéẻẽẹ", "ềếểễệ", "ìíỉĩị", "òóỏõọ", "ồốổỗộ", "ờớởỡợ", "ùúủũụ", "ừứửữự", "ỳýỷỹỵ",
), strict=True))
"""Each vowel with its five tones: falling, rising, asking, broken, heavy."""

LETTERS = "đ" + "".join(vowel + toned for vowel, toned in _VOWELS.items())
"""Every letter of Vietnamese that carries a mark, and the bare vowels, in lower case."""

_BEGINNINGS = (
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n",
    "p", "r", "s", "t", "v", "x",
)
_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya uych uyên uyêt uynh uyp uyt
uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
y ych ynh yt yêm yên yêng yêt yêu
"""
_ONLY_AFTER_QU = ("ych", "ynh", "yt")
_FRONT = frozenset("eêiy")


def is_syllable(word: str) -> bool:
    """Whether `word`, in precomposed letters, can be a syllable of Vietnamese in its usual spelling."""
    return _is_syllable(word.lower())


@lru_cache(maxsize=8192)
def _is_syllable(word: str) -> bool:
    if not word or len(word) > 8:
        return False
    rhymes = _toned()
    if word in rhymes:
        return rhymes[word] not in _ONLY_AFTER_QU
    for beginning in _BEGINNINGS:
        rest = word[len(beginning) :]
        if word.startswith(beginning) and rest in rhymes and _fits(beginning, rhymes[rest]):
            return True
    return word[:1] == "g" and rhymes.get(word[1:], "")[:1] == "i"  # gì, giếng: one i for both


def _fits(beginning: str, rhyme: str) -> bool:
    """Whether the spelling of the beginning suits the rhyme that follows: k, gh, ngh before e and i, never c."""
    front = rhyme[0] in _FRONT
    if beginning in ("k", "gh", "ngh"):
        return front
    if beginning in ("c", "g", "ng"):
        return not front
    if rhyme in _ONLY_AFTER_QU:
        return beginning == "qu"
    if beginning == "gi":
        return rhyme[0] != "i"
    return beginning != "qu" or rhyme[0] not in "uưoô" or rhyme == "ôc"


@cache
def _toned() -> dict[str, str]:
    """Every rhyme with each tone it may bear → the rhyme without."""
    found: dict[str, str] = {}
    for rhyme in _RHYMES.split():
        stopped = rhyme[-1] in "cpt" or rhyme.endswith("ch")
        if not stopped:
            found[rhyme] = rhyme
        for place in _places(rhyme):
            for tone in (1, 4) if stopped else range(5):
                found[rhyme[:place] + _VOWELS[rhyme[place]][tone] + rhyme[place + 1 :]] = rhyme
    return found


def _places(rhyme: str) -> tuple[int, ...]:
    """Where the tone mark may stand: hòa and hoà, else one place only."""
    marked = [place for place, letter in enumerate(rhyme) if letter in "ăâêôơư"]
    vowels = [place for place, letter in enumerate(rhyme) if letter in _VOWELS]
    if marked:
        return (marked[-1] if rhyme[marked[-1]] != "ư" else marked[0],)
    if len(vowels) == 1:
        return (0,)
    if len(vowels) == 3 or len(vowels) < len(rhyme):
        return (1,)
    return (0, 1) if rhyme in ("oa", "oe", "uy") else (0,)
