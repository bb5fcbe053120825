/* Preferences, before anything is drawn: view (elder), size (large), theme (dark, light), kiosk. They stay on this device. */
(function () {
  "use strict";
  const page = document.documentElement;
  const KNOWN = { view: ["elder"], size: ["large"], theme: ["dark", "light"], kiosk: ["on"] };
  const stores = ["localStorage", "sessionStorage"];

  function each(use) {
    for (const name of stores) {
      try { const found = use(globalThis[name]); if (found) return found; } catch { /* storage may be forbidden */ }
    }
    return null;
  }

  const get = (name) => each((store) => store.getItem("gkstd." + name));
  function set(name, value) {
    each((store) => { if (value) store.setItem("gkstd." + name, value); else store.removeItem("gkstd." + name); });
    show(name, value);
  }
  function show(name, value) {
    if (KNOWN[name].includes(value)) page.dataset[name] = value;
    else delete page.dataset[name];
  }

  for (const name of Object.keys(KNOWN)) show(name, get(name));
  const asked = new URLSearchParams(location.search);
  if (asked.has("kiosk")) set("kiosk", ["0", "off"].includes(asked.get("kiosk")) ? "" : "on");
  if (asked.has("elder")) set("view", ["0", "off"].includes(asked.get("elder")) ? "" : "elder");
  if (page.dataset.kiosk) {
    const sheet = document.createElement("link");
    Object.assign(sheet, { rel: "stylesheet", blocking: "render", href: page.dataset.root + "assets/kiosk.css" });
    document.head.append(sheet);
  }
  page.dataset.script = "on";
  globalThis.gkstd = { prefs: { get, set, names: Object.keys(KNOWN) } };
})();
