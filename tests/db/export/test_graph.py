"""Networks in files that other programs read."""

from __future__ import annotations

import io
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from sqlalchemy import Engine

from db.analysis.graph import Edge, Graph, Node, read_graph
from db.export.errors import ExportError
from db.export.graph import graph_format_of, write_graph
from db.query.model import ClaimQuery
from tests.db.comparison import topical
from tests.db.conftest import Filled

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
GEXF = "{http://gexf.net/1.3}"
ODD = Graph(
    (Node("e1", 'A & "B" <c> \x00\x1b', "speaker", 2), Node("p1", "quays", "topic", 2)),
    (Edge("e1", "p1", 2),),
    1,
    1,
)


def written(graph: Graph, form: str) -> Element:
    out = io.StringIO()
    write_graph(graph, out, form)
    return fromstring(out.getvalue().partition("\n")[2])


@pytest.fixture
def harbour(shared: Filled) -> Engine:
    return shared(topical.harbour)


def test_graphml_declares_each_attribute_and_each_end_is_a_node(harbour: Engine) -> None:
    root = written(read_graph(harbour, ClaimQuery(), "topic", 99), "graphml")
    assert root.tag == f"{GRAPHML}graphml"
    keys = {key.get("id"): key.get("attr.type") for key in root.iter(f"{GRAPHML}key")}
    assert keys == {"label": "string", "kind": "string", "claims": "long", "weight": "double"}
    assert {data.get("key") for data in root.iter(f"{GRAPHML}data")} == set(keys)
    nodes = {node.get("id") for node in root.iter(f"{GRAPHML}node")}
    edges = [*root.iter(f"{GRAPHML}edge")]
    assert len(nodes) == 3
    assert {end for edge in edges for end in (edge.get("source"), edge.get("target"))} == nodes
    assert [data.text for edge in edges for data in edge] == ["3", "1"]


def test_gexf_declares_each_attribute_and_each_end_is_a_node(harbour: Engine) -> None:
    root = written(read_graph(harbour, ClaimQuery(), "topic", 99), "gexf")
    assert (root.tag, root.get("version")) == (f"{GEXF}gexf", "1.3")
    declared = {one.get("id") for one in root.iter(f"{GEXF}attribute")}
    assert {value.get("for") for value in root.iter(f"{GEXF}attvalue")} == declared
    nodes = {node.get("id"): node.get("label") for node in root.iter(f"{GEXF}node")}
    edges = [*root.iter(f"{GEXF}edge")]
    assert sorted(filter(None, nodes.values())) == ["Ada Lund", "dredgers", "harbour tunnels"]
    assert {end for edge in edges for end in (edge.get("source"), edge.get("target"))} == {*nodes}
    assert [edge.get("weight") for edge in edges] == ["3", "1"]


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_what_xml_cannot_hold_is_replaced_and_the_rest_kept(form: str) -> None:
    root = written(ODD, form)
    label = 'A & "B" <c> \ufffd\ufffd'
    assert label in {*root.itertext(), *(node.get("label") for node in root.iter())}


def test_the_format_is_that_of_the_name() -> None:
    assert graph_format_of(Path("A.GEXF")) == "gexf"
    with pytest.raises(ExportError, match=r"net\.csv: a network is written to"):
        graph_format_of("net.csv")
