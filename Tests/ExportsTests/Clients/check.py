"""Loads an export with the program that it is for, and compares it with the database.

    python check.py FORMAT KG.SQLITE EXPORT

Compared are nodes, edges, labels, weights and dates. Exits with 1 and what differs.
"""
import csv
import html
import json
import re
import sqlite3
import sys
import unicodedata

FORMAT, DATABASE, PATH = sys.argv[1:4]
db = sqlite3.connect(DATABASE)


def clean(text):
    """What exports do to names: blanks for controls and marks that turn directions."""
    def is_unsafe(letter):
        code = ord(letter)
        return (code < 0x20 or 0x7F <= code <= 0x9F or 0x2028 <= code <= 0x202E or 0x2066 <= code <= 0x2069
                or code == 0xFEFF or 0xFFF9 <= code <= 0xFFFB or 0xFDD0 <= code <= 0xFDEF
                or code & 0xFFFE == 0xFFFE)
    if not any(map(is_unsafe, text)):
        return text
    return re.sub(" +", " ", "".join(" " if is_unsafe(letter) else letter for letter in text)).strip(" ")


NODES = {}
for key, name, kind, issues, mentions, first, last in db.execute(
        "SELECT key, name, type, issues, mentions, first_date, last_date FROM entities"):
    NODES[clean(key)] = dict(name=clean(name), type=kind, issues=issues, mentions=mentions, first=first, last=last)
EDGES = {}
for a, b, passages, issues, weight, npmi, llr, first, last in db.execute(
        "SELECT x.key, y.key, e.passages, e.issues, e.weight, npmi, llr, e.first_date, e.last_date FROM edges AS e "
        "JOIN entities AS x ON x.id = a_id JOIN entities AS y ON y.id = b_id"):
    EDGES[frozenset((clean(a), clean(b)))] = dict(
        passages=passages, issues=issues, weight=weight, npmi=npmi, llr=llr, first=first, last=last)
RELATIONS = {(clean(s), kind, clean(o)) for s, kind, o in db.execute(
    "SELECT x.key, kind, y.key FROM relations JOIN entities AS x ON x.id = subject_id "
    "JOIN entities AS y ON y.id = object_id")}
assert len(NODES) > 5 and len(EDGES) > 5 and RELATIONS, "the database of the test holds too little"
ODD = next(key for key, node in NODES.items() if all(part in node["name"] for part in '"&<谷🤗'))
errors = []


def same(what, expected, found):
    if expected != found:
        errors.append(f"{what}: expected {expected!r}, found {found!r}")


def read():
    with open(PATH, encoding="utf-8", newline="") as file:
        return file.read()


def compare(nodes, edges, attributes=("type", "issues", "mentions", "first", "last"),
            figures=("passages", "issues", "weight", "npmi", "llr", "first", "last"), plain=lambda name: name):
    """nodes: key -> attributes with name; edges: frozenset of keys -> attributes."""
    same("nodes", sorted(NODES), sorted(nodes))
    same("edges", sorted(map(sorted, EDGES)), sorted(map(sorted, edges)))
    for key, node in NODES.items():
        found = nodes.get(key, {})
        same(f"name of {key}", plain(node["name"]), found.get("name"))
        for name in attributes:
            same(f"{name} of {key}", node[name], found.get(name) or None)
    for pair, edge in EDGES.items():
        found = edges.get(pair, {})
        for name in figures:
            value = found.get(name)
            if isinstance(edge[name], float):
                if value is None or abs(float(value) - edge[name]) > 1e-6:
                    errors.append(f"{name} of {sorted(pair)}: expected {edge[name]}, found {value}")
            else:
                same(f"{name} of {sorted(pair)}", edge[name], value or None)


def from_networkx(graph, key="id", name="label"):
    """A graph of networkx: node identifiers stand in an attribute `key`, or are the keys themselves."""
    keys = {node: data.get(key, node) if key else node for node, data in graph.nodes(data=True)}
    nodes = {keys[node]: dict(data, name=data.get(name, node)) for node, data in graph.nodes(data=True)}
    edges = {frozenset((keys[a], keys[b])): data for a, b, data in graph.edges(data=True)}
    return nodes, edges


def graphml():
    import networkx
    graph = networkx.read_graphml(PATH)
    assert not graph.is_directed()
    compare(*from_networkx(graph, None))
    same("relations", len({frozenset((s, o)) for s, _, o in RELATIONS}),
         sum("relations" in data for _, _, data in graph.edges(data=True)))


