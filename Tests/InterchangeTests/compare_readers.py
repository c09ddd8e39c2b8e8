"""Checks that NetworkX and igraph see in a GraphML file what a JSON file says is in it.

Arguments: the GraphML file, the JSON file {"nodes": [{"id", "attributes"}], "edges": [{"uid", "source", "target",
"attributes"}]}. Prints each difference and ends with status 1 when there is one.
"""
import json
import math
import sys

import igraph
import networkx

graphml, expected = sys.argv[1], json.load(open(sys.argv[2], encoding="utf-8"))
differences = []


def same(reader, where, wanted, found):
    for key in sorted(set(wanted) | set(found)):
        a, b = wanted.get(key), found.get(key)
        if a is None and (b is None or b == "" or isinstance(b, float) and math.isnan(b)):
            continue  # igraph has no absent values
        if isinstance(a, float) or isinstance(b, float):
            if isinstance(a, (int, float)) and isinstance(b, (int, float)) and float(a) == float(b):
                continue
        if a != b or type(a) is bool and type(b) is not bool:
            differences.append(f"{reader} {where} {key}: {a!r} became {b!r}")


def count(reader, wanted, found):
    if wanted != found:
        differences.append(f"{reader}: {wanted} became {found}")


nx = networkx.read_graphml(graphml, force_multigraph=True)
count("networkx", (True, len(expected["nodes"]), len(expected["edges"])),
      (nx.is_directed(), nx.number_of_nodes(), nx.number_of_edges()))
for node in expected["nodes"]:
    same("networkx", node["id"], node["attributes"], dict(nx.nodes[node["id"]]))
edges = {data["uid"]: (source, target, data) for source, target, data in nx.edges(data=True)}
for edge in expected["edges"]:
    source, target, data = edges[edge["uid"]]
    same("networkx", edge["uid"], {**edge["attributes"], "source": edge["source"], "target": edge["target"]},
         {**data, "source": source, "target": target})

ig = igraph.Graph.Read_GraphML(graphml)
count("igraph", (True, len(expected["nodes"]), len(expected["edges"])), (ig.is_directed(), ig.vcount(), ig.ecount()))
for node, vertex in zip(expected["nodes"], ig.vs):
    same("igraph", node["id"], {**node["attributes"], "id": node["id"]}, vertex.attributes())
for edge, found in zip(expected["edges"], ig.es):
    attributes = found.attributes()
    attributes.pop("id", None)  # igraph 1.0.0 puts node ids here
    same("igraph", edge["uid"], {**edge["attributes"], "source": edge["source"], "target": edge["target"]},
         {**attributes, "source": ig.vs[found.source]["id"], "target": ig.vs[found.target]["id"]})

print("\n".join(differences) or "same")
sys.exit(1 if differences else 0)
