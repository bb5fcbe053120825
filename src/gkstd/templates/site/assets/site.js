/* Every page: the buttons of the preferences, printing, and the kiosk where it is asked for. Without scripts none is shown. */
(function () {
  "use strict";
  const { prefs } = globalThis.gkstd;
  const page = document.documentElement;
  const dark = () => (page.dataset.theme ? page.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);

  function pressed(button) {
    const { set, value } = button.dataset;
    button.setAttribute("aria-pressed", String(set === "theme" ? dark() : page.dataset[set] === value));
  }

  const buttons = [...document.querySelectorAll("button[data-set]")];
  const refresh = () => buttons.forEach(pressed);
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const { set, value } = button.dataset;
      const on = button.getAttribute("aria-pressed") === "true";
      prefs.set(set, set === "theme" ? (on ? "light" : "dark") : on ? "" : value);
      refresh();
    });
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", refresh);
  addEventListener("storage", refresh);
  refresh();

  for (const button of document.querySelectorAll("button[data-print]")) button.addEventListener("click", () => print());
  for (const part of document.querySelectorAll("[data-with-script]")) part.hidden = false;
  globalThis.gkstd.refresh = refresh;

  /** A table wider than the screen is scrolled by keyboard too. */
  function reach() {
    for (const table of document.querySelectorAll(".clause table, .text table")) {
      if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
      else table.removeAttribute("tabindex");
    }
  }
  reach();
  addEventListener("resize", reach);

  if (page.dataset.kiosk) {
    const script = document.createElement("script");
    script.src = page.dataset.root + "assets/kiosk.js";
    document.head.append(script);
  }
})();
