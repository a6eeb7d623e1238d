"""Second look at the names of an article, each in the light of all the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from claims.extraction.document.mentions import Mention, NameKind
from claims.extraction.document.tokens import Tokens
from claims.extraction.mentions.find import is_title
from claims.extraction.mentions.headings import confirmed
from claims.extraction.mentions.kinds import known_kinds
from claims.extraction.parsing.noun_phrases import is_role, parse_nominal
from claims.language.folding import fold_letters
from claims.language.names import given_name_gender, is_honorific
from claims.language.word_lists import rows, words

_LOCATIVE: Final = words("grammar/prepositions", "of places")
_OFFICERS: Final = frozenset(rows("affiliations/roles", "officers of two words"))
_BEFORE_OFFICERS: Final = words("affiliations/roles", "before officers")
_OF_PARTNERS: Final = words("nouns/organization_anaphors", "of partners")
_OF_COUNTRIES: Final = words("nouns/organization_anaphors", "of countries")
_ARTICLES: Final = words("grammar/pronouns", "articles")
_NAME_TAGS: Final = frozenset(("NNP", "NNPS", "NN", "NNS", "JJ", "VB", "VBP", "MD"))


def repaired(tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with headline words cut off and lone surnames known as persons'."""
    joined = _joined_organizations(tokens, _hyphened(tokens, mentions))
    cut = known_kinds(tokens, joined)
    organizations = _with_places(tokens, _as_firms(tokens, _as_organizations(tokens, cut)))
    surnames = _with_surnames(tokens, _as_persons(tokens, organizations))
    # At last, as what stands around a surname in a headline is cut as well.
    return _with_shared_surname(tokens, confirmed(tokens, surnames))


