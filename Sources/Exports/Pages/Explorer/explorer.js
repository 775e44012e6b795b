"use strict";
(() => {
  const graph = JSON.parse(document.getElementById("graph").textContent);
  const byId = (id) => document.getElementById(id);
  const query = byId("query"), since = byId("since"), until = byId("until");
  const results = byId("results"), more = byId("more"), status = byId("status"), view = byId("view");
  const siteTitle = document.title;

  // Rows as the file holds them, with names.
  const nodes = graph.nodes.map(([id, name, type, issues, mentions, aliases, addresses, days, passages], index) =>
    ({ index, id, name, type: graph.types[type][0], issues, mentions, aliases, addresses, days, passages, edges: [] }));
  const edges = graph.edges.map(([a, b, passages, issues, days, quotes]) =>
    ({ a, b, passages, issues, days, quotes }));
  edges.forEach((edge) => { nodes[edge.a].edges.push(edge); nodes[edge.b].edges.push(edge); });
  const relations = graph.relations.map(([kind, subject, object, quotes]) => ({ kind, subject, object, quotes }));
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const plural = new Map(graph.types);

  // Case and accents do not count in a search.
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  nodes.forEach((node) => { node.keys = [node.name, ...node.aliases.map(([name]) => name)].map(folded); });

  const counted = (number, word) => `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;
  const address = (...ids) => "#" + ids.map(encodeURIComponent).join("&");

  /// An element with attributes and children; texts become text, never markup.
  const make = (name, attributes = {}, ...children) => {
    const element = ["svg", "g", "rect", "path", "circle", "text", "title"].includes(name) || attributes.svg
      ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key !== "svg" && value !== undefined && value !== null) element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  };
  const dot = (type) => make("span", { class: `dot ${type}`, "aria-hidden": "true" });
  const link = (node, text = node.name) => make("a", { href: address(node.id) }, make("bdi", {}, text));

  // Time: a date counts by as much of it as is known.
  const span = () => ({ since: since.value, until: until.value });
  const isOpen = () => !since.value && !until.value;
  const isWithin = (date, { since, until }) =>
    (!since || date >= since) && (!until || date.slice(0, until.length) <= until);
  /// Passages and issues of some days within the chosen time.
  const within = (days, all) => {
    if (isOpen()) return all;
    const range = span();
    let passages = 0, issues = 0;
    for (let i = 0; i < days.length; i += 3) {
      if (isWithin(graph.dates[days[i]], range)) { passages += days[i + 1]; issues += days[i + 2]; }
    }
    return { passages, issues };
  };
  const figures = (thing) => within(thing.days, { passages: thing.passages, issues: thing.issues });
  const chosenTypes = () => new Set([...document.querySelectorAll("#types input:checked")].map((box) => box.value));

  // Finding names.
  let shown = 100;
  const rank = (node, words) => {
    let best = 0;
    node.keys.forEach((key, index) => {
      const whole = words.join(" ");
      let score = 0;
      if (key === whole) score = 5;
      else if (key.startsWith(whole)) score = 4;
      else if (words.every((word) => key.split(/[\s\-/]+/).some((part) => part.startsWith(word)))) score = 3;
      else if (words.every((word) => key.includes(word))) score = 2;
      if (score && index > 0) score -= 0.5;
      best = Math.max(best, score);
    });
    return best;
  };
  const find = () => {
    const words = folded(query.value).split(/\s+/).filter(Boolean);
    const types = chosenTypes();
    const found = [];
    for (const node of nodes) {
      if (types.size && !types.has(node.type)) continue;
      const issues = figures(node).issues;
      if (!issues && !isOpen()) continue;
      const score = words.length ? rank(node, words) : 1;
      if (score) found.push({ node, score, issues });
    }
    return found.sort((x, y) => y.score - x.score || y.issues - x.issues || y.node.mentions - x.node.mentions
      || x.node.index - y.node.index);
  };
  const listResults = () => {
    const found = find();
    const current = chosen()[0];
    results.replaceChildren(...found.slice(0, shown).map(({ node, issues }) =>
      make("li", {}, make("a", { href: address(node.id), "aria-current": node === current ? "true" : null },
        dot(node.type), make("bdi", { class: "name" }, node.name),
        make("span", { class: "count", title: counted(issues, "issue") }, String(issues))))));
    more.hidden = found.length <= shown;
    const text = `${counted(found.length, "name")}, by number of issues`;
    if (status.textContent !== text) status.textContent = text;
  };

  // Quotations.
  const quotation = (index, marked) => {
    const [issue, line, text, section, marks] = graph.passages[index];
    const [path, title, date, language] = graph.issues[issue];
    const paragraph = make("p", { lang: language, dir: "auto" });
    let end = 0;
    for (let i = 0; i < marks.length; i += 3) {
      if (marks[i] < end) continue;
      paragraph.append(text.slice(end, marks[i]));
      const name = text.slice(marks[i], marks[i + 1]);
      const node = nodes[marks[i + 2]];
      paragraph.append(marked.includes(node) ? make("mark", {}, name) : make("a", { href: address(node.id) }, name));
      end = marks[i + 1];
    }
    paragraph.append(text.slice(end));
    return make("blockquote", {}, paragraph, make("footer", {}, make("cite", {}, make("bdi", {}, title)),
      date ? `, ${date}` : "", section && section !== title ? " · " : "",
      section && section !== title ? make("bdi", {}, section) : "", " · ", make("code", {}, make("bdi", {}, `${path}:${line}`))));
  };
  const quotations = (indexes, total, marked) => {
    const range = span();
    const kept = indexes.filter((index) => isOpen() || isWithin(graph.issues[graph.passages[index][0]][2] || "", range));
    const list = make("div", { class: "quotes" }, ...kept.map((index) => quotation(index, marked)));
    if (!kept.length) list.append(make("p", { class: "note" }, "This file holds no quotation of it in the chosen time."));
    else if (kept.length < total) {
      list.append(make("p", { class: "note" }, `${kept.length} of ${counted(total, "passage")}; all of them: `,
        make("code", {}, `kg evidence ${marked.map((node) => `'${node.id.replaceAll("'", "'\\''")}'`).join(" ")}`)));
    }
    return list;
  };

  // Pictures, as wide as the window lets them be, so that their text can be read.
  const pictureWidth = () => Math.max(320, Math.min(640, (view.clientWidth || 640) - 48));
  const months = () => {
    const known = graph.dates.filter((date) => date.length >= 7).map((date) => date.slice(0, 7));
    if (!known.length) return [];
    const list = [];
    let [year, month] = known[0].split("-").map(Number);
    const last = known[known.length - 1];
    for (;;) {
      const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
      list.push(text);
      if (text >= last || list.length > 1200) return list;
      month += 1;
      if (month > 12) { month = 1; year += 1; }
    }
  };
  const timeline = (node) => {
    const list = months();
    if (list.length < 2) return null;
    const counts = new Map(list.map((month) => [month, 0]));
    for (let i = 0; i < node.days.length; i += 3) {
      const month = graph.dates[node.days[i]].slice(0, 7);
      if (counts.has(month)) counts.set(month, counts.get(month) + node.days[i + 2]);
    }
    const most = Math.max(1, ...counts.values());
    const page = pictureWidth();
    const width = page / list.length, bar = Math.min(36, width * .8);
    const bars = list.map((month, index) => {
      const count = counts.get(month);
      const height = count ? Math.max(3, 48 * count / most) : 0;
      return make("rect", { class: "bar", x: index * width + (width - bar) / 2, y: 50 - height,
        width: bar, height },
        make("title", {}, `${month}: ${counted(count, "issue")}`));
    });
    const label = [...counts].filter(([, count]) => count).map(([month, count]) => `${month} ${count}`).join(", ");
    return make("figure", {}, make("svg", { viewBox: `0 0 ${page} 68`, role: "img", class: node.type,
      "aria-label": `Issues by month: ${label || "none with a month"}` }, ...bars,
      make("text", { class: "axis", x: 0, y: 65 }, list[0]),
      make("text", { class: "axis", x: page, y: 65, "text-anchor": "end" }, list[list.length - 1])),
      make("figcaption", {}, `Issues by month, ${most} at most`));
  };
  const cut = (text, length) => {
    const letters = [...text];
    return letters.length > length ? letters.slice(0, length - 1).join("") + "…" : text;
  };
  /// The name in the middle, neighbours in two arcs beside it: no label can lie on another.
  const map = (node, neighbors) => {
    const drawn = neighbors.slice(0, 14);
    if (drawn.length < 2) return null;
    const rows = Math.ceil(drawn.length / 2);
    const height = Math.max(120, rows * 32 + 16);
    const page = pictureWidth(), middle = page / 2, isNarrow = page < 520;
    const most = Math.max(...drawn.map(({ figures }) => figures.passages));
    const wires = [], spots = [];
    drawn.forEach(({ node: other, figures }, index) => {
      const side = index % 2 ? 1 : -1;
      const row = Math.floor(index / 2), count = side > 0 ? Math.floor(drawn.length / 2) : rows;
      const y = height / 2 + (row - (count - 1) / 2) * 32;
      const x = middle + side * ((isNarrow ? 66 : 110) + (isNarrow ? 22 : 55) * Math.sqrt(Math.max(0, 1 - ((y - height / 2) / (height / 2)) ** 2)));
      wires.push(make("path", { class: "wire", d: `M${middle} ${height / 2} L${x} ${y}`,
        "stroke-width": 1 + 4 * Math.sqrt(figures.passages / most) }));
      spots.push(make("a", { svg: true, href: address(other.id), tabindex: "-1", class: other.type },
        make("circle", { class: "spot", cx: x, cy: y, r: 7 }),
        make("text", { x: x + side * 14, y: y + 4.5, "text-anchor": side > 0 ? "start" : "end" }, cut(other.name, isNarrow ? 11 : 22),
          make("title", {}, `${other.name}: ${counted(figures.passages, "passage")}`))));
    });
    const name = cut(node.name, isNarrow ? 12 : 20);
    const half = Math.max(36, [...name].reduce((sum, letter) => sum + (letter > "\u2e80" ? 7.5 : 4.6), 14));
    return make("figure", {}, make("svg", { viewBox: `0 0 ${page} ${height}`, "aria-hidden": "true", focusable: "false" },
      ...wires, ...spots,
      make("rect", { class: "middle", x: middle - half, y: height / 2 - 16, width: half * 2, height: 32, rx: 16 }),
      make("text", { class: "middle-text", x: middle, y: height / 2 + 4.5, "text-anchor": "middle" }, name)));
  };

  // One name.
  const neighborsOf = (node) => {
    const types = chosenTypes();
    return node.edges.map((edge) => ({ edge, node: nodes[edge.a === node.index ? edge.b : edge.a],
      figures: figures(edge) }))
      .filter(({ node, figures }) => figures.passages && (!types.size || types.has(node.type)))
      .sort((x, y) => y.figures.passages - x.figures.passages || y.figures.issues - x.figures.issues
        || x.node.index - y.node.index);
  };
  const pairRow = (node, { edge, node: other, figures }, open) => {
    const box = make("div", { hidden: "" });
    const toggle = make("button", { type: "button", "aria-expanded": "false" }, "Evidence");
    toggle.setAttribute("aria-label", `Evidence for ${node.name} and ${other.name}`);
    const show = () => {
      if (!box.firstChild) box.append(quotations(edge.quotes, figures.passages, [node, other]));
      box.hidden = !box.hidden;
      toggle.setAttribute("aria-expanded", String(!box.hidden));
    };
    toggle.addEventListener("click", show);
    if (open) show();
    const row = make("li", { class: "pair" }, make("div", {}, dot(other.type),
      make("span", { class: "name" }, link(other), make("span", { class: "note" }, ` ${other.type}`)),
      make("span", { class: "figures" }, `${counted(figures.passages, "passage")} in ${counted(figures.issues, "issue")}`),
      toggle), box);
    return { row, toggle };
  };
  const section = (title, ...children) => make("section", { "aria-label": title }, make("h3", {}, title), ...children);
  const facts = (rows) => make("dl", { class: "facts" }, ...rows.filter(([, value]) => value).flatMap(([name, value]) =>
    [make("dt", {}, name), make("dd", {}, ...[value].flat())]));
  const joined = (elements) => elements.flatMap((element, index) => index ? [", ", element] : [element]);

  const showName = (node, other) => {
    const known = figures(node);
    const dates = [node.days[0], node.days[node.days.length - 3]].map((day) => graph.dates[day]);
    const neighbors = neighborsOf(node);
    const stated = relations.filter(({ subject, object }) => subject === node.index || object === node.index);
    const heading = make("h2", { tabindex: "-1" }, make("bdi", {}, node.name));
    const list = make("ul", {});
    const rest = make("button", { type: "button" }, "Show more");
    let count = 0, opened = null;
    const add = () => {
      for (const neighbor of neighbors.slice(count, count + 50)) {
        const isOther = neighbor.node === other;
        const { row, toggle } = pairRow(node, neighbor, isOther);
        if (isOther) opened = toggle;
        list.append(row);
      }
      count = Math.min(count + 50, neighbors.length);
      rest.hidden = count === neighbors.length;
    };
    add();
    while (other && !opened && count < neighbors.length) add();
    rest.addEventListener("click", () => {
      const first = count;
      add();
      list.children[first]?.querySelector("a")?.focus();
    });
    view.replaceChildren(...[
      make("p", { class: "kind" }, dot(node.type), node.type), heading,
      facts([
        ["Named", `${isOpen() ? counted(node.mentions, "mention") + " in " : ""}${counted(known.issues, "issue")}`
          + (isOpen() ? "" : ` of ${node.issues} in the chosen time`)],
        ["Dates", node.days.length ? (dates[0] === dates[1] ? dates[0] : `${dates[0]} to ${dates[1]}`) : null],
        ["Also called", node.aliases.length ? joined(node.aliases.map(([name, language]) =>
          make("span", {}, make("bdi", { lang: language || null }, name), language ? ` (${language})` : ""))) : null],
        ["Addresses", node.addresses.length ? joined(node.addresses.map(([name, url]) =>
          make("a", { href: url, rel: "noopener noreferrer" }, name))) : null],
      ]),
      timeline(node), map(node, neighbors),
      stated.length ? section("What the texts state", make("ul", {}, ...stated.map(({ kind, subject, object, quotes }) =>
        make("li", { class: "pair" }, make("div", {}, make("span", { class: "name" }, link(nodes[subject]), ` ${kind} `,
          link(nodes[object]))), quotations(quotes, quotes.length, [nodes[subject], nodes[object]]))))) : null,
      neighbors.length ? section(`Named beside (${neighbors.length.toLocaleString("en")})`, list, rest) : null,
      node.passages.length ? section("Quotations", quotations(node.passages, known.passages, [node])) : null,
    ].filter(Boolean));
    document.title = `${node.name} · ${siteTitle}`;
    return opened || heading;
  };

  // Where nobody was chosen: what stands out, by type.
  const showAll = () => {
    const heading = make("h2", { tabindex: "-1" }, "What stands out");
    const pairs = edges.map((edge) => ({ edge, figures: figures(edge) })).filter(({ figures }) => figures.passages)
      .sort((x, y) => y.figures.passages - x.figures.passages || y.figures.issues - x.figures.issues).slice(0, 10);
    const cards = graph.types.map(([type]) => {
      const top = nodes.filter((node) => node.type === type).map((node) => ({ node, issues: figures(node).issues }))
        .filter(({ issues }) => issues).sort((x, y) => y.issues - x.issues || y.node.mentions - x.node.mentions
          || x.node.index - y.node.index).slice(0, 6);
      return top.length ? make("section", { class: "card", "aria-label": plural.get(type) },
        make("h3", {}, dot(type), plural.get(type)[0].toUpperCase() + plural.get(type).slice(1)),
        make("ol", {}, ...top.map(({ node, issues }) => make("li", {}, link(node),
          make("span", { class: "count" }, counted(issues, "issue")))))) : null;
    });
    view.replaceChildren(heading, make("div", { class: "cards" }, ...cards),
      section("Named together most", make("ul", {}, ...pairs.map(({ edge, figures }) => {
        const [a, b] = [nodes[edge.a], nodes[edge.b]];
        return make("li", { class: "pair" }, make("div", {}, make("span", { class: "name" }, dot(a.type), " ", link(a),
          " and ", dot(b.type), " ", link(b)),
          make("span", { class: "figures" }, `${counted(figures.passages, "passage")} in ${counted(figures.issues, "issue")}`),
          make("a", { href: address(a.id, b.id), "aria-label": `Evidence for ${a.name} and ${b.name}` }, "Evidence")));
      }))));
    document.title = siteTitle;
    return heading;
  };

  /// The name in the address, and the one beside it whose evidence is wanted.
  const chosen = () => location.hash.slice(1).split("&").map((part) => {
    try { return nodeOf.get(decodeURIComponent(part)); } catch { return undefined; }
  });
  const show = (moveFocus) => {
    const [node, other] = chosen();
    const target = node ? showName(node, other) : showAll();
    listResults();
    if (!moveFocus) return;
    target.focus({ preventScroll: true });
    if (target.tagName !== "H2") target.scrollIntoView({ block: "center" });
    // In one column the name stands below the list.
    else if (view.offsetLeft < 100) view.scrollIntoView();
    else scrollTo(0, 0);
  };

  // Set-up.
  graph.types.forEach(([type, name]) => {
    const count = nodes.filter((node) => node.type === type).length;
    if (!count) return;
    byId("types").append(make("label", {}, make("input", { type: "checkbox", value: type }), dot(type), `${name} `,
      make("span", { class: "count" }, count.toLocaleString("en"))));
  });
  const periods = months();
  if (periods.length > 1) {
    for (const select of [since, until]) {
      select.append(make("option", { value: "" }, select === since ? "the start" : "the end"),
        ...periods.map((month) => make("option", { value: month }, month)));
    }
  } else byId("time").hidden = true;

  const again = () => { shown = 100; show(false); };
  query.addEventListener("input", () => { shown = 100; listResults(); });
  byId("types").addEventListener("change", again);
  since.addEventListener("change", () => { if (until.value && until.value < since.value) until.value = since.value; again(); });
  until.addEventListener("change", () => { if (until.value && until.value < since.value) since.value = until.value; again(); });
  byId("find").addEventListener("submit", (event) => {
    event.preventDefault();
    results.querySelector("a")?.click();
  });
  more.addEventListener("click", () => {
    const first = shown;
    shown += 100;
    listResults();
    results.children[first]?.querySelector("a")?.focus();
  });
  query.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") { event.preventDefault(); results.querySelector("a")?.focus(); }
  });
  results.addEventListener("keydown", (event) => {
    const links = [...results.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    if (to < 0) query.focus(); else links[Math.min(to, links.length - 1)].focus();
  });
  document.addEventListener("keydown", (event) => {
    const typing = ["INPUT", "SELECT"].includes(document.activeElement?.tagName) && document.activeElement?.type !== "checkbox";
    if ((event.key === "/" && !typing || event.key === "Escape") && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      query.focus();
      query.select();
    }
  });
  byId("skip").addEventListener("click", (event) => { event.preventDefault(); view.focus(); });
  addEventListener("hashchange", () => show(true));
  byId("app").hidden = false;
  show(false);
  // A tablet that is turned, a window that is drawn wider.
  let drawn = pictureWidth();
  addEventListener("resize", () => {
    if (Math.abs(pictureWidth() - drawn) < 80) return;
    drawn = pictureWidth();
    show(false);
  });
})();
