"""Mentions gathered into the persons and organizations that bear the names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from claims.extraction.document.clusters import MentionCluster, MentionClusters
from claims.extraction.document.mentions import Mention, NameKind
from claims.language.countries import country_of, governed_from
from claims.language.folding import fold_letters
from claims.language.name_likeness import is_misspelling, may_be_same_person
from claims.language.names import (
    Gender,
    PersonName,
    acronyms_of,
    given_name_gender,
    is_acronym,
    is_acronym_of,
    is_short_form_of,
    name_words,
    organization_words,
    person_name,
)
from claims.language.word_lists import words

# How many mentions back a bare surname is weighed against its bearers.
_MEMORY: Final = 500


def gather(
    mentions: Sequence[Mention],
    hints: Mapping[int, Gender] | None = None,
    other_names: Iterable[tuple[Mention, Mention]] = (),
) -> MentionClusters:
    """Who bears the names of an article.

    Args:
        mentions: In text order.
        hints: By a mention's first token, the gender that its own sentence tells of whom a bare
            surname means.
        other_names: Pairs of mentions of which the article says that one bears both.
    """
    found = _Gatherer([m for m in mentions if _key(m)], hints or {}, other_names)
    return MentionClusters(found.clusters, found.mentions, found.bearers)


class _Gatherer:
    def __init__(
        self,
        mentions: Sequence[Mention],
        hints: Mapping[int, Gender],
        other_names: Iterable[tuple[Mention, Mention]],
    ) -> None:
        self.clusters: list[MentionCluster] = []
        self.mentions = mentions
        self.bearers: dict[int, MentionCluster] = {}
        self._hints = hints
        self._near: defaultdict[str, list[MentionCluster]] = defaultdict(list)
        # Persons by how their surnames begin and end, for slips of the keyboard further on.
        self._alike: defaultdict[str, list[MentionCluster]] = defaultdict(list)
        self._generations: dict[int, str | None] = {}
        self._gather_persons([m for m in mentions if m.kind is NameKind.PERSON])
        self._gather_organizations([m for m in mentions if m.kind is not NameKind.PERSON])
        for one, other in other_names:
            self._join(one, other)
        for cluster in self.clusters:
            cluster.mentions.sort(key=lambda m: m.start)

    def _join(self, one: Mention, other: Mention) -> None:
        """Give the bearer of the first mention all mentions of the second's."""
        kept, gone = self.bearers.get(one.start), self.bearers.get(other.start)
        if kept is None or gone is None or kept is gone or kept.kind is not gone.kind:
            return
        if gone.is_person and len(gone.key) > 1:
            return  # "Robert Alan Holt, known as Rob": the article calls him Rob Holt
        for mention in gone.mentions:
            self._add(kept, mention)
        self.clusters.remove(gone)

    def _new(
        self, kind: NameKind, key: tuple[str, ...], gender: Gender | None = None
    ) -> MentionCluster:
        cluster = MentionCluster(kind, gender=gender, key=key)
        self.clusters.append(cluster)
        self._index(cluster, key)
        return cluster

    def _index(self, cluster: MentionCluster, handles: Iterable[str]) -> None:
        """Make a cluster found by words of its name, so that no name is held against all."""
        for handle in handles:
            if cluster not in self._near[handle]:
                self._near[handle].append(cluster)

    def _add(self, cluster: MentionCluster, mention: Mention) -> None:
        cluster.mentions.append(mention)
        self.bearers[mention.start] = cluster
        if mention.gender is not None:
            cluster.gender = mention.gender

    def _gather_persons(self, mentions: list[Mention]) -> None:
        """Full names first, then single names by the full names around them."""
        whole = [(m, name_words(m.text)) for m in mentions]
        for mention, key in whole:
            if len(key) > 1:
                self._add(self._person_with(person_name(mention.text)), mention)
        for cluster in self.clusters:
            if cluster.gender is None:
                cluster.gender = given_name_gender(cluster.name)
        for cluster in self.clusters:
            self._alike[_edges(cluster.key[-1])].append(cluster)
        single = [(m, key[0]) for m, key in whole if len(key) == 1]
        surnames = {m.key[-1] for m in self.clusters}
        # Given names first: they tell who is often spoken of.
        for mention, word in sorted(
            single, key=lambda item: (item[1] in surnames, not item[0].honorific)
        ):
            self._add(self._bearer(mention, word), mention)

    def _person_with(self, name: PersonName) -> MentionCluster:
        """The person of that full name, new if there is none."""
        for word in name.words:
            for cluster in self._near[word]:
                known = PersonName(cluster.key, self._generations.get(id(cluster)))
                if may_be_same_person(known, name) and not _is_other_generation(known, name):
                    cluster.key = max(cluster.key, name.words, key=len)
                    self._generations[id(cluster)] = known.suffix or name.suffix
                    self._index(cluster, name.words)
                    return cluster
        cluster = self._new(NameKind.PERSON, name.words)
        self._generations[id(cluster)] = name.suffix
        return cluster

    def _bearer(self, mention: Mention, word: str) -> MentionCluster:
        """The person a single name refers to, new if no full name fits."""
        fitting = [m for m in self._near[word] if _may_bear(m, word, mention)]
        if mention.gender is not None:
            # "Mr. Obama" is not Michelle Obama, whoever else he is.
            fitting = [m for m in fitting if m.gender in (None, mention.gender)]
        if not fitting:
            alike = self._misspelt(word)
            if alike is not None:
                return alike
            gender = mention.gender
            if gender is None and not mention.honorific:
                gender = given_name_gender(word)
            return self._new(NameKind.PERSON, (word,), gender)
        hint = self._hints.get(mention.start)
        if hint is not None:
            fitting = [m for m in fitting if m.gender in (None, hint)] or fitting
        if len(fitting) == 1:
            return fitting[0]
        return max(fitting, key=lambda m: self._fitness(m, mention, word))

    def _misspelt(self, word: str) -> MentionCluster | None:
        """The one person in full whose surname a lone name only misspells."""
        alike = [m for m in self._alike[_edges(word)] if is_misspelling(word, m.key[-1])]
        return alike[0] if len(alike) == 1 else None

    def _fitness(self, cluster: MentionCluster, mention: Mention, word: str) -> tuple[bool, float]:
        """How well a single name fits one of several bearers: by surname, then near and often."""
        surname = cluster.key[-1] == word
        recent = cluster.mentions[-_MEMORY:]
        before = [m.start for m in recent if m.start < mention.start]
        nearest = mention.start - max(before, default=mention.start - 600)
        return surname, len(cluster.mentions) ** 0.5 - nearest / 150

    def _gather_organizations(self, mentions: list[Mention]) -> None:
        def order(mention: Mention) -> tuple[bool, int, int]:
            key = organization_words(mention.text)
            return _is_capital(mention, key), -len(key), mention.start

        self._near.clear()
        names: dict[tuple[str, ...], MentionCluster] = {}
        countries: dict[str, MentionCluster] = {}
        for mention in sorted(mentions, key=order):
            key = organization_words(mention.text)
            # Long forms may look like an organization: "Democratic People’s Republic of Korea".
            place = mention.kind is NameKind.PLACE or (len(key) > 2 and country_of(key) is not None)
            country = country_of(key) or governed_from(key) if place else None
            cluster = names.get(key) or (country and countries.get(country)) or None
            cluster = cluster or self._longer_form(mention, key)
            if cluster is None:
                cluster = self._new(mention.kind, key)
                self._index(cluster, acronyms_of(mention.text))
            names.setdefault(key, cluster)
            if place and country_of(key):
                countries.setdefault(str(country_of(key)), cluster)
            self._add(cluster, mention)

    def _longer_form(self, mention: Mention, key: tuple[str, ...]) -> MentionCluster | None:
        """The one organization whose name the mention shortens."""
        if is_acronym(mention.text):
            near = self._near[fold_letters(mention.text.replace("&", ""))]
            fitting = [m for m in near if is_acronym_of(mention.text, m.name)]
        elif mention.kind is NameKind.PLACE:
            return None
        else:
            fitting = [
                m
                for m in self._near[key[-1]] + self._near[key[0]]
                if m.kind is NameKind.ORGANIZATION
                and is_short_form_of(mention.text, m.name)
                and not (key[0] in words("names/outlets") and m.key[0] != key[0])
            ]
        several = any(m is not fitting[0] for m in fitting)
        if several and len(key) == 1:
            return None
        return fitting[0] if fitting else None


