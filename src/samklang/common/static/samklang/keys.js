// Ctrl+K, or Cmd+K, leads to the search field of the page; without scripts Tab does.
document.addEventListener("keydown", (event) => {
  const field = document.querySelector("[data-search]");
  if (field && (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
    event.preventDefault();
    field.focus();
    field.select();
  }
});
