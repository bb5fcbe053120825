/* The page of the advanced search. What is asked for stands in the address; hits are made of text nodes only. */
(function () {
  "use strict";
  const site = globalThis.gkstd;
  const form = document.getElementById("search");
  if (!form || !site.match) return;
  const $ = (id) => document.getElementById(id);
  const hits = $("hits"), summary = $("summary"), more = $("more"), lists = $("lists");
  const root = document.documentElement.dataset.root || "";
  const FIELDS = ["q", "index", "from", "to", "kind", "domain", "topic", "stage", "body", "level", "channel", "audience", "method", "sort"];
  const PAGE = 20, BUDGET = 12, SLOW = 250;
  let index = null, turn = 0, shown = 0, found = [], asked = null;
  const texts = [];

  // Data

  const fetched = new Map();
  /** Adds a script of the search once and waits until it has handed over its data. */
  function load(name) {
    if (!fetched.has(name)) {
      fetched.set(name, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = root + "search/" + name + ".js";
        script.onload = done;
        script.onerror = () => { fetched.delete(name); failed(new Error(name)); };
        document.head.append(script);
      }));
    }
    return fetched.get(name);
  }

  async function opened() {
    if (index) return index;
    await load("index");
    index = index || site.match.open(site.raw);
    return index;
  }

  /** The folded text of every entry of a piece; folding happens once, a little at a time. */
  async function piece(number) {
    if (texts[number]) return texts[number];
    site.waiting.texts[number] = (raw) => { texts[number] = { raw, folded: [] }; };
    await load("text-" + number);
    const { raw, folded } = texts[number];
    for (let i = folded.length; i < raw.length; i++) {
      folded[i] = raw[i].map((text) => index.fold(text[1])).join("\n");
      if (i % 50 === 49) await breath();
    }
    return texts[number];
  }

  let started = performance.now();
  /** Lets the page draw and listen when this has been at work for a while. */
  function breath() {
    if (performance.now() - started < BUDGET) return null;
    return new Promise((go) => setTimeout(() => { started = performance.now(); go(); }));
  }

  // What is asked for

  const read = () => Object.fromEntries(FIELDS.map((name) => [name, form.elements[name] ? form.elements[name].value.trim() : ""]));

  function fill(values) {
    for (const field of FIELDS.map((name) => form.elements[name]).filter(Boolean)) {
      field.value = values[field.name] || "";
      if (field.selectedIndex < 0) field.selectedIndex = 0; // an old address may ask for what is not offered any more
    }
    if (conditions(values) && innerWidth > 800) $("advanced").open = true;
  }

  /** How many fields narrow the search; said beside “高级搜索”, which stays closed on a phone. */
  const conditions = (values) => FIELDS.filter((name) => !["q", "sort"].includes(name) && values[name]).length;

  const addressed = () => Object.fromEntries(new URLSearchParams(location.search));

  function remember(values, how) {
    const query = new URLSearchParams(FIELDS.filter((name) => values[name]).map((name) => [name, values[name]])).toString();
    try { history[how](null, "", query ? "?" + query : location.pathname); } catch { /* some folders allow no addresses */ }
  }

  /** A test for everything but the words: fields, part of the number, days from and to, both included. */
  function filter(values) {
    const raw = index.raw, tests = [];
    for (const [name, facet] of Object.entries(raw.facets)) {
      if (!values[name]) continue;
      const wanted = facet.values.indexOf(values[name]);
      tests.push((i) => facet.of[i] === wanted || (Array.isArray(facet.of[i]) && facet.of[i].includes(wanted)));
    }
    if (values.kind) tests.push((i) => raw.kinds[raw.kind[i]] === values.kind);
    const number = site.match.bare(index.fold(values.index));
    if (number) tests.push((i) => index.entry(i).bare.includes(number));
    const { from, to } = values;
    if (from) tests.push((i) => raw.date[i] && from.slice(0, raw.date[i].length) <= raw.date[i]);
    if (to) tests.push((i) => raw.date[i] && raw.date[i] <= to.slice(0, raw.date[i].length));
    return (i) => tests.every((test) => test(i));
  }

  // Searching

  async function search(values) {
    const mine = ++turn;
    hits.setAttribute("aria-busy", "true");
    $("conditions").textContent = conditions(values) ? `（${conditions(values)}个条件）` : "";
    const any = FIELDS.some((name) => name !== "sort" && values[name]);
    if (!any) return clear();
    summary.textContent = "正在查找……";
    try {
      await opened();
      const query = index.ask(values.q), passes = filter(values);
      asked = { query, values };
      const scores = new Map(), places = [];
      for (let i = 0; i < index.size; i++) {
        if (passes(i)) { places.push(i); rate(scores, query, i, ""); }
        if (i % 500 === 499) { await breath(); if (mine !== turn) return; }
      }
      if (query.words.length) await readOn(mine, query, places, scores, values);
      if (mine === turn) present(scores, values, true);
    } catch (fault) {
      hits.setAttribute("aria-busy", "false");
      if (mine === turn) summary.textContent = "搜索数据没有读到，请稍后再试，或从下面的目录查找。";
      lists.hidden = false;
      console.error(fault);
    }
  }

  /** The full text, piece by piece; what was found so far is shown when it takes long. */
  async function readOn(mine, query, places, scores, values) {
    let drawn = performance.now() - SLOW + 50;
    for (let number = 0; number < index.raw.starts.length; number++) {
      const first = index.raw.starts[number], next = index.raw.starts[number + 1] ?? Infinity;
      const here = places.filter((i) => i >= first && i < next);
      if (!here.length) continue;
      if (performance.now() - drawn > SLOW && scores.size) { present(scores, values, false); drawn = performance.now(); }
      const { folded } = await piece(number);
      if (mine !== turn) return;
      for (const i of here) rate(scores, query, i, folded[i - first] || "");
      await breath();
    }
  }

  function rate(scores, query, i, text) {
    const score = site.match.judge(query, index.entry(i), text);
    if (score) scores.set(i, score);
  }

  function sorted(scores, order) {
    const raw = index.raw, places = [...scores.keys()].sort((a, b) => a - b);
    const by = (column) => (a, b) => (column[a] === column[b] ? 0 : !column[a] ? 1 : !column[b] ? -1 : column[a] < column[b] ? -1 : 1);
    if (order === "old") return places.sort(by(raw.date));
    if (order === "new") return places.sort((a, b) => (raw.date[a] && raw.date[b] ? by(raw.date)(b, a) : by(raw.date)(a, b)));
    if (order === "number") return places.sort(by(raw.number));
    return places.sort((a, b) => scores.get(b) - scores.get(a));
  }

  // Showing

  function clear() {
    found = [];
    hits.setAttribute("aria-busy", "false");
    hits.replaceChildren();
    summary.textContent = "";
    more.hidden = true;
    lists.hidden = false;
  }

  function present(scores, values, whole) {
    found = sorted(scores, values.sort);
    shown = 0;
    hits.replaceChildren();
    hits.setAttribute("aria-busy", String(!whole));
    const count = whole ? `找到${found.length}条` : `已找到${found.length}条，正在查找全文……`;
    summary.textContent = found.length || !whole ? count : "没有找到。可以减少条件，或换一个说法。";
    lists.hidden = found.length > 0;
    extend();
  }

  function extend() {
    const next = found.slice(shown, shown + PAGE);
    hits.append(...next.map(hit));
    shown += next.length;
    more.hidden = shown >= found.length;
    more.textContent = `再显示${Math.min(PAGE, found.length - shown)}条（共${found.length}条）`;
    return next.length;
  }

  function make(tag, name, ...children) {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...children);
    return element;
  }

  const marked = (pieces) => pieces.map(([text, hit]) => (hit ? make("mark", "", text) : text));
  const marks = (text, query) => marked(site.match.cut(text, site.match.needles(query, index.fold(text)), index.trace));

  function hit(i) {
    const { raw } = index, { query } = asked;
    const link = make("a", "", ...marks(raw.title[i], query));
    link.href = root + raw.path[i];
    const facts = [make("span", "hit-kind", raw.kinds[raw.kind[i]])];
    if (raw.number[i]) facts.push(make("span", "number", ...marks(raw.number[i], query)));
    if (raw.date[i]) facts.push(make("span", "", raw.date[i]));
    for (const name of raw.kind[i] ? ["domain"] : ["domain", "body"]) facts.push(...valued(name, i).map((text) => make("span", "", text)));
    return make("li", "hit", make("h2", "", link), make("p", "hit-facts", ...facts), ...quoted(i, query));
  }

  /** What an entry has in a field, in the words of the form. */
  function valued(name, i) {
    const facet = index.raw.facets[name], select = form.elements[name];
    const titles = select ? new Map(Array.from(select.options, (option) => [option.value, option.text])) : new Map();
    return [facet.of[i]].flat().slice(0, 2).map((place) => titles.get(facet.values[place]) || "").filter(Boolean);
  }

  function quoted(i, query) {
    const { starts } = index.raw;
    const number = starts.findLastIndex ? starts.findLastIndex((start) => start <= i) : starts.filter((start) => start <= i).length - 1;
    const piece = texts[number];
    if (!piece) return [];
    return site.match.passages(query, piece.raw[i - starts[number]] || [], index).map(([label, pieces, anchor]) => {
      const name = make(anchor ? "a" : "span", "hit-label", label);
      if (anchor) name.href = root + index.raw.path[i].split("#")[0] + "#" + anchor;
      return make("p", "hit-text", name, ...marked(pieces));
    });
  }

  // Listening

  let later = 0;
  function soon() {
    hits.setAttribute("aria-busy", "true");
    clearTimeout(later);
    later = setTimeout(() => { const values = read(); remember(values, "replaceState"); search(values); }, 200);
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(later);
    const values = read();
    remember(values, "pushState");
    search(values);
  });
  form.addEventListener("input", (event) => { if (!event.isComposing) soon(); });
  form.addEventListener("compositionend", soon);
  $("clear").addEventListener("click", () => { form.reset(); fill({}); remember({}, "pushState"); search(read()); form.elements.q.focus(); });
  more.addEventListener("click", () => {
    const place = shown;
    extend();
    hits.children[place].querySelector("a").focus();
  });
  addEventListener("popstate", () => { fill(addressed()); search(read()); });

  form.hidden = false;
  fill(addressed());
  search(read());
  opened().catch(() => {}); // so that the first hits need not wait; a search says when it fails
})();
