"""Second look at the names of an article, each in the light of all the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.mentions import Mention, NameKind
from claims.extraction.names import fold, given_name_gender
from claims.extraction.tokens import Tokens
from claims.extraction.words import words

_LOCATIVE = frozenset(("in", "at", "from", "near", "to", "across", "outside", "through", "into"))
_NAME_TAGS = frozenset(("NNP", "NNPS", "NN", "NNS", "JJ", "VB", "VBP", "MD"))


def repaired(tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with headline words cut off and lone surnames known as persons'."""
    return _with_surnames(tokens, _as_persons(tokens, _as_bodies(_trimmed(tokens, mentions))))


def in_heading(tokens: Tokens, mention: Mention) -> bool:
    """Whether a name stands in a line most of whose words are capitalised."""
    long = [word for word in tokens.line(mention.start).split() if len(word) > 3]
    return len(long) >= 4 and sum(word[0].isupper() for word in long) > 0.7 * len(long)


def _trimmed(tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """Names without a headline's other capitals: "Smith Visits", where "Smith" stands elsewhere."""
    persons = [m.text for m in mentions if m.kind is NameKind.PERSON]
    count = Counter(persons)
    parts = Counter(word for text in persons for word in text.split())
    bodies = Counter(fold(m.text) for m in mentions if m.kind is NameKind.ORGANIZATION)
    out = []
    for mention in mentions:
        if mention.kind is not NameKind.PERSON:
            long = mention.end - mention.start > 1 and bodies[fold(mention.text)] == 1
            unit = (
                tokens.lower[mention.end - 1] in words("units") and mention.end - mention.start < 5
            )
            if not long or unit or not in_heading(tokens, mention):
                out.append(mention)
            continue
        once = count[mention.text] == 1 and " " in mention.text
        if once and in_heading(tokens, mention):
            mention = _without_strangers(mention, count, parts)
        out.append(mention)
    return out


def _without_strangers(mention: Mention, count: Counter[str], known: Counter[str]) -> Mention:
    """The name cut to a part that stands elsewhere, if what is cut off stands nowhere else."""
    parts = mention.text.split()
    for size in range(len(parts) - 1, 0, -1):
        head, tail = " ".join(parts[:size]), " ".join(parts[-size:])
        if count[head] > (size == 1) and known[parts[size]] == 1:
            return replace(mention, text=head, end=mention.end - len(parts) + size)
        stranger = known[parts[-size - 1]] == 1 and given_name_gender(mention.text) is None
        if size > 1 and count[tail] and stranger:
            return replace(mention, text=tail, start=mention.start + len(parts) - size)
    return mention


def _as_bodies(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with a "person" made a body whose whole name is one's elsewhere."""
    bodies = Counter(fold(m.text) for m in mentions if m.kind is NameKind.ORGANIZATION)
    persons = Counter(fold(m.text) for m in mentions if m.kind is NameKind.PERSON)
    titled = {fold(m.text) for m in mentions if m.honorific}
    return [
        replace(m, kind=NameKind.ORGANIZATION)
        if m.kind is NameKind.PERSON
        and bodies[fold(m.text)] > persons[fold(m.text)]
        and fold(m.text) not in titled
        and given_name_gender(m.text) is None
        else m
        for m in mentions
    ]


def _surnames(mentions: Sequence[Mention]) -> set[str]:
    """Folded last words of full names and of names after an honorific."""
    persons = [m for m in mentions if m.kind is NameKind.PERSON]
    found = {fold(m.text.split()[-1]) for m in persons if " " in m.text or m.honorific}
    # "Mr. Xi" for Xi Jinping: what stands after an honorific is a surname wherever it stands.
    return found | {fold(m.text.split()[0]) for m in persons if _surname_first(m)}


def _surname_first(mention: Mention) -> bool:
    words = mention.text.split()
    return len(words) in (2, 3) and given_name_gender(mention.text) is None and "-" in words[-1]


def _as_persons(tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with a surname that the model took for a place or a body made a person's."""
    known = _surnames(mentions)
    places = Counter(fold(m.text) for m in mentions if m.kind is NameKind.PLACE)
    lone = {fold(m.text) for m in mentions if m.kind is NameKind.PERSON and " " not in m.text}
    lone -= known
    located = Counter(
        fold(m.text)
        for m in mentions
        if m.kind is NameKind.PLACE and m.start and tokens.lower[m.start - 1] in _LOCATIVE
    )
    out = []
    for mention in mentions:
        name = fold(mention.text)
        place = mention.kind is NameKind.PLACE and 2 * located[name] >= places[name]
        parts = name.split()
        full = (
            2 <= len(parts) <= 3 and parts[-1] in lone and mention.text.replace(" ", "").isalpha()
        )
        if mention.kind is not NameKind.PERSON and (name in known or full) and not place:
            mention = replace(mention, kind=NameKind.PERSON)
        out.append(mention)
    return out


def _with_surnames(tokens: Tokens, mentions: list[Mention]) -> list[Mention]:
    """The mentions, and a known person's surname where it stands alone, unseen by the model."""
    taken = {i for m in mentions for i in range(m.start, m.end)}
    known = _surnames(mentions)
    added = [
        Mention(i, i + 1, NameKind.PERSON, text)
        for i, text in enumerate(tokens.text)
        if i not in taken
        and text[0].isupper()
        and fold(text) in known
        and (tokens.tag[i] in _NAME_TAGS or text.isupper())
    ]
    return sorted([*mentions, *added], key=lambda m: m.start)
