"""The sounds of German and English: IPA, espeak-ng's mnemonic, the IPA espeak-ng writes for it.

A third column for English is what espeak-ng writes for British voices, where it differs. Sounds
of other languages that names bring along are given by their nearest neighbour.
"""


def _table(rows: str) -> dict[str, tuple[str, str, str]]:
    """Lines of `IPA mnemonic written [written by the British]`, several to a line with semicolons.

    The mnemonic `;` stands for itself only inside a longer one, so rows part at ` ; `.
    """
    found = {}
    for row in rows.replace("\n", " ; ").split(" ; "):
        if columns := row.split():
            ipa, mnemonic, written, *british = columns
            found[ipa] = (mnemonic, written, british[0] if british else written)
    return found


_CONSONANTS = """
p p p ; t t t ; k k k ; b b b ; d d d ; ɡ g ɡ ; f f f ; v v v ; s s s ; z z z
ʃ S ʃ ; ʒ Z ʒ ; x x x ; χ x x ; ç C ç ; h h h ; ɦ h h ; m m m ; n n n ; ŋ N ŋ ; ɱ m m
l l l ; ɫ l l ; j j j ; w w w ; ʍ w w ; θ T θ ; ð D ð ; ts ts ts ; tʃ tS tʃ ; dʒ dZ dʒ
dz dz dz ; ʔ ? ʔ ; ɲ n^ ɲ ; ʎ l^ ʎ ; β B β ; ɣ Q ɣ ; c c c ; ɟ J ɟ ; ʋ v v ; ɬ l# ɬ
ɕ S; ɕ ; ʑ Z; ʑ ; tɕ tS; tɕ ; dʑ dZ; dʑ ; ʂ s. ʂ ; ʐ z. ʐ
m̩ m- m̩ ; n̩ n- n̩ ; ŋ̍ N- ŋ̩ ; ŋ̩ N- ŋ̩ ; l̩ l- l̩
"""

GERMAN = _table(
    _CONSONANTS
    + """
r r r ; ʁ r r ; ʀ r r ; ɹ r r ; ɾ r r ; pf pF pf
a a a ; aː A: ɑː ; ɑ a a ; ɑː A: ɑː ; ɒ O ɔ ; ɒː o: oː ; ʌ a a ; æ E ɛ ; æː E: ɛː
ɛ E ɛ ; ɛː E: ɛː ; e e e ; eː e: eː ; ɪ I ɪ ; i i i ; iː i: iː ; ɨ I ɪ
ɔ O ɔ ; ɔː o: oː ; o o o ; oː o: oː ; ʊ U ʊ ; u u u ; uː u: uː ; ʉ u: uː ; ʉː u: uː
ʏ y ʏ ; y y ʏ ; yː y: yː ; œ W œ ; œː Y: øː ; ø W œ ; øː Y: øː
ə @ ə ; ɐ 3 ɜ ; ɚ 3 ɜ ; ɜ 3 ɜ ; ɜː Y: øː
aɪ aI aɪ ; ai aI aɪ ; ae aI aɪ ; aʊ aU aʊ ; au aU aʊ ; ao aU aʊ
ɔʏ OY ɔø ; ɔɪ OY ɔø ; ɔy OY ɔø ; ɔø OY ɔø ; eɪ EI ɛɪ ; ɛɪ EI ɛɪ ; oʊ oU oʊ ; əʊ oU oʊ ; ʊɪ UI ʊɪ
iːɐ i:3 iːɜ ; eːɐ e:3 eːɜ ; uːɐ u:3 uːɜ ; oːɐ o:3 oːɜ ; yːɐ y:3 yːɜ ; øːɐ Y:3 øːɜ ; aːɐ A:3 ɑːɜ
ã A~ ɑ̃ ; ãː A~ ɑ̃ ; ɑ̃ A~ ɑ̃ ; ɑ̃ː A~ ɑ̃ ; õ O~ ɔ̃ ; õː O~ ɔ̃ ; ɔ̃ O~ ɔ̃ ; ɔ̃ː O~ ɔ̃
ɛ̃ W~ œ̃ ; ɛ̃ː W~ œ̃ ; œ̃ W~ œ̃ ; œ̃ː W~ œ̃
"""
)

ENGLISH = _table(
    _CONSONANTS
    + """
r r ɹ ; ɹ r ɹ ; ʁ r ɹ ; ʀ r ɹ ; ɻ r ɹ ; ɾ t# ɾ t ; pf pf pf
a a æ ; æ a æ ; æː a æ ; aː A: ɑː ; ɑ A: ɑː ; ɑː A: ɑː ; ɒ 0 ɑː ɒ ; ɒː O: ɔː ; ʌ V ʌ
ɛ E ɛ ; ɛː e@ ɛɹ eə ; e E ɛ ; eː eI eɪ ; ɪ I ɪ ; i i i ɪ ; iː i: iː ; ɨ I2 ᵻ ɪ
ɔ O ɔ ; ɔː O: ɔː ; o oU oʊ əʊ ; oː O: ɔː ; ʊ U ʊ ; u u: uː ; uː u: uː ; ʉ u: uː ; ʉː u: uː
y u: uː ; yː u: uː ; ʏ U ʊ ; ø 3: ɜː ; øː 3: ɜː ; œ 3: ɜː ; œː 3: ɜː
ə @ ə ; ɐ a# ɐ ; ɚ 3 ɚ ə ; ɜ 3: ɜː ; ɜː 3: ɜː
aɪ aI aɪ ; ai aI aɪ ; aʊ aU aʊ ; au aU aʊ ; ɔɪ OI ɔɪ ; ɔʏ OI ɔɪ ; ɔy OI ɔɪ
eɪ eI eɪ ; ɛɪ eI eɪ ; oʊ oU oʊ əʊ ; əʊ oU oʊ əʊ
ɛə e@ ɛɹ eə ; eə e@ ɛɹ eə ; ɪə i@3 ɪɹ iə ; iə i@3 ɪɹ iə ; ʊə U@ ʊɹ ɔː
ɔːɹ O@ ɔːɹ ɔː ; ɑːɹ A@ ɑːɹ ɑː ; ɛɹ e@ ɛɹ eə
ã A~ ɑ̃ ; ɑ̃ A~ ɑ̃ ; õ O~ ɔ̃ ; ɔ̃ O~ ɔ̃ ; ɛ̃ A~ ɑ̃ ; œ̃ 3: ɜː
"""
)