def gexf():
    import networkx
    graph = networkx.read_gexf(PATH, version="1.3")
    compare(*from_networkx(graph, None))
    days = {clean(key): dates for key, dates in db.execute(
        "SELECT key, group_concat(DISTINCT date) FROM mentions JOIN entities ON entities.id = entity_id "
        "WHERE date IS NOT NULL GROUP BY key")}
    last = {"01": 31, "02": 29, "03": 31}
    for key, data in graph.nodes(data=True):
        spells = sorted(data.get("spells", []))
        expected = []
        for date in sorted(filter(None, (days.get(key) or "").split(","))):
            if len(date) == 7:
                expected.append((f"{date}-01", f"{date}-{last[date[5:]]}"))
            else:
                expected.append((date, date))
        same(f"spells of {key}", expected, spells)


def json_():
    import networkx
    with open(PATH, encoding="utf-8") as file:
        data = json.load(file)
    graph = networkx.node_link_graph(data, edges="edges")
    compare(*from_networkx(graph, None, "name"))
    same("relations", RELATIONS, {(one["subject"], one["kind"], one["object"]) for one in data["relations"]})
    odd = graph.nodes[ODD]
    same("aliases", sorted(clean(name) for name, in db.execute(
        "SELECT alias FROM aliases JOIN entities ON entities.id = entity_id WHERE key = ? AND alias <> name",
        (ODD,))), odd["aliases"])


def cytoscape():
    import networkx
    with open(PATH, encoding="utf-8") as file:
        graph = networkx.cytoscape_graph(json.load(file))
    nodes, _ = from_networkx(graph, None, "name")
    edges = {frozenset((a, b)): data for a, b, key, data in graph.edges(keys=True, data=True) if key == "co-mention"}
    compare(nodes, edges)
    same("relations", RELATIONS, {(data["source"], key, data["target"])
                                  for _, _, key, data in graph.edges(keys=True, data=True) if key != "co-mention"})


def gml():
    import networkx
    with open(PATH, "rb") as file:
        assert file.read().isascii(), "GML is ASCII"
    graph = networkx.read_gml(PATH, label="id")
    labels = [data["label"] for _, data in graph.nodes(data=True)]
    same("labels", len(labels), len(set(labels)))
    networkx.read_gml(PATH)
    # A name that two nodes bear is told apart by its type.
    nodes = {data["key"]: dict(data, name=re.sub(r" \((model|library|person)\)$", "", data["label"]))
             for _, data in graph.nodes(data=True)}
    keys = {node: data["key"] for node, data in graph.nodes(data=True)}
    compare(nodes, {frozenset((keys[a], keys[b])): data for a, b, data in graph.edges(data=True)})


def pajek():
    import networkx
    graph = networkx.Graph(networkx.read_pajek(PATH))
    plain = lambda name: name.replace('"', "'").replace("\\", "/")
    same("nodes", len(NODES), graph.number_of_nodes())
    same("edges", len(EDGES), graph.number_of_edges())
    names = {key: plain(node["name"]) for key, node in NODES.items()}
    assert names[ODD] in graph, names[ODD]
    unique = {name for name in names.values() if list(names.values()).count(name) == 1}
    for pair, edge in EDGES.items():
        a, b = (names[key] for key in pair)
        if {a, b} <= unique:
            same(f"weight of {a} and {b}", edge["weight"], graph[a][b]["weight"])


def no_formulas(frame):
    for column in frame.columns:
        for value in frame[column]:
            assert not (isinstance(value, str) and value[:1] in "=+-@\t\r＝＋－＠" and value), (column, value)


def unguarded(text):
    return text[1:] if text[:2] in ("'=", "'+", "'-", "'@") else text


def csv_():
    import pandas
    read = lambda name: pandas.read_csv(f"{PATH}/{name}", keep_default_na=False)
    nodes, edges = read("nodes.csv"), read("edges.csv")
    same("heads", ["Id", "Label", "Type"], list(nodes.columns[:3]))
    same("heads", ["Source", "Target", "Type", "Weight"], list(edges.columns[:4]))
    no_formulas(nodes), no_formulas(edges[["Source", "Target", "Relations"]])
    lower = lambda row: {key.lower(): value for key, value in row.items()}
    pairs = edges[edges.Kind == "co-mention"]
    assert set(pairs.Type) == {"Undirected"}
    compare({row["Id"]: dict(lower(row), name=unguarded(row["Label"])) for row in nodes.to_dict("records")},
            {frozenset((row["Source"], row["Target"])):
             {name: int(value) if name in ("passages", "issues") else value for name, value in lower(row).items()}
             for row in pairs.to_dict("records")})
    stated = edges[edges.Kind != "co-mention"]
    assert set(stated.Type) == {"Directed"}
    same("relations", RELATIONS, set(zip(stated.Source, stated.Kind, stated.Target)))


