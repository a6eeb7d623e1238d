"""Countries by their several names, their peoples, and what stands for their governments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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

# A country, then what its people are called. Peoples who are not those of one country or another
# ("Kurdish", "European") are left out.
_PEOPLES = """
afghanistan afghan
albania albanian
algeria algerian
angola angolan
argentina argentine argentinian
armenia armenian
australia australian
austria austrian
azerbaijan azerbaijani
bahrain bahraini
bangladesh bangladeshi
belarus belarusian
belgium belgian
bolivia bolivian
bosnia bosnian
brazil brazilian
bulgaria bulgarian
burma burmese
cambodia cambodian
cameroon cameroonian
canada canadian
chile chilean
china chinese
colombia colombian
congo congolese
costa_rica costa_rican
croatia croatian
cuba cuban
cyprus cypriot
czech_republic czech
denmark danish
dominican_republic dominican
ecuador ecuadorian ecuadorean
egypt egyptian
el_salvador salvadoran
estonia estonian
ethiopia ethiopian
finland finnish
france french
georgia georgian
germany german
ghana ghanaian
greece greek
guatemala guatemalan
haiti haitian
honduras honduran
hungary hungarian
iceland icelandic
india indian
indonesia indonesian
iran iranian
iraq iraqi
ireland irish
israel israeli
italy italian
ivory_coast ivorian
jamaica jamaican
japan japanese
jordan jordanian
kazakhstan kazakh
kenya kenyan
kosovo kosovar
kuwait kuwaiti
kyrgyzstan kyrgyz
laos laotian
latvia latvian
lebanon lebanese
liberia liberian
libya libyan
lithuania lithuanian
luxembourg
malaysia malaysian
mali malian
malta maltese
mexico mexican
moldova moldovan
mongolia mongolian
montenegro montenegrin
morocco moroccan
nepal nepali nepalese
netherlands dutch
new_zealand
nicaragua nicaraguan
nigeria nigerian
north_korea north_korean korean
north_macedonia macedonian
norway norwegian
oman omani
pakistan pakistani
palestine palestinian
panama panamanian
paraguay paraguayan
peru peruvian
philippines philippine filipino
poland polish
portugal portuguese
qatar qatari
romania romanian
russia russian
rwanda rwandan
saudi_arabia saudi
senegal senegalese
serbia serbian serb
singapore singaporean
slovakia slovak
slovenia slovenian
somalia somali
south_africa south_african
south_korea south_korean korean
south_sudan south_sudanese
spain spanish
sri_lanka sri_lankan
sudan sudanese
sweden swedish
switzerland swiss
syria syrian
taiwan taiwanese
tajikistan tajik
tanzania tanzanian
thailand thai
tunisia tunisian
turkey turkish
turkmenistan turkmen
uganda ugandan
ukraine ukrainian
united_arab_emirates emirati
united_kingdom british english scottish welsh
united_states american
uruguay uruguayan
uzbekistan uzbek
vatican
venezuela venezuelan
vietnam vietnamese
yemen yemeni
zambia zambian
zimbabwe zimbabwean
"""
# A country, then names of parts of it and names that some articles call it by.
_PARTS = """
burma myanmar
netherlands holland
north_korea korea
south_korea korea
united_arab_emirates uae
united_kingdom england scotland wales northern_ireland
"""
# A country, then what stands for its government beside the capital.
_SEATS = """
france elysee
germany bundestag
israel knesset
russia kremlin duma
united_kingdom downing_street whitehall
united_states white_house pentagon state_department
"""
_STATES = """
alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii
idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan
minnesota mississippi missouri montana nebraska nevada new_hampshire new_jersey new_mexico new_york
north_carolina north_dakota ohio oklahoma oregon pennsylvania rhode_island south_carolina
south_dakota tennessee texas utah vermont virginia washington west_virginia wisconsin wyoming
"""
Key = tuple[str, ...]


@cache
def _tables() -> tuple[dict[Key, str], dict[Key, str]]:
    """Country by capital and country by name, each country by its first name."""
    capitals, names = {}, {}
    for line in _LISTED.split("\n"):
        if line.strip():
            capital, country, *others = line.split()
            capitals[tuple(capital.split("_"))] = country
            for name in (country, *others):
                names[tuple(name.split("_"))] = country
    return capitals, names


def country_of(key: Key) -> str | None:
    """The country that the folded words of a name name, by one fixed name; None if none."""
    return _tables()[1].get(key)


def governed_from(key: Key) -> str | None:
    """The country whose capital the folded words of a name name; None if none."""
    return _tables()[0].get(key)


def is_state(key: Key) -> bool:
    """Whether the folded words of a name name a state of the United States."""
    return key in _states()


def countries_named(key: Key) -> frozenset[str]:
    """The countries that a name of a country or of an American state may mean ("Georgia": two)."""
    return _places().get(key, frozenset())


def countries_of_people(key: Key) -> frozenset[str]:
    """The countries whose people folded words like "north korean" may tell of."""
    return _peoples().get(key, frozenset())


def countries_governed_from(key: Key) -> frozenset[str]:
    """The country whose capital or seat of government a name names, as a set; empty if none."""
    return _governments().get(key, frozenset())


@cache
def _states() -> frozenset[Key]:
    return frozenset(tuple(name.split("_")) for name in _STATES.split())


@cache
def _places() -> dict[Key, frozenset[str]]:
    names = [*_tables()[1].items(), *_pairs(_PARTS), *((key, "united_states") for key in _states())]
    return _gathered([*names, *((tuple(one.split("_")), one) for one in _countries())])


@cache
def _peoples() -> dict[Key, frozenset[str]]:
    return _gathered(_pairs(_PEOPLES))


@cache
def _governments() -> dict[Key, frozenset[str]]:
    return _gathered([*_tables()[0].items(), *_pairs(_SEATS)])


def _countries() -> list[str]:
    return [line.split()[0] for line in _PEOPLES.strip().split("\n")]


def _pairs(table: str) -> Iterator[tuple[Key, str]]:
    """Every further word of a table's lines with the country that opens the line."""
    for line in table.strip().split("\n"):
        country, *others = line.split()
        for other in others:
            yield tuple(other.split("_")), country


def _gathered(pairs: Iterable[tuple[Key, str]]) -> dict[Key, frozenset[str]]:
    found: dict[Key, set[str]] = {}
    for key, country in pairs:
        found.setdefault(key, set()).add(country)
    return {key: frozenset(countries) for key, countries in found.items()}
