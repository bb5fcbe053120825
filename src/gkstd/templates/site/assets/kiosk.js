/* The kiosk: a bar of large buttons, a keyboard on the screen, back to the start when nobody is there, no way out. */
(function () {
  "use strict";
  const site = globalThis.gkstd;
  const root = document.documentElement.dataset.root || "";
  const HOME = new URL(root + "index.html", location.href).href;
  const INSIDE = new URL(root || "./", location.href).href;
  const IDLE = 90, WARNING = 15;
  const ROWS = ["1234567890", "qwertyuiop", "asdfghjkl-", "zxcvbnm"];

  function make(tag, name, text, click) {
    const element = document.createElement(tag);
    element.className = name;
    element.textContent = text;
    if (tag === "button") element.type = "button";
    if (click) element.addEventListener("click", click);
    return element;
  }

  // The bar

  const bar = make("nav", "kiosk-bar", "");
  bar.setAttribute("aria-label", "查询机");
  const elder = make("button", "", "大字", () => { site.prefs.set("view", site.prefs.get("view") ? "" : "elder"); site.refresh(); told(); });
  const told = () => elder.setAttribute("aria-pressed", String(Boolean(site.prefs.get("view"))));
  told();
  bar.append(
    make("button", "", "首页", () => location.assign(HOME)),
    make("button", "", "返回", () => history.back()),
    make("button", "", "搜索", () => location.assign(new URL(root + "search.html", location.href).href)),
    elder,
    make("button", "", "打印", () => print()),
    make("button", "", "回到顶部", () => scrollTo({ top: 0 })),
  );
  document.body.append(bar);

  // The keyboard

  const keys = make("div", "kiosk-keys", "");
  keys.setAttribute("role", "region");
  keys.setAttribute("aria-label", "屏幕键盘");
  keys.hidden = true;
  let field = null;

  function type(text) {
    if (!field) return;
    const from = field.selectionStart ?? field.value.length, to = field.selectionEnd ?? from;
    field.setRangeText(text, text || from < to ? from : Math.max(0, from - 1), to, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function empty() {
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function row(...buttons) {
    const line = make("div", "kiosk-row", "");
    line.append(...buttons);
    return line;
  }

  const key = (char) => make("button", "", char.toUpperCase(), () => type(char));
  const done = () => { field.form.requestSubmit(); hide(); };
  keys.append(make("p", "kiosk-hint", "请输入标题的拼音首字母，如“环境影响评价”输入 HJYXPJ；也可以输入索引号里的数字。"));
  keys.append(...ROWS.slice(0, 3).map((chars) => row(...[...chars].map(key))));
  keys.append(row(...[...ROWS[3]].map(key), make("button", "wide-key", "退格", () => type("")), make("button", "wide-key", "清空", empty)));
  keys.append(row(make("button", "wide-key", "空格", () => type(" ")), make("button", "wide-key", "收起键盘", hide), make("button", "wide-key strong-key", "搜索", done)));
  keys.addEventListener("pointerdown", (event) => { if (event.target.closest("button")) event.preventDefault(); }); // the field keeps the focus
  document.body.append(keys);

  function hide() {
    keys.hidden = true;
    document.documentElement.classList.remove("typing");
  }

  document.addEventListener("focusin", (event) => {
    if (!event.target.matches("input[type=search], input[type=text]")) return;
    field = event.target;
    field.inputMode = "none";
    keys.hidden = false;
    document.documentElement.classList.add("typing");
  });

  // No way out

  const notice = make("p", "kiosk-notice", "");
  notice.setAttribute("role", "status");
  document.body.append(notice);
  function say(text) {
    notice.textContent = text;
    setTimeout(() => { notice.textContent = ""; }, 4000);
  }

  /** Pages of this site, and pictures in it. */
  function inside(link) {
    const url = new URL(link.href, location.href);
    return url.href.startsWith(INSIDE) && /(\.html|\.svg|\/)$/.test(url.pathname) && !link.hasAttribute("download");
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link) return;
    link.removeAttribute("target");
    if (inside(link)) return;
    event.preventDefault();
    say("查询机上只能查看本站页面。");
  }, true);
  for (const name of ["contextmenu", "dragstart", "auxclick"]) document.addEventListener(name, (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || /^F\d/.test(event.key)) event.preventDefault();
  });
  for (const form of document.forms) form.removeAttribute("target");

  // Back to the start

  const warning = make("div", "kiosk-warning", "");
  warning.setAttribute("role", "alertdialog");
  warning.setAttribute("aria-label", "即将返回首页");
  warning.hidden = true;
  const count = make("p", "", "");
  const stay = make("button", "", "继续查询", () => awake());
  warning.append(count, stay);
  document.body.append(warning);
  let last = Date.now(), leaving = false;

  function awake() {
    last = Date.now();
    warning.hidden = true;
  }

  function leave() {
    if (leaving) return;
    leaving = true;
    for (const name of site.prefs.names) if (name !== "kiosk") site.prefs.set(name, "");
    location.replace(HOME);
  }

  const resting = location.href === HOME;
  setInterval(() => {
    const left = IDLE - Math.floor((Date.now() - last) / 1000);
    if (left <= 0) return resting && scrollY === 0 && !site.prefs.get("view") ? awake() : leave();
    if (left <= WARNING && !(resting && scrollY === 0)) {
      if (warning.hidden) { warning.hidden = false; stay.focus(); }
      count.textContent = `很久没有操作了，${left}秒后返回首页。`;
    }
  }, 500);
  for (const name of ["pointerdown", "keydown", "wheel", "touchmove", "input"]) {
    document.addEventListener(name, () => { if (warning.hidden) last = Date.now(); }, { passive: true, capture: true });
  }

  const ask = document.getElementById("f-q");
  if (ask && !ask.value) ask.focus({ preventScroll: true });
})();