def neo4j():
    with open(f"{PATH}/nodes.csv", encoding="utf-8", newline="") as file:
        nodes = list(csv.DictReader(file))
    with open(f"{PATH}/relationships.csv", encoding="utf-8", newline="") as file:
        edges = list(csv.DictReader(file))
    for head in list(nodes[0]) + list(edges[0]):
        assert re.fullmatch(r"(\w+)?(:(ID|LABEL|START_ID|END_ID|TYPE|int|double|string\[\]))?", head), head
    pairs = [row for row in edges if row[":TYPE"] == "NAMED_WITH"]
    number = lambda row: {name.split(":")[0]: int(value) if name.endswith(":int") else value
                          for name, value in row.items() if not name.startswith(":")}
    compare({row["id:ID"]: dict(number(row), name=unguarded(row["name"]),
                                type=row[":LABEL"].split(";")[1].lower()) for row in nodes},
            {frozenset((row[":START_ID"], row[":END_ID"])): number(row) for row in pairs})
    same("relations", {(s, kind.upper().replace(" ", "_"), o) for s, kind, o in RELATIONS},
         {(row[":START_ID"], row[":TYPE"], row[":END_ID"]) for row in edges if row not in pairs})


def cypher():
    """The grammar is openCypher's own; constraints are not part of it."""
    from antlr4 import CommonTokenStream, InputStream
    from antlr4.error.ErrorListener import ErrorListener
    from antlr4_cypher import CypherLexer, CypherParser

    class Strict(ErrorListener):
        def syntaxError(self, recognizer, symbol, line, column, message, error):
            errors.append(f"{line}:{column}: {message}")

    nodes, edges, relations = {}, {}, set()
    constraint, rest = read().split("\n", 1)
    assert re.fullmatch(r"CREATE CONSTRAINT kg_entity IF NOT EXISTS FOR \(n:Entity\) REQUIRE n.id IS UNIQUE;", constraint)
    for statement in rest.split(";\n"):
        if not statement:
            continue
        lexer = CypherLexer(InputStream(statement + ";"))
        parser = CypherParser(CommonTokenStream(lexer))
        for part in (lexer, parser):
            part.removeErrorListeners()
            part.addErrorListener(Strict())
        tree = parser.script()
        unwind = next(walk(tree, "UnwindStContext"))
        rows = [value_of(entry) for entry in children(next(walk(unwind, "ListLitContext")), "ExpressionContext")]
        if "SET n:" in statement:
            for row in rows:
                nodes[row["id"]] = row
        elif "NAMED_WITH" in statement:
            for row in rows:
                edges[frozenset((row["a"], row["b"]))] = row["properties"]
        else:
            kind = re.search(r"MERGE \(a\)-\[:(\w+)\]->\(b\)", statement)[1]
            relations |= {(row["a"], kind, row["b"]) for row in rows}
    compare(nodes, edges)
    same("relations", {(s, kind.upper().replace(" ", "_"), o) for s, kind, o in RELATIONS}, relations)


def turtle():
    import rdflib
    graph = rdflib.Graph()
    graph.parse(PATH, format="turtle")
    check_rdf(graph)


def jsonld():
    import rdflib
    from rdflib.compare import to_canonical_graph
    graph = rdflib.Graph()
    graph.parse(PATH, format="json-ld")
    check_rdf(graph)
    turtle = rdflib.Graph()
    turtle.parse(PATH.replace("jsonld", "turtle"), format="turtle")
    same("triples", len(turtle), len(graph))
    for triple in (turtle ^ graph):
        errors.append(f"only in one of Turtle and JSON-LD: {triple}")


