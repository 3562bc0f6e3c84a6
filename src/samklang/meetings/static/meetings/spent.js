// Says for how many minutes the item has been shown, in words as calm as the rest of the page.
// Without this file the page says what is planned. It counts from when the page is opened, keeps
// nothing in the browser, and tells nobody.
const EVERY = 10_000;
const MINUTE = 60_000;

function count(said) {
  let shownAt = Date.now();
  const say = () => {
    const minutes = Math.floor((Date.now() - shownAt) / MINUTE);
    said.textContent = minutes ? said.dataset.soFar.replace("#", minutes) : said.dataset.begun;
    said.hidden = false;
  };
  say();
  setInterval(say, EVERY);
  // A page that the browser had laid aside begins anew.
  addEventListener("pageshow", (event) => { if (event.persisted) { shownAt = Date.now(); say(); } });
}

for (const said of document.querySelectorAll("[data-spent]")) count(said);
