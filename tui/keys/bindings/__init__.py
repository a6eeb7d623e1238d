"""The bindings, a module a part of the app; ``tui.keys.keymap`` has them all."""
