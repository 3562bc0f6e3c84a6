// Saves a form while one writes in it, and says how that goes; no words are lost on the way.
// The form names where it is saved and what is said of that: data-autosave, -saving, -offline, …

// After the last key, and at the latest after the first that is not saved; then between trials.
const PAUSE = 1200, LATEST = 2500, AGAIN = 5000;

// What is not saved yet is kept in the browser, so that a closed tab or a dead battery takes nothing.
export class Copy {
  constructor(name) {
    this.name = name;
  }

  keep(written) {
    try {
      localStorage.setItem(this.name, JSON.stringify(written));
    } catch { /* A browser that keeps nothing still saves. */ }
  }

  found() {
    try {
      return JSON.parse(localStorage.getItem(this.name));
    } catch {
      return null;
    }
  }

  drop() {
    try {
      localStorage.removeItem(this.name);
    } catch { /* Nothing was kept. */ }
  }
}

export class Saving {
  // `gather` puts what is written into the form’s fields, `took` hears what the server answered.
  constructor(form, { gather = () => {}, took = () => {}, unsaved = false, copy = null }) {
    Object.assign(this, { form, gather, took, unsaved, copy });
    this.status = form.querySelector("[data-status]");
    this.inFlight = this.stopped = this.leaving = this.goesOn = this.refused = false;
    this.timer = this.firstAt = 0;
  }

  // Listens to what becomes of the page.
  watch() {
    this.form.addEventListener("submit", (event) => this.leave(event));
    addEventListener("online", () => this.save());
    addEventListener("pagehide", () => this.lastWords());
    addEventListener("beforeunload", (event) => {
      if (this.unsaved && !this.leaving) event.preventDefault();
    });
    addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key === "s") {
        event.preventDefault();
        this.save();
      }
    });
  }

  changed() {
    this.firstAt = this.unsaved ? this.firstAt : Date.now();
    this.unsaved = true;
    this.keep();
    if (!this.stopped) this.wait(Math.min(PAUSE, Math.max(0, this.firstAt + LATEST - Date.now())));
  }

  wait(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), milliseconds);
  }

  content() {
    this.gather();
    return new FormData(this.form);
  }

  keep() {
    if (this.copy) this.copy.keep([...this.content()].filter(([name]) => name !== "csrfmiddlewaretoken" && name !== "form_key"));
  }

  ask(more = {}) {
    return fetch(this.form.dataset.autosave, {
      method: "POST", body: this.content(), redirect: "manual", headers: { Accept: "application/json" }, ...more,
    });
  }

  async save() {
    if (this.inFlight || !this.unsaved || this.leaving) return;
    this.inFlight = true;
    this.unsaved = false;
    this.say(this.form.dataset.saving);
    try {
      await this.heard(await this.ask());
    } catch {
      this.failed(this.form.dataset.offline);
    }
    this.inFlight = false;
    if (this.leaving) this.form.requestSubmit(this.pressed);
    else if (this.goesOn) this.goOn();
    else if (this.unsaved && !this.stopped) this.wait(this.lost ? AGAIN : PAUSE);
  }

  async heard(answer) {
    this.lost = this.refused = false;
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
      this.took(said);
      if (this.unsaved) this.keep();
      else if (this.copy) this.copy.drop();
    } else {
      this.unsaved = true;
      this.stopped = answer.status === 409;
      this.lost = this.refused = true;
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

  // A page that is closed sends what it has, unless an older text is still on its way.
  lastWords() {
    if (this.copy && this.unsaved && !this.leaving && !this.inFlight && !this.stopped) this.ask({ keepalive: true }).catch(() => {});
  }

  leave(event) {
    if (this.leaving && !this.inFlight) return;
    clearTimeout(this.timer);
    this.content();
    this.pressed = event.submitter;
    // What the browser keeps is saved first: without a network the page stays, and says so.
    if (this.copy && !this.stopped && (this.unsaved || this.inFlight)) {
      event.preventDefault();
      this.goesOn = true;
      this.save();
      return;
    }
    this.leaving = true;
    if (this.inFlight) event.preventDefault();
  }

  goOn() {
    if (this.unsaved && !this.lost) return this.save();
    this.goesOn = false;
    // What the server refuses is sent, so that the page after it can say why.
    if (this.unsaved && !this.refused) return this.wait(AGAIN);
    this.leaving = true;
    this.form.requestSubmit(this.pressed);
  }
}

// Shows who else is writing.
export function present(lines) {
  const part = document.querySelector("[data-presence]");
  const said = lines.length ? lines : [part.dataset.nobody];
  part.replaceChildren(part.querySelector("h2"), ...said.map((line) => {
    const made = document.createElement("p");
    made.textContent = line;
    return made;
  }));
}
