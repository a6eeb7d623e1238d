"""What is known of articles, corrected: ``actions`` sets it, ``undo`` turns steps around,
``carry_over`` keeps what is set when a page is read again, ``delete`` takes articles out."""
