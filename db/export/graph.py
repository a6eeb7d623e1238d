"""Networks as GraphML and GEXF, which programs for networks read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, TextIO
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from db.analysis.graph import Graph
from db.export.errors import NotOfferedError

GRAPH_FORMATS: Final = ("graphml", "gexf")

_GRAPHML: Final = "http://graphml.graphdrawing.org/xmlns"
_GEXF: Final = "http://gexf.net/1.3"
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may have, escaped or not."""


def graph_format_of(path: Path | str) -> str:
    """The format that a file's name asks for.

    Raises:
        NotOfferedError: It asks for none that a network can be written in.
    """
    suffix = Path(path).suffix.lower().removeprefix(".")
    if suffix not in GRAPH_FORMATS:
        raise NotOfferedError(f"{path}: a network is written to a .graphml or .gexf file")
    return suffix


def write_graph(graph: Graph, out: TextIO, form: str) -> None:
    """Write a network.

    Args:
        graph: The network.
        out: An open text stream.
        form: One of `GRAPH_FORMATS`.
    """
    root = _graphml(graph) if form == "graphml" else _gexf(graph)
    indent(root)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(tostring(root, encoding="unicode") + "\n")


def _graphml(graph: Graph) -> Element:
    root = Element("graphml", xmlns=_GRAPHML)
    attributes = [("label", "string"), ("kind", "string"), ("claims", "long")]
    for name, kind in attributes:
        SubElement(root, "key", {"id": name, "for": "node", "attr.name": name, "attr.type": kind})
    weight = {"id": "weight", "for": "edge", "attr.name": "weight", "attr.type": "double"}
    SubElement(root, "key", weight)
    body = SubElement(root, "graph", id="claims", edgedefault="undirected")
    for node in graph.nodes:
        one = SubElement(body, "node", id=node.id)
        for name, _ in attributes:
            SubElement(one, "data", key=name).text = _clean(str(getattr(node, name)))
    for number, edge in enumerate(graph.edges):
        ends = {"id": f"edge{number}", "source": edge.source, "target": edge.target}
        SubElement(SubElement(body, "edge", ends), "data", key="weight").text = str(edge.claims)
    return root


def _gexf(graph: Graph) -> Element:
    root = Element("gexf", xmlns=_GEXF, version="1.3")
    body = SubElement(root, "graph", mode="static", defaultedgetype="undirected")
    declared = SubElement(body, "attributes", {"class": "node"})
    SubElement(declared, "attribute", id="kind", title="kind", type="string")
    SubElement(declared, "attribute", id="claims", title="claims", type="long")
    nodes, edges = SubElement(body, "nodes"), SubElement(body, "edges")
    for node in graph.nodes:
        one = SubElement(nodes, "node", id=node.id, label=_clean(node.label))
        values = SubElement(one, "attvalues")
        SubElement(values, "attvalue", {"for": "kind", "value": node.kind})
        SubElement(values, "attvalue", {"for": "claims", "value": str(node.claims)})
    for number, edge in enumerate(graph.edges):
        ends = {"source": edge.source, "target": edge.target}
        SubElement(edges, "edge", ends, id=f"edge{number}", weight=str(edge.claims))
    return root


def _clean(label: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", label)
