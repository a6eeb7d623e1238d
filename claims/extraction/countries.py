"""Countries by their several names, and by the capital that stands for a government."""

from __future__ import annotations

from functools import cache

# A capital, then the names of its country; underscores join words. Capitals whose names are more
# often something else (a person, a state, a city elsewhere) are left out.
_LISTED = """
abuja nigeria
addis_ababa ethiopia
amman jordan
ankara turkey türkiye
astana kazakhstan
athens greece
baghdad iraq
baku azerbaijan
bangkok thailand
beijing china people_republic_china prc
belgrade serbia
berlin germany federal_republic_germany
bern switzerland
bogotá colombia
bogota colombia
brasília brazil
bratislava slovakia
brussels belgium
bucharest romania
budapest hungary
buenos_aires argentina
cairo egypt
canberra australia
caracas venezuela
chisinau moldova
copenhagen denmark
damascus syria
dhaka bangladesh
doha qatar
hanoi vietnam
havana cuba
helsinki finland
islamabad pakistan
jakarta indonesia
kabul afghanistan
kathmandu nepal
khartoum sudan
kigali rwanda
kyiv ukraine
kiev ukraine
lima peru
lisbon portugal
ljubljana slovenia
london united_kingdom britain great_britain uk
madrid spain
manila philippines
minsk belarus
moscow russia russian_federation
nairobi kenya
new_delhi india
delhi india
oslo norway
ottawa canada
paris france
phnom_penh cambodia
prague czech_republic czechia
pretoria south_africa
pyongyang north_korea n_korea dprk democratic_people_republic_korea
quito ecuador
reykjavik iceland
riga latvia
riyadh saudi_arabia
rome italy
sarajevo bosnia bosnia_herzegovina
seoul south_korea s_korea republic_korea
skopje north_macedonia macedonia
sofia bulgaria
stockholm sweden
taipei taiwan
tallinn estonia
tashkent uzbekistan
tbilisi georgia
tehran iran islamic_republic_iran
tirana albania
tokyo japan
tripoli libya
tunis tunisia
ulaanbaatar mongolia
vienna austria
vilnius lithuania
warsaw poland
washington united_states united_states_america america usa us
yerevan armenia
zagreb croatia
"""


@cache
def _tables() -> tuple[dict[tuple[str, ...], str], dict[tuple[str, ...], str]]:
    """Country by capital and country by name, each country by its first name."""
    capitals, names = {}, {}
    for line in _LISTED.split("\n"):
        if line.strip():
            capital, country, *others = line.split()
            capitals[tuple(capital.split("_"))] = country
            for name in (country, *others):
                names[tuple(name.split("_"))] = country
    return capitals, names


def country_of(key: tuple[str, ...]) -> str | None:
    """The country that the folded words of a name name, by one fixed name; None if none."""
    return _tables()[1].get(key)


def governed_from(key: tuple[str, ...]) -> str | None:
    """The country whose capital the folded words of a name name; None if none."""
    return _tables()[0].get(key)
