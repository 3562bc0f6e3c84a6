// Lets a section be written as in a word processor, and saves while one writes.
// Without this file the section is written as plain lines in the same form.
import {
  Bold, BulletList, Document, Editor, Gapcursor, HardBreak, Heading, History, Italic, Link, ListItem,
  OrderedList, Paragraph, Table, TableCell, TableHeader, TableRow, Text,
} from "../django_prose_editor/editor.js";

// After the last key, and at the latest after the first that is not saved; then between trials.
const PAUSE = 1200, LATEST = 2500, AGAIN = 5000;
const TOOLS = {
  heading: (chain) => chain.toggleHeading({ level: 3 }),
  bold: (chain) => chain.toggleBold(),
  italic: (chain) => chain.toggleItalic(),
  bulletList: (chain) => chain.toggleBulletList(),
  orderedList: (chain) => chain.toggleOrderedList(),
  table: (chain) => chain.insertTable({ rows: 3, cols: 2, withHeaderRow: true }),
  undo: (chain) => chain.undo(),
  redo: (chain) => chain.redo(),
};

class Saving {
  constructor(form, editor) {
    this.form = form;
    this.editor = editor;
    this.status = form.querySelector("[data-status]");
    // What was fetched into the section is not saved until somebody says so.
    this.unsaved = Boolean(form.dataset.fetched);
    this.inFlight = this.stopped = this.leaving = false;
    this.timer = this.firstAt = 0;
  }

  changed() {
    this.firstAt = this.unsaved ? this.firstAt : Date.now();
    this.unsaved = true;
    if (!this.stopped) this.wait(Math.min(PAUSE, Math.max(0, this.firstAt + LATEST - Date.now())));
  }

  wait(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), milliseconds);
  }

  content() {
    this.form.elements.body.value = this.editor.isEmpty ? "" : this.editor.getHTML();
    return new FormData(this.form);
  }

  async save() {
    if (this.inFlight || !this.unsaved || this.leaving) return;
    this.inFlight = true;
    this.unsaved = false;
    this.say(this.form.dataset.saving);
    try {
      const answer = await fetch(this.form.dataset.autosave, {
        method: "POST", body: this.content(), redirect: "manual", headers: { Accept: "application/json" },
      });
      await this.heard(answer);
    } catch {
      this.failed(this.form.dataset.offline);
    }
    this.inFlight = false;
    if (this.leaving) this.form.requestSubmit(this.pressed);
    else if (this.unsaved && !this.stopped) this.wait(this.lost ? AGAIN : PAUSE);
  }

  async heard(answer) {
    this.lost = false;
    const isOurs = (answer.headers.get("Content-Type") || "").includes("json");
    if (answer.type === "opaqueredirect" || (answer.status === 403 && !isOurs)) {
      this.failed(this.form.dataset.lost);
      this.lost = !(await this.freshToken());
      return;
    }
    if (!isOurs) return this.failed(this.form.dataset.failed);
    const said = await answer.json();
    this.say(said.said);
    if (answer.ok) {
      this.form.elements.seen.value = said.seen;
      this.show(said.present);
    } else {
      this.unsaved = true;
      this.stopped = answer.status === 409;
      this.lost = true;
    }
  }

  // Whoever has signed in again elsewhere has a new token against forged forms.
  async freshToken() {
    const page = await fetch(this.form.action || location.href, { redirect: "manual" });
    if (!page.ok) return false;
    const there = new DOMParser().parseFromString(await page.text(), "text/html");
    const token = there.querySelector("[data-autosave] [name=csrfmiddlewaretoken]");
    if (token) this.form.elements.csrfmiddlewaretoken.value = token.value;
    return Boolean(token);
  }

  failed(sentence) {
    this.unsaved = this.lost = true;
    this.say(sentence);
  }

  say(sentence) {
    if (this.status.textContent !== sentence) this.status.textContent = sentence;
  }

  show(present) {
    const part = document.querySelector("[data-presence]");
    const lines = present.length ? present : [part.dataset.nobody];
    part.replaceChildren(part.querySelector("h2"), ...lines.map((line) => {
      const said = document.createElement("p");
      said.textContent = line;
      return said;
    }));
  }

  leave(event) {
    clearTimeout(this.timer);
    this.content();
    this.leaving = true;
    this.pressed = event.submitter;
    if (this.inFlight) event.preventDefault();
  }
}

function tools(form, editor) {
  const bar = form.querySelector("[data-tools]");
  bar.hidden = false;
  // A pressed button does not take the focus, so that no key is lost on the way back.
  bar.addEventListener("mousedown", (event) => event.preventDefault());
  const buttons = Array.from(bar.querySelectorAll("button"));
  for (const button of buttons) {
    button.addEventListener("click", () => TOOLS[button.dataset.tool](editor.chain().focus()).run());
  }
  editor.on("transaction", () => {
    for (const button of buttons) {
      if (button.hasAttribute("aria-pressed")) button.setAttribute("aria-pressed", editor.isActive(button.dataset.tool));
    }
  });
}

function begin(form) {
  const area = form.querySelector("[data-editor]");
  area.value = form.elements.body.dataset.markup || (form.dataset.typed ? area.value : "");
  area.removeAttribute("name");
  const place = document.createElement("div");
  place.className = "prose-editor";
  area.before(place);
  area.hidden = true;
  const editor = new Editor({
    element: place,
    content: area.value,
    // Its rules are in texts.css: a page of ours takes no style from a script.
    injectCSS: false,
    extensions: [
      Document, Paragraph, Text, HardBreak, History, Gapcursor, Bold, Italic, BulletList, OrderedList, ListItem,
      Heading.configure({ levels: [3, 4] }), Link.configure({ openOnClick: false }),
      Table, TableRow, TableHeader, TableCell,
    ],
  });
  const written = form.querySelector(".ProseMirror");
  const label = form.querySelector("label[for='" + area.id + "']");
  label.id = label.id || "label-" + area.id;
  for (const [name, value] of Object.entries({
    role: "textbox", "aria-multiline": "true", "aria-labelledby": label.id, lang: document.documentElement.lang,
    spellcheck: "true",
  })) written.setAttribute(name, value);
  label.addEventListener("click", () => editor.commands.focus());
  const hint = form.querySelector("#" + area.id + "_helptext");
  if (hint) hint.remove();
  place.before(form.querySelector("[data-tools]"));
  tools(form, editor);
  // What is not saved by itself is sent when the form is.
  if (!form.dataset.autosave) {
    form.addEventListener("submit", () => { form.elements.body.value = editor.isEmpty ? "" : editor.getHTML(); });
    return;
  }
  const saving = new Saving(form, editor);
  editor.on("update", () => saving.changed());
  form.addEventListener("change", () => saving.changed());
  form.elements.heading.addEventListener("input", () => saving.changed());
  form.addEventListener("submit", (event) => saving.leave(event));
  addEventListener("online", () => saving.save());
  addEventListener("beforeunload", (event) => {
    if (saving.unsaved && !saving.leaving) event.preventDefault();
  });
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      saving.save();
    }
  });
}

for (const area of document.querySelectorAll("[data-editor]")) begin(area.closest("form"));
