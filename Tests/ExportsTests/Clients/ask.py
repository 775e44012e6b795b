"""Asks Datasette all named queries, without a server, and compares its answers with SQLite's own.

    python ask.py KG.SQLITE METADATA.JSON QUERIES

Exits with 1 and what differs.
"""
import asyncio
import json
import re
import sqlite3
import sys
from pathlib import Path

from datasette.app import Datasette

DATABASE, METADATA, QUERIES = sys.argv[1:4]
db = sqlite3.connect(DATABASE)
errors = []


def answer(sql, values):
    names = set(re.findall(r":([a-z_]+)", re.sub(r"--.*", "", sql)))
    rows = db.execute(sql, {name: values.get(name) for name in names}).fetchall()
    return names, [[value for value in row] for row in rows]


async def main():
    metadata = json.loads(Path(METADATA).read_text())
    datasette = Datasette([DATABASE], metadata=metadata, settings={"max_returned_rows": 10_000, "sql_time_limit_ms": 20_000})
    queries = sorted(Path(QUERIES).glob("*.sql"))
    assert len(queries) >= 10
    for path in queries:
        sql = path.read_text()
        names, rows = answer(sql, {})
        values = {name: 1 for name in names if name.startswith(("min_", "limit"))}
        for given in ({}, values):
            fields = {name: str(given.get(name, "")) for name in names}
            response = await datasette.client.get(f"/kg/{path.stem}.json", params=dict(fields, _shape="arrays"))
            found = response.json()
            if response.status_code != 200 or found.get("rows") != answer(sql, given)[1]:
                errors.append(f"{path.stem} {given}: {str(found)[:300]}")
    page = (await datasette.client.get("/kg/recurring-tools")).text
    assert 'name="min_issues"' in page and "Tools named in several issues" in page
    tables = (await datasette.client.get("/kg.json")).json()
    shown = [table["name"] for table in tables["tables"] if not table["hidden"]]
    assert not shown, f"tables behind the views are shown: {shown}"
    assert {"entities", "edges", "mentions"} <= {view["name"] for view in tables["views"]}


asyncio.run(main())
for error in errors:
    print(error)
sys.exit(1 if errors else 0)
