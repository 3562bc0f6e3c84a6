// Lets the minutes of an item be written row by row, and saves while one writes.
// Without this file the same form is sent by its buttons.
import { Copy, present, Saving } from "../samklang/saving.js";

// One row more, without words, for whoever writes in the last one.
function another(list) {
  const made = list.lastElementChild.cloneNode(true);
  const number = String(list.children.length + 1);
  for (const part of made.querySelectorAll("[id], [for]")) {
    for (const name of ["id", "for"]) {
      if (part.hasAttribute(name)) part.setAttribute(name, part.getAttribute(name).replace(/\d+$/, number));
    }
  }
  for (const said of made.querySelectorAll("label")) said.innerHTML = said.innerHTML.replace(/\d+/, number);
  for (const field of made.querySelectorAll("input, textarea")) field.value = "";
  for (const field of made.querySelectorAll("select")) field.selectedIndex = 0;
  list.append(made);
  return made;
}

function isEmpty(row) {
  return Array.from(row.querySelectorAll("textarea, input")).every((field) => !field.value.trim());
}

function lastRow(list) {
  return isEmpty(list.lastElementChild) ? list.lastElementChild : another(list);
}

function grow(list) {
  if (!isEmpty(list.lastElementChild)) another(list);
}

function rows(form, kind) {
  return Array.from(form.querySelectorAll(`[data-row="${kind}"]`));
}

// Writes a phrase into a row, and puts the caret where words are missing.
function put(row, phrase, isStandard) {
  const field = row.querySelector("textarea");
  field.value = phrase;
  row.querySelector("select").value = isStandard ? "standard" : "follow_up";
  field.focus();
  const gap = phrase.indexOf("…");
  if (gap >= 0) field.setSelectionRange(gap, gap + 1);
}

// Puts back what was written, field by field in the order of the page.
function bringBack(form, written) {
  const left = {};
  for (const [name, value] of written) (left[name] ||= []).push(value);
  for (const [kind, name] of [["clause", "wording"], ["person", "person"]]) {
    const list = form.querySelector(`[data-rows="${kind}"]`);
    while (list.children.length < (left[name] || []).length) another(list);
  }
  for (const field of form.elements) {
    const there = left[field.name];
    if (!there || !there.length || field.name === "page") continue;
    if (field.type === "radio") field.checked = there[0] === field.value;
    else field.value = there.shift();
  }
}

// Goes by a name for as long as the page is open: “gone” if whoever had it is closed.
function takeName(name) {
  if (!navigator.locks) return Promise.resolve("unknown");
  return new Promise((found) => {
    navigator.locks.request(`samklang ${name}`, { ifAvailable: true }, (lock) => {
      found(lock ? "gone" : "open");
      return lock ? new Promise(() => {}) : undefined;
    });
  });
}

// Brings back what a closed page had not saved, and goes on in its name.
async function resume(form, saving, copy) {
  const kept = copy.found();
  if (!kept) return;
  const now = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken" && name !== "form_key");
  if (said(kept) === said(now)) return copy.drop();
  const was = Object.fromEntries(kept);
  const holder = await takeName(was.page);
  // Another tab is still writing it.
  if (holder === "open") return;
  if (holder === "gone") form.elements.page.value = was.page;
  form.elements.seen.value = was.seen;
  bringBack(form, kept);
  saving.changed();
  saving.say(form.dataset.restored);
}

function said(written) {
  return JSON.stringify(written.filter(([name, value]) => name !== "page" && name !== "seen" && value !== ""));
}

function begin(form) {
  const copy = new Copy(form.dataset.copy);
  form.elements.page.value = crypto.randomUUID ? crypto.randomUUID() : "";
  takeName(form.elements.page.value);
  let sent = [];
  const saving = new Saving(form, {
    copy,
    gather() { sent = rows(form, "clause"); },
    // A row that is new to the server has a number from now on.
    took(answer) {
      answer.rows.forEach((pk, at) => { if (asked[at]) asked[at].querySelector("[name=clause]").value = pk ?? ""; });
      present(answer.present);
    },
  });
  let asked = [];
  const ask = saving.ask.bind(saving);
  saving.ask = (more) => { const answer = ask(more); asked = sent; return answer; };

  const changed = () => {
    for (const list of form.querySelectorAll("[data-rows]")) grow(list);
    saving.changed();
  };
  form.addEventListener("input", changed);
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-phrase], [data-as-proposed]");
    if (!button) return;
    event.preventDefault();
    if (button.dataset.phrase) put(lastRow(form.querySelector('[data-rows="clause"]')), button.dataset.phrase, "standard" in button.dataset);
    else put(button.closest("[data-row]"), button.dataset.asProposed, false);
    changed();
  });
  // Enter in the name of a person is no reason to press the first button.
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input")) event.preventDefault();
  });
  saving.watch();

  // What came back to be corrected is what was typed last.
  if (!("typed" in form.dataset)) resume(form, saving, copy);
}

for (const form of document.querySelectorAll("[data-note]")) begin(form);
// What was chosen between two wordings is sent; the one that is not chosen is kept by the server.
for (const form of document.querySelectorAll("[data-settle]")) {
  form.addEventListener("submit", () => new Copy(form.dataset.settle).drop());
}
