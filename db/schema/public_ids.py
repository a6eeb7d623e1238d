"""Public ids: short, stable, and the same in every archive that holds the same thing."""

from __future__ import annotations

import hashlib
import uuid
from collections import Counter
from collections.abc import Iterable, Sequence

from claims.claim import Claim, Span, SpeakerKind


def article_public_id(sha256: str, key: str | None = None) -> str:
    """Id of an article by the hash of its first text.

    Args:
        sha256: Of the text.
        key: The article's own, for the rare article whose first text another one began with.
    """
    return "a" + (sha256[:12] if key is None else _digest(f"{sha256} {key}")[:12])


def story_public_id(article: str) -> str:
    """Id of the story that an article began, by the article's; each article has one such id, which
    leads to whatever story the article is in now."""
    return f"s{article[1:]}"


def article_of_story(story: str) -> str:
    """Id of the article that `story_public_id` made the id of a story from."""
    return f"a{story[1:]}"


def claim_public_ids(sha256: str, claims: Sequence[Claim]) -> list[str]:
    """Ids of an article's claims, in their order, by the text's hash, content spans and cue spans.

    What a claim is taken to be (type, speaker, confidence) does not count, so an id outlives
    better judgement of the same words. Claims with the same words are told apart by their order.
    """
    seen: Counter[tuple[tuple[Span, ...], tuple[Span, ...]]] = Counter()
    ids = []
    for claim in claims:
        words = claim.content, claim.cue
        seen[words] += 1
        ids.append(claim_public_id(sha256, *words, seen[words]))
    return ids


def claim_public_id(
    sha256: str, content: Iterable[Span], cue: Iterable[Span], which: int = 1
) -> str:
    """Id of a claim by the text's hash, its content and its cue.

    Args:
        sha256: Of the text.
        content: The pieces of the content.
        cue: Those of the cue.
        which: Of the claims with these words in one run.
    """
    words = f"{sha256} {_pieces(content)} {_pieces(cue)}"
    return "c" + _digest(f"{words} {which}" if which > 1 else words)[:16]


def entity_public_id(kind: SpeakerKind, name_key: str, namesake: int = 0) -> str:
    """Id of an entity by its kind and folded name, and which of those of that name it is."""
    # No key holds a new line, so that no other name ends in the number.
    which = f"\n{namesake}" if namesake else ""
    return "e" + _digest(f"{kind} {name_key}{which}")[:16]


def phrase_public_id(key: str) -> str:
    """Id of a phrase by what its spellings share."""
    return "p" + _digest(key)[:16]


def thread_public_id(claim: str, again: int = 0) -> str:
    """Id of the thread that a claim began, by the claim's.

    Args:
        claim: Public id.
        again: How many threads it began before.
    """
    return f"t{_digest(f'{claim} {again}')[:16]}" if again else f"t{claim[1:]}"


def run_public_id() -> str:
    """A new id, of one extraction run."""
    return str(uuid.uuid4())


def _pieces(spans: Iterable[Span]) -> str:
    return ",".join(f"{span.start}-{span.end}" for span in spans)


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8")).hexdigest()
