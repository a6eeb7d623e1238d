"""What a cue says of its claim: lemma, class, negation, hedging, prediction."""
