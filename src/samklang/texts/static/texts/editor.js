// Lets a section be written as in a word processor, and saves while one writes.
// Without this file the section is written as plain lines in the same form.
import {
  Bold, BulletList, Document, Editor, Gapcursor, HardBreak, Heading, History, Italic, Link, ListItem,
  OrderedList, Paragraph, Table, TableCell, TableHeader, TableRow, Text,
} from "../django_prose_editor/editor.js";
import { present, Saving } from "../samklang/saving.js";

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
  const gather = () => { form.elements.body.value = editor.isEmpty ? "" : editor.getHTML(); };
  if (!form.dataset.autosave) {
    form.addEventListener("submit", gather);
    return;
  }
  // What was fetched into the section is not saved until somebody says so.
  const saving = new Saving(form, { gather, took: (said) => present(said.present), unsaved: Boolean(form.dataset.fetched) });
  editor.on("update", () => saving.changed());
  form.addEventListener("change", () => saving.changed());
  form.elements.heading.addEventListener("input", () => saving.changed());
  saving.watch();
}

for (const area of document.querySelectorAll("[data-editor]")) begin(area.closest("form"));
