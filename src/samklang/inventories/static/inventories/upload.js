// Shows what has been chosen, and lets files be dropped. The form works without this.
"use strict";
(function () {
  const form = document.querySelector("[data-upload]");
  if (!form) return;
  const input = form.querySelector("input[type=file]");
  const area = form.querySelector(".drop");
  const list = form.querySelector("[data-list]");
  const count = form.querySelector("[data-count]");
  const limit = 50 * 1024 * 1024;

  function megabytes(size) {
    return (size / 1048576).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 }) + " MB";
  }
  function remark(file) {
    if (file.size > limit) return form.dataset.tooLarge;
    if (!file.size) return form.dataset.empty;
    return file.size < 100000 ? Math.ceil(file.size / 1024) + " kB" : megabytes(file.size);
  }
  function show() {
    const files = Array.from(input.files);
    const total = files.reduce(function (sum, file) { return sum + file.size; }, 0);
    count.textContent = files.length
      ? files.length + " " + form.dataset.chosen + ", " + megabytes(total) + " " + form.dataset.total
      : "";
    list.replaceChildren(...files.map(function (file) {
      const item = document.createElement("li");
      const name = document.createElement("span");
      const size = document.createElement("span");
      size.className = "when";
      name.textContent = file.name.normalize("NFC");
      size.textContent = remark(file);
      item.append(name, size);
      return item;
    }));
  }
  function drop(event) {
    event.preventDefault();
    area.classList.remove("drop--over");
    const both = new DataTransfer();
    Array.from(input.files).concat(Array.from(event.dataTransfer.files)).forEach(function (file) { both.items.add(file); });
    input.files = both.files;
    show();
  }
  area.addEventListener("dragover", function (event) { event.preventDefault(); area.classList.add("drop--over"); });
  area.addEventListener("dragleave", function () { area.classList.remove("drop--over"); });
  area.addEventListener("drop", drop);
  input.addEventListener("change", show);
  show();
})();
