"""What follows the cursor: the claim in its paragraph, and beside it why it says so."""

from __future__ import annotations

from textual.app import ComposeResult

from db.claims.article_page import ArticlePage, ClaimDetail
from tui.core.article_blocks import claim_blocks, evidence, remarks
from tui.widgets.bare import Bare
from tui.widgets.lines.blocks import Block
from tui.widgets.lines.paper import Paper


class ClaimDetailPane(Bare):
    """One claim in its article, and its facts with the words behind them."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.text = Paper(id="paragraph", classes="pane")
        self.text.border_title = "Claim"
        self.facts = Paper(id="facts", classes="pane")
        self.facts.border_title = "Evidence"

    def compose(self) -> ComposeResult:
        yield self.text
        yield self.facts

    def show_claim(self, page: ArticlePage, claim: ClaimDetail, *, around: int = 0) -> None:
        """Show a claim of an article.

        Args:
            page: The article.
            claim: The claim.
            around: How many paragraphs to show before and behind those that it stands in.
        """
        head, body, index = claim_blocks(page, claim, around)
        content = min((mark.start for mark in body[index].marks), default=0) if body else 0
        if not self.facts.display:
            body += remarks(claim)
        self.text.show([*head, *body], pinned=len(head))
        self.text.reveal(len(head) + index, content)
        self.facts.show(evidence(page, claim))

    def show_note(self, text: str) -> None:
        """Show a line instead of a claim."""
        self.text.show([Block(text, style="label")])
        self.facts.show([])
