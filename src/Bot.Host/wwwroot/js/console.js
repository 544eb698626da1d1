// Small comforts of the console: copying what is to be said or sent, asking before what cannot be undone.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break; // Not on plain http from elsewhere: people select and copy by hand.
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = "已复制";
  });
}

for (const form of document.querySelectorAll("[data-confirm]")) {
  form.addEventListener("submit", (event) => {
    if (!window.confirm(form.dataset.confirm)) event.preventDefault();
  });
}

// A file may be dropped anywhere in the frame around its field.
for (const drop of document.querySelectorAll(".drop")) {
  const field = drop.querySelector("input[type=file]");
  for (const event of ["dragover", "dragleave", "drop"]) {
    drop.addEventListener(event, (move) => {
      move.preventDefault();
      drop.classList.toggle("over", event === "dragover");
      if (event === "drop" && move.dataTransfer.files.length > 0) field.files = move.dataTransfer.files;
    });
  }
}

// Choosing a ready-made period goes there at once; days are then taken from it, not from the fields beside it.
for (const period of document.querySelectorAll(".filter select[name=period]")) {
  const days = period.form.querySelectorAll("input[type=date]");
  period.addEventListener("change", () => {
    if (period.value === "days") {
      days[0]?.focus();
      return;
    }
    for (const day of days) day.value = "";
    period.form.requestSubmit();
  });
  for (const day of days) day.addEventListener("change", () => { period.value = "days"; });
}

// A wide table opens at what is due now.
const present = document.querySelector(".matrix [aria-current]");
if (present) {
  const scroll = present.closest(".scroll");
  const free = scroll.clientWidth - scroll.querySelector("th").offsetWidth;
  scroll.scrollLeft = present.offsetLeft - scroll.querySelector("th").offsetWidth - (free - present.offsetWidth) / 2;
}