def _is_other_generation(one: PersonName, other: PersonName) -> bool:
    """Whether one of two like names is a parent's: "Per Lind" beside "Per Lind Sr.".

    Who is Jr. may be named without it, but not with a middle initial that he else has not.
    """
    by_suffix = {one.suffix: one, other.suffix: other}
    if set(by_suffix) == {"sr", None}:
        return True
    if set(by_suffix) != {"jr", None}:
        return False
    initials = [any(len(word) == 1 for word in by_suffix[key].middles) for key in (None, "jr")]
    return initials == [True, False]


def _edges(word: str) -> str:
    """The first and the last letter, which slips of the keyboard mostly spare."""
    return word[0] + word[-1]


def _is_capital(mention: Mention, key: tuple[str, ...]) -> bool:
    """Whether a name is a capital’s, which may stand for the government of its country."""
    return mention.kind is NameKind.PLACE and governed_from(key) is not None


def _key(mention: Mention) -> tuple[str, ...]:
    """The comparable words of a mention; empty if it is all marks."""
    if mention.kind is NameKind.PERSON:
        return name_words(mention.text)
    return organization_words(mention.text)


def _may_bear(cluster: MentionCluster, word: str, mention: Mention) -> bool:
    """Whether a single name may be this person's: surname, given name, or nickname."""
    if not cluster.is_person:
        return False
    if cluster.key[-1] == word:
        return True
    if len(cluster.key) == 1:
        return False
    if mention.honorific and len(cluster.key) > 2 and word in cluster.key[1:-1]:
        # "Ms. Acosta" for Melba Acosta Febo: the first of two surnames.
        return True
    if mention.honorific:
        # "Mr. Xi" for Xi Jinping: the surname stands first and is no usual given name.
        return cluster.key[0] == word and given_name_gender(f"{word} x") is None
    return word in cluster.key[:-1] and len(word) > 1