def check_rdf(graph):
    from rdflib import Namespace, RDF, URIRef
    from rdflib.namespace import PROV, SKOS
    schema, kg = Namespace("https://schema.org/"), Namespace("urn:kg:vocabulary:")
    keys = {node: str(key) for node, key in graph.subject_objects(SKOS.notation)}
    value = lambda subject, predicate: (graph.value(subject, predicate) or type("", (), {"toPython": lambda s: None})())
    plain = lambda subject, predicate: (lambda v: None if v is None else str(v) if "Year" in str(v.datatype)
                                        or "date" in str(v.datatype) else v.toPython())(graph.value(subject, predicate))
    kinds = {kg[kind.capitalize()]: kind for kind in
             ("model", "library", "dataset", "paper", "person", "organization", "venue")}
    nodes = {}
    for node, key in keys.items():
        nodes[key] = dict(
            name=plain(node, SKOS.prefLabel), issues=plain(node, kg.issues), mentions=plain(node, kg.mentions),
            first=plain(node, kg["first"]), last=plain(node, kg.last),
            type=next(kinds[kind] for kind in graph.objects(node, RDF.type) if kind in kinds))
        assert (node, RDF.type, SKOS.Concept) in graph
    edges = {}
    for edge in graph.subjects(RDF.type, kg.CoMention):
        ends = frozenset(keys[end] for end in graph.objects(edge, kg.of))
        edges[ends] = {name: plain(edge, kg[name]) for name in
                       ("passages", "issues", "weight", "npmi", "llr", "first", "last")}
        sources = list(graph.objects(edge, PROV.wasDerivedFrom))
        assert sources, f"{edge} has no evidence"
        for source in sources:
            assert graph.value(source, schema.text) and graph.value(source, PROV.wasQuotedFrom), source
    compare(nodes, edges)
    languages = {(clean(name), language) for name, language in db.execute(
        "SELECT alias, language FROM aliases WHERE language IS NOT NULL AND alias <> entity")}
    assert languages
    same("languages of aliases", languages,
         {(str(label), label.language) for label in graph.objects(None, SKOS.altLabel) if label.language})
    same("relations", {(s, o) for s, _, o in RELATIONS},
         {(keys[graph.value(one, RDF.subject)], keys[graph.value(one, RDF.object)])
          for one in graph.subjects(RDF.type, RDF.Statement)})
    for subject, predicate, object in graph:
        for term in (subject, predicate, object):
            if isinstance(term, URIRef):
                assert re.fullmatch(r"[a-z]+:[!-~]+", term) and not re.search(r'[<>"{}|\\^`]', term), term


def dot():
    import pydot
    graph, = pydot.graph_from_dot_data(read())
    bare = lambda text: text[1:-1].replace('\\"', '"').replace("\\\\", "\\") if text.startswith('"') else text
    values = lambda thing: {name: bare(value) for name, value in thing.get_attributes().items()}
    numbers = lambda data: {name: int(value) if name in ("issues", "mentions", "passages") else value
                            for name, value in data.items()}
    nodes = {bare(node.get_name()): dict(numbers(values(node)), name=values(node).get("label"))
             for node in graph.get_nodes() if node.get_name() != "node"}
    edges, relations = {}, set()
    for edge in graph.get_edges():
        a, b = bare(edge.get_source()), bare(edge.get_destination())
        if "dir" in values(edge):
            relations.add((a, values(edge)["label"], b))
        else:
            edges[frozenset((a, b))] = numbers(values(edge))
    compare(nodes, edges)
    same("relations", RELATIONS, relations)


def mermaid():
    import mermaidx
    text = read()
    assert len(text.encode("utf-16-le")) // 2 <= 50_000
    labels = {}
    for name, label in re.findall(r'^  (n\d+)\["(.*)"\]:::\w+$', text, re.M):
        assert not re.search(r'[<>"&`]', label), label
        labels[name] = re.sub(r"#(\d+);", lambda code: chr(int(code[1])), label)
    same("names", sorted(node["name"] for node in NODES.values()), sorted(labels.values()))
    pairs = re.findall(r"^  (n\d+) ---\|(\d+)\| (n\d+)$", text, re.M)
    same("edges", sorted((sorted(NODES[key]["name"] for key in pair), edge["passages"]) for pair, edge in EDGES.items()),
         sorted((sorted((labels[a], labels[b])), int(passages)) for a, passages, b in pairs))
    same("relations", sorted((NODES[s]["name"], kind, NODES[o]["name"]) for s, kind, o in RELATIONS),
         sorted((labels[s], kind, labels[o]) for s, kind, o in re.findall(r'^  (n\d+) -->\|"(.*)"\| (n\d+)$', text, re.M)))
    # Mermaid itself draws it.
    picture = mermaidx.render(text).svg()
    assert "<svg" in picture and "Syntax error" not in picture
    shown = html.unescape(re.sub(r"<[^>]*>", "", picture))
    assert "谷歌" in shown and "🤗" in shown, "the odd name is not in Mermaid's picture"
    assert "<script" not in picture


def papers():
    return {name: {i for i, in db.execute("SELECT identity FROM identities WHERE entity_id = ?", (id,))}
            for id, name in db.execute("SELECT id, name FROM entities WHERE type = 'paper'")}