def _hyphened(tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, two organizations that a hyphen ties one if neither stands alone: "ZANU-PF"."""
    pairs = [(one, other) for one, other in pairwise(mentions) if _are_tied(tokens, one, other)]
    tied = [mention for pair in pairs for mention in pair]
    alone = Counter(m.text for m in mentions) - Counter(m.text for m in tied)
    out = list(mentions)
    for one, other in pairs:
        if one.text not in alone and other.text not in alone and one in out:
            text = tokens.plain(one.start, other.end)
            out[out.index(one)] = replace(one, end=other.end, text=text)
            out.remove(other)
    return out


def _are_tied(tokens: Tokens, one: Mention, other: Mention) -> bool:
    if not one.kind is other.kind is NameKind.ORGANIZATION or one.end + 1 != other.start:
        return False
    hyphen = one.end
    return tokens.text[hyphen] in "-‑" and tokens.glued[hyphen - 1] and tokens.glued[hyphen]


def _joined_organizations(tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with "the Central and East European Coalition" as one organization."""
    out: list[Mention] = []
    alone = Counter(m.text for m in mentions)
    for mention in mentions:
        first = mention.start - 2
        joined = (
            mention.kind is NameKind.ORGANIZATION
            and first > 0
            and tokens.lower[first + 1] == "and"
            and tokens.lower[first - 1] == "the"
            and tokens.text[first][0].isupper()
            and tokens.lower[mention.end - 1] in words("nouns/units")
        )
        before = out[-1] if out else None
        inside = before and before.start == first and before.kind is NameKind.PERSON
        if before and _is_first_half(tokens, before, mention) and alone[before.text] == 1:
            first, joined, inside = before.start, True, False
        if joined and not inside:
            if out and out[-1].start == first:
                out.pop()
            text = tokens.plain(first, mention.end)
            mention = replace(mention, start=first, text=text)
        out.append(mention)
    return out


def _is_first_half(tokens: Tokens, one: Mention, other: Mention) -> bool:
    """Whether a name goes on behind "and": "the Irish Masons and Carpenters Union"."""
    several = tokens.tag[one.end - 1] == "NNPS" and tokens.lower[one.start - 1] == "the"
    unit = tokens.lower[other.end - 1] in words("nouns/units") and other.end > other.start + 1
    # "the Royal College of Masons and Carpenters"
    unit |= "of" in tokens.lower[one.start : one.end] and tokens.tag[other.start] == "NNPS"
    organizations = one.kind is NameKind.ORGANIZATION is other.kind
    joined = one.end + 1 == other.start and tokens.lower[one.end] == "and"
    return joined and organizations and several and unit


def _as_organizations(tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with a "person" made an organization whose whole name is one's elsewhere."""
    organizations = Counter(
        fold_letters(m.text) for m in mentions if m.kind is NameKind.ORGANIZATION
    )
    persons = Counter(fold_letters(m.text) for m in mentions if m.kind is NameKind.PERSON)
    titled = {fold_letters(m.text) for m in mentions if m.honorific or _is_titled(tokens, m)}
    lone = _without_bearer(mentions) - titled
    called = {fold_letters(m.text) for m in mentions if _is_called_body(tokens, m)} & lone
    organizations.update(called)
    return [
        replace(m, kind=NameKind.ORGANIZATION)
        if m.kind is NameKind.PERSON
        and (
            fold_letters(m.text) in called
            or organizations[fold_letters(m.text)] + (fold_letters(m.text) in lone)
            > persons[fold_letters(m.text)]
        )
        and organizations[fold_letters(m.text)]
        and fold_letters(m.text) not in titled
        and given_name_gender(m.text) is None
        else m
        for m in mentions
    ]


def _is_called_body(tokens: Tokens, mention: Mention) -> bool:
    """Whether an apposition calls a name of one word an organization: "Borgas, a gas company"."""
    at = mention.end
    if mention.kind is not NameKind.PERSON or at + 2 >= len(tokens) or tokens.text[at] != ",":
        return False
    nominal = parse_nominal(tokens, at + 1, min(at + 10, len(tokens)))
    if nominal is None or tokens.lower[at + 1] not in _ARTICLES:
        return False
    return tokens.lower[nominal.head] in words("nouns/organizations")


def _is_titled(tokens: Tokens, mention: Mention) -> bool:
    """Whether a role stands before a name: "President Lee", "the singer Adele"."""
    before = mention.start - 1
    return before >= 0 and (is_title(tokens, before) or is_role(tokens.lower[before]))


def _as_firms(tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with a firm called by its partners' surnames made an organization.

    "A partner at Brandt Lindqvist", "Brandt Lindqvist's vice president": where somebody works is
    no person; nor is that name elsewhere in the article.
    """
    firms = {
        fold_letters(m.text)
        for m in mentions
        if m.kind is NameKind.PERSON
        and not m.honorific
        and (_employs(tokens, m.start) or _has_officers(tokens, m))
    }
    firms -= _surnames([m for m in mentions if fold_letters(m.text) not in firms])
    return [
        replace(m, kind=NameKind.ORGANIZATION)
        if m.kind is NameKind.PERSON and not m.honorific and fold_letters(m.text) in firms
        else m
        for m in mentions
    ]


def _employs(tokens: Tokens, i: int) -> bool:
    """Whether "partner at" or "firm of" stands before token ``i``."""
    if i < 2:
        return False
    noun, preposition = tokens.lower[i - 2 : i]
    if preposition == "at":
        return is_role(noun)
    return preposition == "of" and noun in _OF_PARTNERS


def _has_officers(tokens: Tokens, mention: Mention) -> bool:
    """Whether "’s vice president" or the like, whom only a firm has, follows a name."""
    at = mention.end
    if at + 4 >= len(tokens) or tokens.tag[at] != "POS":
        return False
    if given_name_gender(mention.text) is not None:
        return False
    at += tokens.lower[at + 1] in _BEFORE_OFFICERS
    return (tokens.lower[at + 1], tokens.lower[at + 2]) in _OFFICERS


def _with_places(tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with organizations' names whole of which the model saw a place apart."""
    out: list[Mention] = []
    alone = Counter(m.text for m in mentions)
    for mention in mentions:
        before = out[-1] if out else None
        if before is not None and (
            _is_broken(before, mention)
            or _is_ministry(tokens, before, mention)
            or (_is_branch(tokens, before, mention) and alone[mention.text] == 1)
        ):
            text = tokens.plain(before.start, mention.end)
            mention = Mention(before.start, mention.end, NameKind.ORGANIZATION, text)
            out.pop()
        out.append(mention)
    return out


def _is_broken(organization: Mention, place: Mention) -> bool:
    """Whether its name goes on with a place: "the University of New Castle Island"."""
    kinds = organization.kind is NameKind.ORGANIZATION and place.kind is NameKind.PLACE
    return kinds and organization.end == place.start


def _is_branch(tokens: Tokens, place: Mention, organization: Mention) -> bool:
    """Whether letters stand for a place's organization: "the Ruritania SPCA"."""
    kinds = place.kind is NameKind.PLACE and organization.kind is NameKind.ORGANIZATION
    hung = organization.start <= tokens.head[place.end - 1] < organization.end
    letters = organization.text.isalpha() and organization.text.isupper()
    return kinds and hung and letters and place.end == organization.start


def _is_ministry(tokens: Tokens, country: Mention, organization: Mention) -> bool:
    """Whether it is a country's: "Latvia’s Transport Ministry" is another than Norway’s."""
    return (
        organization.kind is NameKind.ORGANIZATION
        and not _OF_COUNTRIES.isdisjoint(
            (tokens.lower[organization.start], tokens.lower[organization.end - 1])
        )
        and tokens.tag[organization.start - 1] == "POS"
        and country.kind is NameKind.PLACE
        and country.end == organization.start - 1
    )


def _surnames(mentions: Sequence[Mention]) -> set[str]:
    """Folded last words of full names and of names after an honorific."""
    persons = [m for m in mentions if m.kind is NameKind.PERSON]
    found = {fold_letters(m.text.split()[-1]) for m in persons if " " in m.text or m.honorific}
    # "Mr. Xi" for Xi Jinping: what stands after an honorific is a surname wherever it stands.
    return found | {fold_letters(m.text.split()[0]) for m in persons if _surname_first(m)}


def _surname_first(mention: Mention) -> bool:
    words = mention.text.split()
    return len(words) in (2, 3) and given_name_gender(mention.text) is None and "-" in words[-1]


def _without_bearer(mentions: Sequence[Mention]) -> set[str]:
    """Folded names of one word that no full name in the article accounts for."""
    persons = [m for m in mentions if m.kind is NameKind.PERSON]
    borne = {fold_letters(word) for m in persons if " " in m.text for word in m.text.split()}
    return {fold_letters(m.text) for m in persons if " " not in m.text} - borne


def _as_persons(tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, a surname that the model took for a place or an organization a person's."""
    known = _surnames(mentions)
    places = Counter(fold_letters(m.text) for m in mentions if m.kind is NameKind.PLACE)
    addressed = _without_bearer(mentions) & {fold_letters(m.text) for m in mentions if m.honorific}
    located = Counter(
        fold_letters(m.text)
        for m in mentions
        if m.kind is NameKind.PLACE and m.start and tokens.lower[m.start - 1] in _LOCATIVE
    )
    out = []
    for mention in mentions:
        name = fold_letters(mention.text) if "." not in mention.text else mention.text
        place = mention.kind is NameKind.PLACE and 2 * located[name] >= places[name]
        parts = name.split()
        full = 2 <= len(parts) <= 3 and not addressed.isdisjoint((parts[0], parts[-1]))
        full = full and words("nouns/units").isdisjoint(parts)
        relative = _is_relative(tokens, mention)
        if mention.kind is not NameKind.PERSON and (
            ((name in known or full) and not place) or relative
        ):
            mention = replace(mention, kind=NameKind.PERSON)
        out.append(mention)
    return out


def _is_relative(tokens: Tokens, mention: Mention) -> bool:
    """Whether a name of one word stands between commas behind kin: "her mother, Morag,"."""
    first, last = mention.start, mention.end
    if last != first + 1 or first < 2 or last >= len(tokens):
        return False
    apposed = tokens.text[first - 1] == "," and tokens.text[last] == ","
    return apposed and tokens.lower[first - 2] in words("nouns/kin")


def _with_surnames(tokens: Tokens, mentions: list[Mention]) -> list[Mention]:
    """The mentions, and a known person's surname where it stands unseen by the model."""
    taken = {i for m in mentions for i in range(m.start, m.end)}
    known = _surnames(mentions)
    added = []
    for i, text in enumerate(tokens.text):
        # "U.N." is no Mr. Un.
        if i in taken or not text[0].isupper() or "." in text or fold_letters(text) not in known:
            continue
        if tokens.tag[i] not in _NAME_TAGS and not text.isupper():
            continue
        start, end = _widened(tokens, i, taken)
        taken.update(range(start, end))
        added.append(Mention(start, end, NameKind.PERSON, tokens.plain(start, end)))
    return sorted([*mentions, *added], key=lambda m: m.start)


def _with_shared_surname(tokens: Tokens, mentions: list[Mention]) -> list[Mention]:
    """The mentions, with the surname that "Per and Ada Lind" tells once given to both."""
    out = list(mentions)
    for i, (one, other) in enumerate(pairwise(mentions)):
        joined = one.end + 1 == other.start and tokens.lower[one.end] in ("and", "&")
        persons = one.kind is NameKind.PERSON is other.kind
        single = " " not in one.text and " " in other.text and not one.honorific
        if joined and persons and single and given_name_gender(f"{one.text} x") is not None:
            out[i] = replace(one, text=f"{one.text} {other.text.split()[-1]}")
    return out


def _widened(tokens: Tokens, i: int, taken: Collection[int]) -> tuple[int, int]:
    """The whole name around a surname: "Xi Jinping", where "Mr. Xi" stands elsewhere."""

    def belongs(j: int) -> bool:
        if not 0 <= j < len(tokens) or j in taken or tokens.sent[j] != tokens.sent[i]:
            return False
        word = tokens.text[j]
        return tokens.tag[j] == "NNP" and word[0].isupper() and not is_title(tokens, j)

    start, end = i, i + 1
    while start > i - 2 and belongs(start - 1) and not is_honorific(tokens.lower[start - 1]):
        start -= 1
    while end < i + 3 and belongs(end) and tokens.lower[end] not in words("nouns/units"):
        end += 1
    return start, end
