// Says why a key or passkey was not used, where allauth's scripts only tell the console.
"use strict";
document.addEventListener("allauth.error", function (event) {
  const place = document.querySelector("[data-key-told]");
  if (!place) return;
  event.preventDefault();
  const why = event.detail.exception.name;
  place.textContent = { NotAllowedError: place.dataset.notUsed, InvalidStateError: place.dataset.already }[why] || place.dataset.cannot;
});
