"""Counts with networkx and scipy what kg counted, from the graph that kg exported."""
import json
import sys

import networkx as nx
import numpy as np
from scipy import stats

data = json.load(open(sys.argv[1]))
nodes = data["nodes"]
graph = nx.Graph()
graph.add_nodes_from(range(nodes))
for a, b, w in data["edges"]:
    graph.add_edge(a, b, weight=w, length=1 / w)

pagerank = nx.pagerank(graph, alpha=0.85, weight="weight", tol=1e-12, max_iter=1000)
betweenness = nx.betweenness_centrality(graph, normalized=True)
groups = {}
for node, group in enumerate(data["groups"]):
    groups.setdefault(group, set()).add(node)
louvain = nx.community.louvain_communities(graph, weight="weight", seed=1)

paths = []
for a, b, count in data["pairs"]:
    if not nx.has_path(graph, a, b):
        paths.append([])
        continue
    found = []
    for path in nx.shortest_simple_paths(graph, a, b, weight="length"):
        found.append(nx.path_weight(graph, path, "length"))
        if len(found) == count:
            break
    paths.append(found)


def association(both, a, b, n):
    table = np.array([[both, a - both], [b - both, n - a - b + both]], dtype=float)
    g, p, _, _ = stats.chi2_contingency(table, correction=False, lambda_="log-likelihood")
    return [float(g), float(p), both / (a + b - both)]


def trend(totals, counts):
    scores = np.repeat(np.arange(len(totals)), totals)
    named = np.concatenate([np.repeat([1, 0], [k, n - k]) for n, k in zip(totals, counts)])
    r = stats.pearsonr(scores, named).statistic
    z2 = len(scores) * r * r
    return [float(np.sign(r) * np.sqrt(z2)), float(stats.chi2.sf(z2, 1))]


def wilson(k, n):
    bounds = stats.binomtest(k, n).proportion_ci(method="wilson")
    return [float(bounds.low), float(bounds.high)]


def similarity(node):
    matrix = nx.to_numpy_array(graph, nodelist=range(nodes), weight="weight")
    sums = matrix.sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        information = np.log(matrix * sums.sum() / np.outer(sums, sums))
    information[~np.isfinite(information)] = 0
    information = np.maximum(information, 0)
    norms = np.linalg.norm(information, axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        cosines = information @ information[node] / (norms * norms[node])
    return [float(x) if np.isfinite(x) else 0.0 for x in cosines]


json.dump(
    {
        "pagerank": [pagerank[i] for i in range(nodes)],
        "betweenness": [betweenness[i] for i in range(nodes)],
        "modularity": nx.community.modularity(graph, groups.values(), weight="weight"),
        "louvain": nx.community.modularity(graph, louvain, weight="weight"),
        "connected": all(nx.is_connected(graph.subgraph(group)) for group in groups.values()),
        "paths": paths,
        "associations": [association(*table) for table in data["tables"]],
        "trends": [trend(*one) for one in data["trends"]],
        "wilson": [wilson(*one) for one in data["proportions"]],
        "adjusted": [float(q) for q in stats.false_discovery_control(data["p"], method="bh")],
        "similarity": similarity(data["node"]),
    },
    sys.stdout,
)
