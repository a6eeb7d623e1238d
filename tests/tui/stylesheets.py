"""Makes the app's styles cheap in tests: a test process starts hundreds of apps with the same."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, Final

from textual.app import App
from textual.css.model import RuleSet
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.widget import Widget

_PARSED: Final[dict[Hashable, list[RuleSet]]] = {}
_parse: Final = Stylesheet._parse_rules

_Found = dict[Hashable, tuple[RulesMap | None, dict[str, bool]]]
"""The rules that hold for a node, if any, and what it looks out for, by all that they look at."""

_FOUND: Final[dict[Hashable, _Found]] = {}
"""What was found by which rules."""
_apply: Final = Stylesheet.apply
_replace_rules: Final = Stylesheet.replace_rules

_PLACES: Final = Stylesheet._EXCLUDE_PSEUDO_CLASSES_FROM_CACHE - {"focus-within"}
_LOOKS_OUT: Final = (
    "_has_hover_style",
    "_has_focus_within",
    "_has_order_style",
    "_has_odd_or_even",
)


def _parse_once(self: Stylesheet, *args: Any, **options: Any) -> list[RuleSet]:
    key = (args, *options.items(), *self._variables.items())
    if key not in _PARSED:
        _PARSED[key] = _parse(self, *args, **options)
    return _PARSED[key]


def _apply_found(
    self: Stylesheet, node: DOMNode, *, animate: bool = False, cache: object = None
) -> None:
    found = _found_by(self)
    key = tuple(map(_seen, node.css_path_nodes))
    of_node = vars(node)
    of_node["_seen_as"] = id(found), key
    if key not in found:
        found_now = _applied(self, node, animate)
        if not _asks_for_places(self, node):
            found[key] = found_now
        return
    rules, looks_out = found[key]
    of_node.update(looks_out)
    if rules is not None and of_node.get("_has_rules") is not rules:
        self.replace_rules(node, rules, animate=animate)
    elif rules is not None and not animate:
        node.notify_style_update()
    self._process_component_classes(node)


def _applied(
    stylesheet: Stylesheet, node: DOMNode, animate: bool = False
) -> tuple[RulesMap | None, dict[str, bool]]:
    """Have Textual find what holds for a node; what that was."""
    of_node = vars(node)
    of_node["_has_rules"] = None
    _apply(stylesheet, node, animate=animate)
    return of_node["_has_rules"], {name: of_node[name] for name in _LOOKS_OUT}


def _replace_noted(node: DOMNode, rules: RulesMap, animate: bool = False) -> None:
    vars(node)["_has_rules"] = rules
    _replace_rules(node, rules, animate)


def _components_found(self: Stylesheet, node: DOMNode) -> None:
    """As Textual does it, but for what is found already, and nothing where nothing changed."""
    names = sorted(node._get_component_classes())
    if not names:
        return
    found, now = _found_by(self), vars(node)["_seen_as"]
    all_there = all((now[1], one) in found and one in node._component_styles for one in names)
    if all_there and vars(node).get("_components_for") == now:
        return
    before = node._component_styles.copy()
    node._component_styles.clear()
    for name in names:
        virtual = DOMNode(classes=name)
        virtual._attach(node)
        key = now[1], name
        if key in found:
            rules, _ = found[key]
            if rules is not None:
                self.replace_rules(virtual, rules)
        else:
            found_now = _applied(self, virtual)
            if not _asks_for_places(self, virtual):
                found[key] = found_now
        node._component_styles[name] = virtual.styles
    if any(before.get(name) != styles for name, styles in node._component_styles.items()):
        node.refresh()
    vars(node)["_components_for"] = now


def _found_by(stylesheet: Stylesheet) -> _Found:
    """What was found by the rules of a stylesheet as they are now."""
    kept = vars(stylesheet)
    if kept.get("_found_for") is not stylesheet.rules_map:
        # Rules that were parsed stay, so that no other ones ever get their ids.
        kept["_found"] = _FOUND.setdefault(tuple(map(id, stylesheet.rules)), {})
        kept["_found_for"] = stylesheet.rules_map
    found: _Found = kept["_found"]
    return found


def _asks_for_places(stylesheet: Stylesheet, node: DOMNode) -> bool:
    """Whether rules that may hold for a node look at its place among others."""
    rules = stylesheet.rules_map
    return any(
        rule.pseudo_classes & _PLACES
        for name in rules.keys() & node._selector_names
        for rule in rules[name]
    )


def _seen(node: DOMNode) -> Hashable:
    """All of a node that a selector can look at, but for its place among others."""
    own = type(node), node._id, node.classes
    if isinstance(node, Widget):
        focus = node.has_focus, node.has_focus_within, node.allow_focus()
        return own, focus, node.mouse_hover, node.disabled
    if isinstance(node, App):
        theme = node.current_theme.dark
        return own, node.app_focus, theme, node.is_inline, node.native_ansi_color, node.no_color
    return own


def share() -> None:
    """Have all apps share what was parsed and found; rules are only read once they are made."""
    Stylesheet._parse_rules = _parse_once  # type: ignore[method-assign]
    Stylesheet.apply = _apply_found  # type: ignore[method-assign]
    Stylesheet.replace_rules = staticmethod(_replace_noted)  # type: ignore[method-assign]
    Stylesheet._process_component_classes = _components_found  # type: ignore[method-assign]
    # The same hash, without the call into Python that it is for each rule and each widget.
    RuleSet.__hash__ = object.__hash__  # type: ignore[method-assign]
