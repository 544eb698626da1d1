// Photos, large: one album at a time.
import { log } from "./page.js";

const dialog = document.getElementById("lightbox");
const image = document.getElementById("lightbox-image");
const count = document.getElementById("lightbox-count");
let photos = [];
let at = 0;

export function startLightbox() {
  log.addEventListener("click", (event) => {
    const photo = event.target.closest("a.photo");
    if (!photo || photo.classList.contains("broken") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    photos = [...photo.closest(".album").querySelectorAll("a.photo:not(.broken)")];
    dialog.showModal();
    show(photos.indexOf(photo));
  });
  dialog.addEventListener("click", (event) => {
    const what = event.target.closest("[data-do]")?.dataset.do;
    if (what === "previous") show(at - 1);
    else if (what === "next") show(at + 1);
    else dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") show(at - 1);
    if (event.key === "ArrowRight") show(at + 1);
  });
  dialog.addEventListener("close", () => {
    image.removeAttribute("src");
    photos[at]?.focus({ preventScroll: true });
  });
  // A picture this browser cannot draw is offered for saving instead.
  log.addEventListener("error", (event) => broken(event.target), true);
}

function show(index) {
  at = (index + photos.length) % photos.length;
  image.src = photos[at].href;
  image.alt = photos[at].querySelector("img").alt;
  count.textContent = photos.length > 1 ? `${at + 1} / ${photos.length}` : "";
  for (const what of ["previous", "next"]) dialog.querySelector(`[data-do=${what}]`).hidden = photos.length < 2;
}

function broken(target) {
  const photo = target.closest?.("a.photo");
  if (!photo) return;
  photo.classList.add("broken");
  photo.textContent = "照片打不开，点这里下载";
  photo.download = photo.dataset.name ?? "";
}
