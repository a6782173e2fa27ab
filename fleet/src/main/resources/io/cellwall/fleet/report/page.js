"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const query = byId("query"), found = byId("found"), keys = byId("keys"), theme = byId("theme"), single = byId("single");
  const stacks = [...document.querySelectorAll("details.stack")];
  const groups = [...document.querySelectorAll(".group")];
  const tiles = new Map();
  document.querySelectorAll(".map a[data-stack]").forEach((tile) => tiles.set(tile.dataset.stack, tile));

  const filter = () => {
    const words = query.value.toLowerCase().split(/\s+/).filter((word) => word !== "");
    let shown = 0;
    for (const stack of stacks) {
      const hit = words.every((word) => stack.dataset.search.includes(word));
      stack.hidden = !hit;
      shown += hit ? 1 : 0;
      const tile = tiles.get(stack.id);
      if (tile) tile.classList.toggle("dim", !hit);
    }
    for (const group of groups) group.hidden = !group.querySelector("details.stack:not([hidden])");
    byId("nothing").hidden = shown > 0;
    found.textContent = words.length === 0 ? "" : shown + " of " + stacks.length + " stacks";
  };
  query.addEventListener("input", filter);
  byId("search").addEventListener("submit", (event) => {
    event.preventDefault();
    const first = stacks.find((stack) => !stack.hidden);
    if (first) first.querySelector("summary").focus();
  });

  const visible = () => stacks.filter((stack) => !stack.hidden);
  const step = (by) => {
    const shown = visible();
    if (shown.length === 0) return;
    const at = shown.findIndex((stack) => stack.contains(document.activeElement));
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(shown.length - 1, Math.max(0, at + by));
    shown[next].querySelector("summary").focus();
  };
  const toggleAll = () => {
    const shown = visible(), open = shown.some((stack) => !stack.open);
    for (const stack of shown) stack.open = open;
  };

  const themes = ["system", "light", "dark"];
  const setTheme = (name) => {
    if (name === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = name;
    theme.textContent = "Theme: " + name;
    try { localStorage.setItem("cellwall-theme", name); } catch { /* a page of a file may have no storage */ }
  };
  const nextTheme = () => {
    const now = document.documentElement.dataset.theme || "system";
    setTheme(themes[(themes.indexOf(now) + 1) % themes.length]);
  };
  theme.addEventListener("click", nextTheme);
  try {
    const kept = localStorage.getItem("cellwall-theme");
    if (themes.includes(kept)) setTheme(kept);
  } catch { /* as above */ }
  byId("help").addEventListener("click", () => keys.showModal());

  const reveal = () => {
    const stack = location.hash.length > 1 ? byId(decodeURIComponent(location.hash.slice(1))) : null;
    if (!(stack instanceof HTMLDetailsElement)) return;
    if (stack.hidden) { query.value = ""; filter(); }
    stack.open = true;
    stack.querySelector("summary").focus({ preventScroll: true });
    stack.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  // A second click on the same link changes no hash.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) reveal();
  });
  reveal();

  const actions = {
    "/": () => query.focus(), "?": () => keys.showModal(), "j": () => step(1), "k": () => step(-1),
    "e": toggleAll, "t": nextTheme,
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !keys.open && query.value !== "") {
      query.value = "";
      filter();
      query.focus();
      return;
    }
    if (event.key === "Escape" && document.activeElement === query) { query.blur(); return; }
    const typing = event.target instanceof HTMLInputElement && event.target.type !== "checkbox";
    if (typing || keys.open || !single.checked || event.ctrlKey || event.altKey || event.metaKey) return;
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : null;
    if (action) { event.preventDefault(); action(); }
  });

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const each of closed) each.open = true;
  });
  addEventListener("afterprint", () => { for (const each of closed) each.open = false; });
})();
