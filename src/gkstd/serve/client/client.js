/* Added by `gkstd serve` to the pages it shows, never to the files in build/: shows what is wrong with the sources, and loads
   the page anew when a build has changed something of it. Everything is put in as text, so a source cannot become markup. */
(() => {
  "use strict";
  const own = document.currentScript;
  const words = own.dataset.lang === "en"
    ? { stale: "The page is from the last good build.", fresh: "The page is up to date.", hide: "Hide (Esc)", hint: "help", gone: "The preview has ended.", label: "Preview", explain: (code) => `gkstd explain ${code}` }
    : { stale: "页面是上一次编译成功的样子。", fresh: "页面已是最新。", hide: "收起（Esc）", hint: "办法", gone: "预览已结束。", label: "预览", explain: (code) => `gkstd explain ${code}` };
  let build = own.dataset.build;
  let news = null;
  let source = null;

  /** Paths of this page and of all it has loaded, as the builder calls them. */
  function parts() {
    const path = (address) => {
      const url = new URL(address, location.href);
      if (url.origin !== location.origin) return "";
      const name = decodeURIComponent(url.pathname).slice(1);
      return name === "" || name.endsWith("/") ? name + "index.html" : name;
    };
    return new Set([location.href, ...performance.getEntriesByType("resource").map((entry) => entry.name)].map(path));
  }

  function element(name, text, kind) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }

  const host = element("div");
  host.id = "gkstd-preview";
  const room = host.attachShadow({ mode: "open" });
  const sheet = element("link");
  sheet.rel = "stylesheet";
  sheet.href = "/.gkstd/client.css";
  const panel = element("section", "", "panel");
  panel.setAttribute("role", "region");
  panel.setAttribute("aria-label", words.label);
  panel.setAttribute("aria-live", "polite");
  const pill = element("button", "", "pill");
  pill.type = "button";
  room.append(sheet, panel, pill);

  function problem(one) {
    const item = element("li", "", one.severity);
    const head = element("h2");
    head.append(element("span", one.word, "word"), element("code", one.code), element("span", one.name, "name"));
    item.append(head, element("p", one.message, "message"));
    if (one.place) item.append(element("p", one.place, "place"));
    if (one.lead || one.marked || one.tail) {
      const line = element("pre");
      line.append(one.lead, element("mark", one.marked || " "), one.tail);
      item.append(line);
    }
    for (const [place, text] of one.labels) item.append(element("p", `${place} ${text}`, "label"));
    for (const hint of one.hints) {
      const line = element("p", "", "hint");
      line.append(element("b", words.hint), hint);
      item.append(line);
    }
    item.append(element("p", words.explain(one.code), "explain"));
    return item;
  }

  function open(wanted) {
    panel.hidden = !wanted;
    pill.hidden = wanted || !pill.textContent;
  }

  function show() {
    const { problems, summary, stale } = news;
    pill.textContent = summary;
    pill.className = problems.some((one) => one.severity === "error") ? "pill error" : "pill";
    panel.replaceChildren();
    if (problems.length) {
      const head = element("header");
      const hide = element("button", words.hide);
      hide.type = "button";
      hide.addEventListener("click", () => { open(false); pill.focus(); });
      head.append(element("h1", summary), element("p", stale ? words.stale : words.fresh), hide);
      const list = element("ol");
      list.append(...problems.map(problem));
      panel.append(head, list);
    }
    open(stale && problems.length > 0);
  }

  function told(event) {
    const before = news;
    news = JSON.parse(event.data);
    build = news.build;
    const mine = parts();
    if (news.changed === null || news.changed.some((path) => mine.has(path))) location.reload();
    else if (!before || JSON.stringify([before.problems, before.stale]) !== JSON.stringify([news.problems, news.stale]) || pill.className === "pill gone") show();
  }

  /** A hidden tab holds no connection, since a browser allows six; when it is looked at again, it asks what it missed. */
  function listen() {
    if (document.hidden) {
      source?.close();
      source = null;
    } else if (!source) {
      source = new EventSource("/.gkstd/events?" + build);
      source.addEventListener("message", told);
      source.addEventListener("error", () => {
        pill.textContent = words.gone;
        pill.className = "pill gone";
        if (panel.hidden || !panel.childElementCount) open(false);
      });
    }
  }

  pill.addEventListener("click", () => { if (panel.childElementCount) open(true); });
  addEventListener("keydown", (event) => { if (event.key === "Escape" && !panel.hidden) open(false); });
  addEventListener("pagehide", () => { source?.close(); source = null; });
  addEventListener("pageshow", listen);
  document.addEventListener("visibilitychange", listen);
  open(false);
  document.body.append(host);
  listen();
})();
