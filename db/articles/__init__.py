"""What is known of articles, corrected: ``decisions`` sets it, ``undo`` turns steps around,
``reading`` keeps what is set when a page is read again, ``delete`` takes articles out."""
