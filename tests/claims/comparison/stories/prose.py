"""An article of our own and others on other matters, long enough to be cut."""

from __future__ import annotations

from typing import Final

FERRY: Final = (
    "The last wooden ferry on the Arden crossed for the final time on Sunday, with two hundred "
    "people aboard and a brass band on the upper deck that had practised in secret.",
    "Its captain, Lotte Brenner, had steered it for thirty-one years and said that she would miss "
    "the fog most of all, because in fog every passenger grew quiet and trusted her.",
    "The council sold the boat for a single crown to a museum two towns downstream, which plans to "
    "moor it beside the old granary and to let children ring the bell.",
    "A bridge of steel and pale concrete, opened in spring after nine years of quarrel, now "
    "carries four thousand cars a day over the same water in less than a minute.",
    "Shopkeepers at the landing fear that nobody will stop there any more; a baker counted eleven "
    "customers on Monday morning, where a week before there had been ninety.",
    "The council promised to study a summer service for walkers and cyclists, but its treasurer "
    "doubted that fares would pay even for the paint on the hull.",
)
FROST: Final = (
    "Growers in the upper valley lit small fires between the rows of apricot trees before dawn, "
    "hoping to keep a late frost from the blossom for one more night.",
    "By noon the cooperative reckoned that a third of the crop was lost in the lowest orchards, "
    "where cold air gathers and no wind had come to move it along.",
    "Insurance covers hail but not frost, a gap that the farmers' union has complained of since "
    "the spring when snow fell in May and whole terraces had to be cut back.",
    "Agronomists advise later varieties, yet those ripen when prices fall, and a tree planted now "
    "bears nothing that could be sold for five years at the least.",
)
OTHER_LEAD: Final = (
    "Hundreds of people said farewell at the weekend to a boat that three generations of one "
    "small river town had taken to school, to market and to church.",
)


def body(*parts: tuple[str, ...]) -> str:
    """A body of paragraphs."""
    return "\n\n".join(paragraph for part in parts for paragraph in part)
