// Search and filters of the index: values of one filter widen, different filters narrow.
"use strict";
(() => {
  const form = document.getElementById("filters");
  const search = document.getElementById("q");
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const rows = [...document.querySelectorAll("#entries tbody tr")].map((element) => ({
    element, words: element.dataset.words, facets: JSON.parse(element.dataset.facets),
  }));

  function chosenValues() {
    const chosen = new Map();
    for (const box of boxes.filter((each) => each.checked)) {
      chosen.set(box.name, [...(chosen.get(box.name) || []), box.value]);
    }
    return chosen;
  }

  // Whether a row fits the search and every filter but `left`, whose own counts must not narrow it.
  function fits(row, words, chosen, left) {
    return words.every((word) => row.words.includes(word)) &&
      [...chosen].every(([name, values]) => name === left || values.some((value) => row.facets[name].includes(value)));
  }

  function countValues(words, chosen) {
    const fitting = new Map();
    for (const box of boxes) {
      if (!fitting.has(box.name)) fitting.set(box.name, rows.filter((row) => fits(row, words, chosen, box.name)));
      const count = fitting.get(box.name).filter((row) => row.facets[box.name].includes(box.value)).length;
      box.parentElement.querySelector("[data-n]").textContent = count;
    }
  }

  function update() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = chosenValues();
    let shown = 0;
    for (const row of rows) {
      row.element.hidden = !fits(row, words, chosen, null);
      shown += row.element.hidden ? 0 : 1;
    }
    countValues(words, chosen);
    document.getElementById("count").textContent = `${shown} of ${rows.length} entries`;
    document.getElementById("none").hidden = shown > 0;
  }

  // On a narrow screen open filters would push the entries out of sight.
  if (matchMedia("(max-width: 60rem)").matches) {
    form.querySelectorAll("details").forEach((facet) => { facet.open = false; });
  }
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(update));
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== search) {
      event.preventDefault();
      search.focus();
    }
  });
  update();
})();
