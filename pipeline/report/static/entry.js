// A value of an entry leads to its place in the text beside it; n and p go on to the others.
"use strict";
(() => {
  const where = document.getElementById("where");
  const back = document.getElementById("back");
  const links = [...document.querySelectorAll("a.place")];
  const hint = where.textContent;
  let current = null;

  function clear() {
    document.querySelectorAll("mark.active").forEach((mark) => mark.classList.remove("active"));
    if (current) current.classList.remove("current");
    current = null;
  }

  function describe(link) {
    const item = link.closest("li, tr, .value");
    const facts = item && item.querySelector(".facts");
    const field = link.closest(".field");
    const label = field ? field.querySelector("dt").textContent : "";
    const place = link.dataset.rule ? `${link.dataset.zone} · ${link.dataset.rule}` : (facts ? facts.textContent : "");
    return [label, link.textContent.slice(0, 90), place].map((part) => part.trim().replace(/\s+/g, " ")).filter(Boolean).join(" · ");
  }

  function show(link) {
    clear();
    current = link;
    link.classList.add("current");
    const marks = document.querySelectorAll(`mark[data-e~="${link.dataset.place}"]`);
    marks.forEach((mark) => mark.classList.add("active"));
    where.textContent = describe(link);
    back.hidden = false;
    if (marks.length) marks[0].scrollIntoView({ block: "center" });
  }

  function step(by) {
    const open = links.filter((link) => link.checkVisibility());
    const index = open.indexOf(current);
    const next = open[(index + by + open.length) % open.length];
    if (!next) return;
    next.focus({ preventScroll: false });
    show(next);
  }

  function goBack() {
    if (!current) return;
    const link = current;
    clear();
    where.textContent = hint;
    back.hidden = true;
    link.focus();
  }

  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      history.replaceState(null, "", link.hash);
      show(link);
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if (event.key === "Escape") goBack();
  });
  back.addEventListener("click", goBack);
  const first = location.hash.startsWith("#e") && links.find((link) => link.hash === location.hash);
  if (first) show(first);
})();
