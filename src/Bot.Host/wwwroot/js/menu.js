// What can be done with one bubble, by pointer, long press and keyboard.
import { edit, quote } from "./compose.js";
import { lastEntry, loadEarlier } from "./entries.js";
import { log, path, refusalOf, scroller, tell } from "./page.js";

const menu = document.getElementById("menu");
const ask = document.getElementById("ask");
const longPress = 500;
let entry = null;
let from = null;
let openedAt = 0;

export function startMenu() {
  log.addEventListener("click", (event) => {
    const more = event.target.closest(".more");
    if (more) open(more.closest(".entry"), more);
  });
  log.addEventListener("contextmenu", (event) => {
    const bubble = event.target.closest(".bubble");
    // Selected text, links and pictures keep the browser's own menu.
    if (!bubble || event.target.closest("a, img") || String(getSelection())) return;
    event.preventDefault();
    open(bubble.closest(".entry"), bubble);
  });
  log.addEventListener("keydown", onLogKey);
  menu.addEventListener("keydown", onMenuKey);
  menu.addEventListener("click", (event) => {
    const what = event.target.closest("[data-do]")?.dataset.do;
    if (what) act(what);
  });
  document.addEventListener("pointerdown", (event) => !menu.hidden && !menu.contains(event.target) && close(false));
  addEventListener("resize", () => close());
  scroller.addEventListener("scroll", () => Math.abs(scroller.scrollTop - openedAt) > 40 && close(), { passive: true });
  pressLong();
}

function open(of, at) {
  if (!of || of.classList.contains("pending") || !of.querySelector("article")) return;
  close(false);
  entry = of;
  from = at;
  openedAt = scroller.scrollTop;
  const own = "own" in of.dataset;
  const text = of.querySelector(".text");
  item("copy").hidden = !text;
  item("edit").hidden = !own || !text;
  item("withdraw").hidden = !own;
  menu.hidden = false;
  at.setAttribute("aria-expanded", "true");
  const box = at.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const left = Math.min(Math.max(8, box.left + box.width / 2 - width / 2), innerWidth - width - 8);
  const below = box.bottom + 4 + height < innerHeight;
  menu.style.left = `${left}px`;
  menu.style.top = `${below ? box.bottom + 4 : Math.max(8, box.top - height - 4)}px`;
  choices()[0].focus({ preventScroll: true });
}

function close(back = true) {
  if (menu.hidden) return;
  menu.hidden = true;
  from?.removeAttribute("aria-expanded");
  if (back) entry?.focus({ preventScroll: true });
}

const item = (what) => menu.querySelector(`[data-do=${what}]`);
const choices = () => [...menu.querySelectorAll("[role=menuitem]:not([hidden])")];

async function act(what) {
  const of = entry;
  close(what === "copy");
  if (what === "quote") quote(of);
  if (what === "edit") edit(of);
  if (what === "copy") await copy(of.querySelector(".text").textContent);
  if (what === "withdraw") await withdraw(of);
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyByHand(text); // Not allowed, or not served over https.
  }
  tell("已复制。");
}

function copyByHand(text) {
  const box = document.createElement("textarea");
  box.value = text;
  document.body.append(box);
  box.select();
  document.execCommand("copy");
  box.remove();
  entry.focus({ preventScroll: true });
}

async function withdraw(of) {
  ask.returnValue = "no";
  ask.showModal();
  await new Promise((closed) => ask.addEventListener("close", closed, { once: true }));
  of.focus({ preventScroll: true });
  if (ask.returnValue !== "yes") return;
  try {
    const response = await fetch(path("withdraw", { id: of.dataset.id }), { method: "POST" });
    if (!response.ok) tell(await refusalOf(response));
  } catch {
    tell("网络不通，没有撤回。请稍后再试。");
  }
}

function onMenuKey(event) {
  const all = choices();
  const at = all.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    all[to % all.length].focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    close();
  }
}

/** Up and down from bubble to bubble, Enter or the menu key for what can be done with it. */
async function onLogKey(event) {
  const at = event.target.closest(".entry");
  if (event.target !== log && event.target !== at) return;
  const key = event.key;
  if (key === "ArrowUp" || key === "ArrowDown" || key === "Home" || key === "End") {
    event.preventDefault();
    const to = await next(at, key);
    to?.focus({ preventScroll: true });
    to?.scrollIntoView({ block: "nearest" });
  } else if (at && (key === "Enter" || key === "ContextMenu" || (key === "F10" && event.shiftKey))) {
    event.preventDefault();
    open(at, at.querySelector(".bubble, .album, .file") ?? at);
  }
}

async function next(at, key) {
  if (key === "End" || !at) return lastEntry();
  if (key === "Home") return at.parentElement.firstElementChild;
  if (key === "ArrowDown") return at.nextElementSibling ?? at;
  if (!at.previousElementSibling) await loadEarlier();
  return at.previousElementSibling ?? at;
}

function pressLong() {
  let timer = 0;
  const cancel = () => clearTimeout(timer);
  log.addEventListener("pointerdown", (event) => {
    const bubble = event.target.closest(".bubble");
    cancel();
    if (event.pointerType !== "touch" || !bubble || event.target.closest("a, button")) return;
    timer = setTimeout(() => open(bubble.closest(".entry"), bubble), longPress);
  });
  for (const what of ["pointerup", "pointercancel", "pointermove"]) log.addEventListener(what, cancel, { passive: true });
}
