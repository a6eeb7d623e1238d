# ruff: noqa: E501, SIM905
"""Stories of our own, put together from parts, for the pages that ``bench.made_up.pages`` lays out.

Everything in them is made up. The same number gives the same story.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

FIRST: Final = (
    "Tove Bertil Marit Ilse Karl Ruth Owen Priti Dilys Joss Abel Yuki Lene Gwen Piotr "
    "Carla Nuno Hanne Tariq Moira Ebbe Salome Ivo Petra Anselm Greta Kofi Linnea "
    "Rufus Zora"
).split()
LAST: Final = (
    "Lindqvist Solheim Brandt Ness Aas Tait Lang Marr Pereira Quist Sho Sorvik "
    "Atherley Ames Holt Varga Obi Renner Castell Dunmore Ekberg Fonseca Gale Hartnell "
    "Ibsen Jarrow Kestrel Lomax"
).split()
TOWNS: Final = (
    "Aldmere Northfold Ware Hallow Tallis Cantor Brinsea Eastlow Marle Dunhaven"
).split()
OUTLETS: Final = (
    "Aldmere Gazette", "Northshire Today", "The Harbour Courier", "Riverside Post", "Eastlow Times",
    "The Marle Ledger", "Dunhaven Chronicle", "Continental Observer", "The Ware Tribune",
    "Brinsea Daily News", "Hallow Standard", "The Tallis Review",
)  # fmt: skip
_THINGS: Final = (
    ("ferry line", "ferries"), ("tram depot", "trams"), ("sea wall", "walls"), ("grain silo", "silos"),
    ("night school", "schools"), ("fish market", "markets"), ("wind farm", "turbines"),
    ("town library", "libraries"), ("ice rink", "rinks"), ("canal lock", "locks"),
)  # fmt: skip
_BODIES: Final = (
    "the harbour board", "the county council", "the ministry of works", "the teachers’ union",
    "the chamber of trade", "the river authority",
)  # fmt: skip
_HEADLINES: Final = (
    "{town} Puts Off Its Vote on the {thing}",
    "Why Nobody in {town} Wants to Pay for the {thing}",
    "Cost of {town}’s {thing} Has Doubled, Auditors Find",
    "{town} to Close Its {thing} in Spring",
    "A Quarrel Over a {thing} Divides {town}",
)
_DEKS: Final = (
    "Residents and engineers disagree about what it would cost",
    "A report that was meant to settle the matter has opened it again",
    "The decision, expected this week, may not come before summer",
)
_OPENINGS: Final = (
    "{body_} will not decide on the {thing} in {town} before the end of the year, its chairman, {a}, "
    "said on {day}.",
    "The {thing} in {town} will cost twice what was promised, according to a report that {body} "
    "published on {day}.",
    "For eleven winters {town} has waited for its {thing}. It will have to wait for a twelfth, {a} "
    "told a packed hall on {day}.",
)
_SENTENCES: Final = (
    "“We have counted everything twice, and the second time it was more,” said {b}, an engineer who "
    "worked on the plans. “The first time we forgot the rain.”",
    "{c}, who leads the opposition in the council, called the delay “a comedy in three budgets” and "
    "asked for a new vote.",
    "The works were to begin in {month}. {body_} now says that {things} elsewhere have taken its best "
    "crews, and that new ones have to be trained.",
    "Asked whether the town could pay, {a_} paused. “It can pay once,” {a_} said. “It cannot pay for "
    "being wrong.”",
    "An official at {body}, who asked not to be named, described the talks as “polite and without "
    "result.”",
    "{b_} warned that the ground would not bear the weight of the building for more than forty years, "
    "which the town had been told and had filed away.",
    "Shopkeepers near the site complained of dust and detours. One of them, {d}, said that he had sold "
    "nothing but umbrellas since {month}.",
    "The report runs to 312 pages. It finds that no single person was to blame and lists nineteen who "
    "were not.",
    "According to {d_}, three firms had offered to build it and two of them have since gone under.",
    "In a letter to the council, {c_} wrote that the money should go to the schools instead, “where it "
    "would at least be counted.”",
    "{body_} denied that it had kept the figures back. A spokeswoman said they had been “on the table, "
    "if under other papers.”",
    "Neighbouring towns watch the matter closely, for they have plans of their own and would like to "
    "know how not to carry them out.",
)
_JUNK: Final = (
    "“The best letter of my week,” says one of 12,000 readers of our morning mail",
    "Mayor of Ostrow says the bridge “was never closed”",
    "Doctors warn of a hard winter for the lungs, study claims",
    "Actor admits he “never read the script”, according to friends",
    "Minister insists taxes will not rise before the vote",
    "Star striker says he is leaving “for the food”",
)
_COMMENTS: Final = (
    "I live there and the mayor said to my face that nothing would come of it.",
    "My uncle told me in 1998 that this would happen, he said they never learn.",
)


@dataclass(frozen=True, slots=True)
class Story:
    """An article, and what stands around it."""

    title: str
    dek: str
    author: str
    outlet: str
    town: str
    published: date
    body: tuple[str, ...]
    heading: str
    caption: str
    trending: tuple[str, ...]
    newsletter: str
    comments: tuple[str, ...]


def story(number: int) -> Story:
    """The story of a number."""
    chance = random.Random(number)
    names = [
        f"{one} {other}"
        for one, other in zip(chance.sample(FIRST, 5), chance.sample(LAST, 5), strict=True)
    ]
    town, (thing, things) = chance.choice(TOWNS), chance.choice(_THINGS)
    body = chance.choice(_BODIES)
    words = {
        "town": town, "thing": thing, "things": things, "body": body,
        "body_": body[0].upper() + body[1:],
        "day": chance.choice(("Monday", "Tuesday", "Thursday")),
        "month": chance.choice(("March", "June", "October")),
        **dict(zip("abcd", names, strict=False)),
        **{f"{key}_": name.split()[1] for key, name in zip("abcd", names, strict=False)},
    }  # fmt: skip
    headline = chance.choice(_HEADLINES).format(town=town, thing=thing.title())
    chosen = chance.sample(_SENTENCES, chance.choice((6, 7, 8)))
    paragraphs = [chance.choice(_OPENINGS), *chosen]
    return Story(
        title=headline,
        dek=chance.choice(_DEKS),
        author=names[4],
        outlet=OUTLETS[number % len(OUTLETS)],
        town=town,
        published=date(2015, 1, 5) + timedelta(days=97 * number),
        body=tuple(one.format(**words) for one in paragraphs),
        heading=chance.choice(("What the auditors found", "Who is to pay", "A second opinion")),
        caption=f"The site of the {thing} in {town}, where nothing has been built.",
        trending=tuple(chance.sample(_JUNK[1:], 3)),
        newsletter=_JUNK[0],
        comments=_COMMENTS,
    )
