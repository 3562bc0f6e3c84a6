// Says for how many minutes an item has been shown, in words as calm as the rest of the page.
// Without this file the page says what is planned. Going on to another item stops the count;
// coming back goes on with it. It stays in this tab, and is told to nobody.
const EVERY = 10_000;
const MINUTE = 60_000;

function count(said) {
  const key = `samklang spent ${said.dataset.spent}`;
  let before = 0;
  let shownAt = 0;
  const spent = () => before + Math.max(0, Date.now() - shownAt);
  const say = () => {
    const minutes = Math.floor(spent() / MINUTE);
    said.textContent = minutes ? said.dataset.soFar.replace("#", minutes) : said.dataset.begun;
    said.hidden = false;
    sessionStorage.setItem(key, spent());
  };
  const begin = () => {
    before = Number(sessionStorage.getItem(key)) || 0;
    shownAt = Date.now();
    say();
  };
  begin();
  setInterval(say, EVERY);
  addEventListener("pagehide", say);
  // A page that the browser had laid aside goes on from where it was left.
  addEventListener("pageshow", (event) => { if (event.persisted) begin(); });
}

for (const said of document.querySelectorAll("[data-spent]")) count(said);
