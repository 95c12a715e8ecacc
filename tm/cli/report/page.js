"use strict";
const form = document.querySelector("form");
const articles = [...document.querySelectorAll("article")];
const groups = [...document.querySelectorAll("section, details, .check")].map((group) => ({
  group, count: group.querySelector(".count"), articles: [...group.querySelectorAll("article")],
}));
form.hidden = false;

function filter() {
  const severities = new Set([...form.querySelectorAll("input[name=severity]:checked")].map((box) => box.value));
  const check = form.elements.check.value;
  const language = form.elements.language.value;
  const silenced = form.elements.silenced.checked;
  const words = form.elements.words.value.trim().toLowerCase();
  let shown = 0;
  for (const article of articles) {
    const data = article.dataset;
    const fits = severities.has(data.severity) && (!check || data.check === check)
      && (!language || data.lang === language) && (silenced || !data.silenced)
      && (!words || article.textContent.toLowerCase().includes(words));
    article.hidden = !fits;
    shown += fits;
  }
  for (const { group, count, articles: all } of groups) {
    const left = all.filter((article) => !article.hidden).length;
    group.hidden = !left;
    count.textContent = left === all.length ? `${left}` : `${left} of ${all.length}`;
  }
  document.querySelector("#shown").textContent = `${shown} of ${articles.length} shown`;
  return shown;
}

function open(all) {
  for (const details of document.querySelectorAll("details")) details.open = all;
}

function choose() {
  if (filter() <= 200) open(true);  // as many as are open at first
}

form.addEventListener("input", choose);
document.querySelector("table")?.addEventListener("click", (event) => {
  const { check, lang } = event.target.dataset;
  if (!check) return;
  form.elements.check.value = check;
  form.elements.language.value = lang ?? "";
  choose();
  form.scrollIntoView();
});
form.addEventListener("submit", (event) => event.preventDefault());
document.querySelector("#open").addEventListener("click", () => open(true));
document.querySelector("#close").addEventListener("click", () => open(false));
window.addEventListener("beforeprint", () => open(true));
filter();
