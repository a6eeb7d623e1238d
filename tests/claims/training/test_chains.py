"""Coreference chains as answers to whom a pronoun means."""

from __future__ import annotations

import json
from pathlib import Path

from claims.extraction.document.tokens import Tokens
from claims.extraction.pipeline import Extractor
from claims.scoring.agreement.names import comparable
from claims.training.chains import answers_of, read_chained

TEXT = "Captain Ada Holm came home.\n\nShe said the port was shut, and it was."


def test_a_pronoun_means_the_names_of_its_chain(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "harbor.txt").write_text(TEXT, encoding="utf-8")
    she, it = TEXT.index("She"), TEXT.index("it was")
    chains = {
        "1": [[0, 16, "person"], [she, she + 3, "person"]],
        "2": [[TEXT.index("the port"), TEXT.index(" was shut"), "place"], [it, it + 2, "place"]],
    }
    (tmp_path / "gold.json").write_text(json.dumps({"harbor.txt": {"chains": chains}}))
    [(doc, read)] = read_chained(tmp_path, Extractor(rules_only=True))
    tokens = Tokens(doc, ())
    [(token, names)] = answers_of(tokens, read).items()
    assert tokens.text[token] == "She"
    assert comparable("Ada Holm") in {name[-2:] for name in names}
