"""Who appears in an article: persons and organizations with all the names that mean each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from claims.claim import Affiliation, Speaker
from claims.extraction.document.mentions import Mention, NameKind
from claims.language.countries import governed_from
from claims.language.names import Gender, fullest, given_name_gender, organization_words


@dataclass(eq=False)
class MentionCluster:
    """One person or organization of an article with every mention by name.

    Args:
        key: Folded words of the fullest name.
        affiliations: Affiliations found so far, by text order.
        unnamed: How to speak of somebody whom the article never names.
    """

    kind: NameKind
    mentions: list[Mention] = field(default_factory=list)
    gender: Gender | None = None
    affiliations: list[Affiliation] = field(default_factory=list)
    key: tuple[str, ...] = ()
    unnamed: Speaker | None = None
    _named: int = field(default=0, repr=False)
    _name: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """The fullest name the article gives."""
        if self.unnamed is not None:
            return self.unnamed.name
        if self._named != len(self.mentions):
            self._named, self._name = len(self.mentions), self._fullest()
        return self._name

    def _fullest(self) -> str:
        texts = dict.fromkeys(m.text for m in self.mentions)
        if self.kind is NameKind.PERSON:
            return fullest([text for text in texts if not _is_epithet(text, texts)] or texts)
        capital = self.kind is NameKind.PLACE and not all(map(_names_capital, texts))
        naming = [text for text in texts if not (capital and _names_capital(text))]
        return max(naming, key=lambda text: (len(organization_words(text)), len(text)))

    @property
    def is_person(self) -> bool:
        """Whether this is a person."""
        return self.kind is NameKind.PERSON

    def stated(self) -> tuple[Affiliation, ...]:
        """The affiliations in the order of their evidence."""
        return tuple(sorted(self.affiliations, key=lambda one: one.evidence))

    def before(self, token: int) -> int:
        """How many of the mentions, once in text order, begin before ``token``."""
        return bisect_left(self.mentions, token, key=lambda m: m.start)

    def last_before(self, token: int) -> int:
        """Where the last mention before ``token`` begins; -1 if there is none."""
        count = self.before(token)
        return self.mentions[count - 1].start if count else -1


class MentionClusters:
    """Every person and organization of an article, and who each name mention is.

    Args:
        clusters: In the order in which they were found.
        mentions: Of all of them, in text order.
        bearers: Whom each mention names, by its first token.
    """

    def __init__(
        self,
        clusters: Sequence[MentionCluster],
        mentions: Sequence[Mention],
        bearers: Mapping[int, MentionCluster],
    ) -> None:
        self.all, self.mentions = clusters, mentions
        self.persons = [cluster for cluster in clusters if cluster.is_person]
        self.organizations = [cluster for cluster in clusters if not cluster.is_person]
        self._bearers = bearers
        self._at = {i: m for m in mentions for i in range(m.start, m.end)}

    def mention_at(self, token: int) -> Mention | None:
        """The name mention that covers token ``token``."""
        return self._at.get(token)

    def person_at(self, token: int) -> bool:
        """Whether a person's name covers token ``token``."""
        mention = self.mention_at(token)
        return mention is not None and mention.kind is NameKind.PERSON

    def cluster_of(self, mention: Mention) -> MentionCluster:
        """Whom a name mention names.

        Raises:
            KeyError: The mention is not of this article.
        """
        return self._bearers[mention.start]


def _names_capital(text: str) -> bool:
    return governed_from(organization_words(text)) is not None


def _is_epithet(text: str, names: Iterable[str]) -> bool:
    """Whether a name has but a taunt or a praise before another form: "Honest Ann Tarrant"."""
    first, _, rest = text.partition(" ")
    given = given_name_gender(rest) is not None and given_name_gender(f"{first} x") is None
    return " " in rest and given and len(first.rstrip(".")) > 1 and rest in names
