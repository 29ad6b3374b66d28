"use strict";
(() => {
  const RANK = ["error", "warning", "info"];
  const form = document.getElementById("filters");
  const items = [...document.querySelectorAll("li[data-f]")];
  const byKey = new Map(items.map((item) => [item.dataset.f, item]));
  const keysOf = (element) => (element.dataset.f || "").split(" ").filter((key) => byKey.has(key));
  const shownKeys = (element) => keysOf(element).filter((key) => !byKey.get(key).hidden);
  let pinned = null;

  // What belongs to a finding: the words it is about, the places it refers to, its entry in the list.
  function light(keys) {
    for (const lit of document.querySelectorAll(".lit, .current")) lit.classList.remove("lit", "current");
    for (const key of keys) {
      const article = byKey.get(key).closest("article");
      for (const own of article.querySelectorAll(`[data-f~="${key}"]`)) own.classList.add("current");
      for (const related of article.querySelectorAll(`[data-r~="${key}"]`)) related.classList.add("lit");
    }
  }

  function pin(key) {
    pinned = key;
    light(key ? [key] : []);
  }

  // A finding is named by its entry (f1-3), its words (m1-3) or a place it refers to (r1-3-2).
  function follow() {
    const name = decodeURIComponent(location.hash.slice(1));
    const found = /^[fmr](\d+-\d+)(?:-\d+)?$/.exec(name);
    const target = document.getElementById(name);
    const folded = target && target.closest("details");
    if (folded) folded.open = true;
    if (found && byKey.has(found[1])) pin(found[1]);
    if (target && folded) target.scrollIntoView();
  }

  function filter() {
    const chosen = (name) => new Set([...form.querySelectorAll(`[name="${name}"]:checked`)].map((box) => box.value));
    const severities = chosen("severity");
    const rules = chosen("rule");
    for (const item of items) item.hidden = !(severities.has(item.dataset.severity) && rules.has(item.dataset.rule));
    for (const mark of document.querySelectorAll("mark[data-f]")) paint(mark);
    for (const number of document.querySelectorAll("a.no[data-f]")) number.hidden = !shownKeys(number).length;
    for (const list of document.querySelectorAll(".findings")) {
      list.querySelector(".filtered").hidden = list.querySelector("li[data-f]:not([hidden])") !== null;
    }
    if (pinned && byKey.get(pinned).hidden) pin(null);
    count();
  }

  // Words on which several findings lie look like the worst of those that are shown.
  function paint(mark) {
    const shown = shownKeys(mark).map((key) => byKey.get(key).dataset.severity);
    const worst = RANK.find((severity) => shown.includes(severity));
    mark.classList.remove("off", ...RANK);
    mark.classList.add(worst || "off");
    mark.classList.toggle("many", shown.length > 1);
  }

  function count() {
    const output = form.querySelector("output");
    const shown = items.filter((item) => !item.hidden).length;
    output.textContent = output.dataset.text.replace("%1", shown).replace("%2", items.length);
  }

  function go(step) {
    const shown = items.filter((item) => !item.hidden);
    if (!shown.length) return;
    const here = shown.findIndex((item) => item.dataset.f === pinned);
    const next = here < 0 ? (step > 0 ? 0 : shown.length - 1) : (here + step + shown.length) % shown.length;
    const key = shown[next].dataset.f;
    location.hash = document.getElementById(`m${key}`) ? `m${key}` : `f${key}`;
  }

  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-f]");
    if (!mark || !getSelection().isCollapsed) return;
    const [key] = shownKeys(mark);
    if (key) location.hash = `f${key}`;
  });
  for (const kind of ["mouseover", "focusin"]) {
    document.addEventListener(kind, (event) => {
      const near = event.target.closest("[data-f]");
      if (near) light(shownKeys(near));
      else light(pinned ? [pinned] : []);
    });
  }
  addEventListener("hashchange", follow);

  if (form) {
    form.hidden = false;
    form.addEventListener("change", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("click", (event) => {
      const { go: step, choose } = event.target.dataset;
      if (step) go(Number(step));
      if (!choose) return;
      for (const box of form.querySelectorAll('[name="rule"]')) box.checked = choose === "all";
      filter();
    });
    filter();
  }
  follow();
})();
