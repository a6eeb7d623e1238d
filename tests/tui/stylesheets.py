"""Makes the app's styles cheap in tests: a test process starts hundreds of apps with the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final, cast

from textual.app import App
from textual.css.model import RuleSet
from textual.css.styles import RenderStyles, RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.widget import Widget

_RuleMap = dict[str, list[RuleSet]]
_PARSED: Final[dict[Hashable, list[RuleSet]]] = {}
_parse: Final = Stylesheet._parse_rules
_map: Final[Callable[[Stylesheet], _RuleMap]] = vars(Stylesheet)["rules_map"].fget

_WITH_EFFECT: Final = frozenset({"display", "layout", "overflow_x", "overflow_y", "pointer"})
"""Rules that do more when they are set than to be kept, or that widgets must not share."""


@dataclass
class _Held:
    """The rules that hold for a node, if any, and what it looks out for."""

    rules: RulesMap | None
    looks_out: dict[str, bool]

    @cached_property
    def kept(self) -> dict[str, Any]:
        """The rules as a node keeps them, but for those that have an effect."""
        first = DOMNode()
        _replace_rules(first, self.rules or RulesMap())
        kept = first.styles.base.get_rules()
        return {name: rule for name, rule in kept.items() if name not in _WITH_EFFECT}


_Found = dict[Hashable, _Held]
"""What holds for nodes, by all that rules look at."""

_MAPS: Final[dict[Hashable, _RuleMap]] = {}
"""Rules by their selectors, by what rules they are: each kind of widget that is new has Textual map
all of them anew."""
_FOUND: Final[dict[int, _Found]] = {}
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
    self: Stylesheet,
    node: DOMNode,
    *,
    animate: bool = False,
    cache: dict[Any, Any] | None = None,
) -> None:
    found = _found_by(self)
    # What Textual would keep there for as long is not needed.
    key = _path(node, {} if cache is None else cache)
    of_node = vars(node)
    of_node["_seen_as"] = id(found), key
    held = found.get(key)
    if held is None:
        held = _applied(self, node, animate)
        if not _asks_for_places(self, node):
            found[key] = held
        return
    of_node.update(held.looks_out)
    if held.rules is not None and of_node.get("_has_rules") is not held.rules:
        if animate or node.styles.base._rules:
            self.replace_rules(node, held.rules, animate=animate)
        else:
            of_node["_has_rules"] = held.rules
            _begin(node, held)
    elif held.rules is not None and not animate:
        node.notify_style_update()
    self._process_component_classes(node)


def _applied(stylesheet: Stylesheet, node: DOMNode, animate: bool = False) -> _Held:
    """Have Textual find what holds for a node; what that was."""
    of_node = vars(node)
    of_node["_has_rules"] = None
    _apply(stylesheet, node, animate=animate)
    return _Held(of_node["_has_rules"], {name: of_node[name] for name in _LOOKS_OUT})


def _begin(node: DOMNode, held: _Held) -> None:
    """Give a node its first rules: all at once, as Textual would one by one."""
    base = node.styles.base
    base.merge_rules(cast(RulesMap, held.kept))
    for name, rule in (held.rules or {}).items():
        if name in _WITH_EFFECT:
            setattr(base, name, rule)
    if node._is_mounted:
        node.refresh(layout=True)
    node.notify_style_update()


def _replace_noted(node: DOMNode, rules: RulesMap, animate: bool = False) -> None:
    vars(node)["_has_rules"] = rules
    if animate:
        _replace_rules(node, rules, animate)
        return
    base = node.styles.base
    now = base.get_rules()
    for name in now.keys() | rules.keys():
        # Most stay as they are, of which setting would find out only in the end.
        if now.get(name) != rules.get(name):
            setattr(base, name, rules.get(name))
    node.notify_style_update()


class _Components(dict[str, RenderStyles]):
    """The styles of a widget's components: made when asked for, as few of them ever are."""

    def __init__(self, node: DOMNode, held: dict[str, _Held]) -> None:
        super().__init__()
        self.node = node
        self.held = held

    def __contains__(self, name: object) -> bool:
        return name in self.held

    def __missing__(self, name: str) -> RenderStyles:
        virtual = DOMNode(classes=name)
        virtual._attach(self.node)
        _begin(virtual, self.held[name])
        self[name] = virtual.styles
        return virtual.styles


def _components_found(self: Stylesheet, node: DOMNode) -> None:
    """As Textual does it, but for what is found already, and nothing where nothing changed."""
    names = _component_names(type(node))
    if not names:
        return
    found, now = _found_by(self), vars(node)["_seen_as"]
    before = node._component_styles
    known = isinstance(before, _Components) and vars(node).get("_components_for") == now
    if known and all((now[1], one) in found for one in names):
        return
    held = {}
    for name in names:
        key = now[1], name
        one = found.get(key)
        if one is None:
            virtual = DOMNode(classes=name)
            virtual._attach(node)
            one = _applied(self, virtual)
            if not _asks_for_places(self, virtual):
                found[key] = one
        held[name] = one
    node._component_styles = _Components(node, held)
    rules = before.held if isinstance(before, _Components) else {}
    if any(name not in rules or rules[name].rules != held[name].rules for name in names):
        node.refresh()
    vars(node)["_components_for"] = now


@cache
def _component_names(widget: type[DOMNode]) -> list[str]:
    return sorted(widget._get_component_classes())


def _found_by(stylesheet: Stylesheet) -> _Found:
    """What was found by the rules of a stylesheet as they are now."""
    return _FOUND.setdefault(id(stylesheet.rules_map), {})


def _mapped_once(self: Stylesheet) -> _RuleMap:
    if self._rules_map is None:
        # Rules that were parsed stay, so that no other ones ever get their ids.
        key = tuple(map(id, self.rules))
        if key not in _MAPS:
            _MAPS[key] = _map(self)
        self._rules_map = _MAPS[key]
    return self._rules_map


def _asks_for_places(stylesheet: Stylesheet, node: DOMNode) -> bool:
    """Whether rules that may hold for a node look at its place among others."""
    rules = stylesheet.rules_map
    return any(
        rule.pseudo_classes & _PLACES
        for name in rules.keys() & node._selector_names
        for rule in rules[name]
    )


def _path(node: DOMNode, known: dict[Hashable, Any]) -> tuple[Hashable, ...]:
    """What selectors can look at in a node and all that it is in."""
    path: tuple[Hashable, ...] | None = known.get(node)
    if path is None:
        parent = node._parent
        above = _path(parent, known) if isinstance(parent, DOMNode) else ()
        path = known[node] = (*above, _seen(node))
    return path


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
    Stylesheet.rules_map = property(_mapped_once)  # type: ignore[assignment,method-assign]
    Stylesheet.apply = _apply_found  # type: ignore[method-assign]
    Stylesheet.replace_rules = staticmethod(_replace_noted)  # type: ignore[method-assign]
    Stylesheet._process_component_classes = _components_found  # type: ignore[method-assign]
    # The same hash, without the call into Python that it is for each rule and each widget.
    RuleSet.__hash__ = object.__hash__  # type: ignore[method-assign]
