"""Reviewing claims: the queue, correcting a claim, its history."""
