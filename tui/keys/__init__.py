"""The bindings, a module a part of the app; ``tui.keymap`` has them all."""