def bibtex():
    from pybtex.database import parse_string
    from pylatexenc.latex2text import LatexNodes2Text
    data = parse_string(read(), "bibtex")
    plain = lambda text: re.sub(r"\s+", " ", LatexNodes2Text(keep_comments=True).latex_to_text(text)).strip()
    same("titles", sorted(clean(name) for name in papers()),
         sorted(plain(entry.fields["title"].strip("{}")) for entry in data.entries.values()))
    by_eprint = {entry.fields["eprint"]: entry for entry in data.entries.values() if "eprint" in entry.fields}
    entry = by_eprint["1810.04805"]
    same("key", "arxiv:1810.04805", entry.key)
    same("date", ("2018", "October"), (entry.fields["year"], entry.fields["month"]))
    same("authors", ["Yoshua Bengio"], [str(person) for person in
                                        (" ".join(p.first_names + p.last_names) for p in entry.persons["author"])])
    import bibtexparser
    library = bibtexparser.parse_string(read())
    same("what bibtexparser could not read", [], [block.raw for block in library.failed_blocks])
    same("entries", len(papers()), len(library.entries))


def csl():
    with open(PATH, encoding="utf-8") as file:
        items = json.load(file)
    same("titles", sorted(clean(name) for name in papers()), sorted(item["title"] for item in items))
    same("keys", len(items), len({item["id"] for item in items}))
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON
    bibliography = CitationStylesBibliography(
        CitationStylesStyle("harvard-cite-them-right", validate=False), CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    shown = [str(entry) for entry in bibliography.bibliography()]
    same("references", len(items), len(shown))
    bert = next(text for text in shown if "Pre-training" in text)
    assert "Bengio" in bert and "2018" in bert, bert


def obsidian():
    import os
    import yaml
    names, notes = set(), {}
    for folder, _, files in os.walk(PATH):
        for name in files:
            assert name.endswith(".md")
            stem = name[:-3]
            assert not re.search(r'[\\/:*?"<>|#^\[\]%\x00-\x1f]', stem), stem
            assert stem == stem.strip(". ") and len(name.encode()) <= 140, stem
            assert stem.split(".")[0].upper() not in ("CON", "PRN", "AUX", "NUL", "COM1", "LPT1"), stem
            folded = unicodedata.normalize("NFKD", stem).casefold()
            assert folded not in names, f"two files {stem}"
            names.add(folded)
            if folder != PATH:
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    notes[stem] = file.read()
    same("notes", len(NODES), len(notes))
    heads = {stem: yaml.safe_load(text.split("---\n")[1]) for stem, text in notes.items()}
    files = {head["id"]: stem for stem, head in heads.items()}
    nodes, edges = {}, {}
    for stem, text in notes.items():
        head = heads[stem]
        nodes[head["id"]] = dict(head, name=head["aliases"][0], first=str(head.get("first") or "") or None,
                                 last=str(head.get("last") or "") or None)
        for target, passages, issues in re.findall(
                r"^- \[\[([^\]|]+)(?:\|[^\]|]+)?\]\] \(\w+\): (\d+) passages? in (\d+) issues?$", text, re.M):
            assert target in notes, f"a link to nowhere: {target}"
            edges[frozenset((head["id"], heads[target]["id"]))] = dict(passages=int(passages), issues=int(issues))
        assert "## Evidence" in text
        assert not re.search(r"(?<!\\)<(?!https?:)", text.split("---\n", 2)[2]), f"HTML in {stem}"
    compare(nodes, edges, figures=("passages", "issues"))


def children(tree, kind):
    """The nearest contexts of a kind below a list."""
    for child in tree.getChildren() if hasattr(tree, "getChildren") else ():
        if type(child).__name__ == kind:
            yield child
        else:
            yield from children(child, kind)


def walk(tree, kind):
    if type(tree).__name__ == kind:
        yield tree
    for child in tree.getChildren() if hasattr(tree, "getChildren") else ():
        yield from walk(child, kind)


def value_of(tree):
    """A literal of Cypher as Python's."""
    while hasattr(tree, "getChildren"):
        name = type(tree).__name__
        if name == "MapLitContext":
            return {pair.getChild(0).getText(): value_of(list(pair.getChildren())[-1]) for pair in children(tree, "MapPairContext")}
        if name == "ListLitContext":
            return [value_of(entry) for entry in children(tree, "ExpressionContext")]
        text = tree.getText()
        inner = [child for child in tree.getChildren()]
        if len(inner) != 1:
            break
        tree = inner[0]
    text = tree.getText()
    if text[:1] in "'\"":
        return re.sub(r"\\(.)", r"\1", text[1:-1])
    return float(text) if re.search(r"[.eE]", text) else int(text)


{"json": json_, "csv": csv_, "csl-json": csl}.get(FORMAT, globals().get(FORMAT))()
for error in errors[:20]:
    print(error)
sys.exit(1 if errors else 0)
