"""``claims timeline``: one speaker over time."""

from __future__ import annotations

import json

from tests.tui.cli.conftest import Run


def test_affiliations_months_and_claims_in_order_of_date(run: Run) -> None:
    out = run("timeline", "okafor").stdout
    parts = [
        "Mira Okafor (person)",
        "senior fellow, Baltic Institute  (2022-06-14, 1 article)",
        "director, Tallinn Policy Centre  (2023-03-02, 1 article)",
        "2022-06  █",
        "2022-06-14, Quayside Chronicle, Harbour plan divides Velmora: “The harbour is too small",
        "2023-03-02, Northern Ledger, The ferries that never sailed: “A ferry without a pilot",
    ]
    places = [out.index(part) for part in parts]
    assert places == sorted(places)


def test_json_has_the_numbers_and_the_claims(run: Run) -> None:
    found = json.loads(run("timeline", "Mira Okafor", "--format", "json").stdout)
    assert found["speaker"] == "Mira Okafor"
    assert sum(found["months"].values()) == found["claims"] == len(found["listed"])
    assert found["months"]["2022-07"] == 0
    assert [affiliation["organization"] for affiliation in found["affiliations"]] == [
        "Baltic Institute",
        "Tallinn Policy Centre",
    ]


def test_filters_hold(run: Run) -> None:
    found = json.loads(run("timeline", "okafor", "--since", "2023", "--format", "json").stdout)
    assert list(found["months"]) == ["2023-03"]


def test_a_cut_list_says_so(run: Run) -> None:
    result = run("timeline", "okafor", "--limit", "1")
    assert "claims: the first 1 of " in result.stderr


def test_a_name_that_fits_several_names_them(run: Run) -> None:
    result = run("timeline", "o")
    assert result.stdout.startswith("Mira Okafor (person)")
    assert "claims: shown: Mira Okafor; the name fits Ola Fenn too" in result.stderr


def test_nobody_of_that_name(run: Run) -> None:
    result = run("timeline", "nobody at all")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "claims: no claims by nobody at all\n"


def test_by_topic_each_claim_stands_once(run: Run) -> None:
    found = json.loads(run("timeline", "okafor", "--by", "topic", "--format", "json").stdout)
    listed = [one["claim_id"] for one in found["listed"]]
    assert sorted(ident for one in found["topics"] for ident in one["claims"]) == sorted(listed)
    assert found["topics"][-1]["topic"] is None
