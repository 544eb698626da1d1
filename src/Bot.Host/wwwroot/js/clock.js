// The demo clock: runs on the page as it runs in the program, and is moved without leaving the page.
import { tell } from "./page.js";

const shown = document.getElementById("clock");
const weekdays = "日一二三四五六";
let base = shown ? Date.parse(shown.dateTime) : 0;
let since = performance.now();
let parts;

export function startClock() {
  if (!shown) return;
  parts = new Intl.DateTimeFormat("en-US", {
    timeZone: shown.dataset.zone,
    hourCycle: "h23",
    year: "numeric", month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit",
  });
  setInterval(draw, 1_000);
  for (const form of document.querySelectorAll(".clock form")) form.addEventListener("submit", move);
  const panel = document.querySelector(".clock-set");
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !panel.open) return;
    panel.open = false;
    panel.querySelector("summary").focus();
  });
  document.addEventListener("pointerdown", (event) => !panel.contains(event.target) && (panel.open = false));
}

/** What the program's clock shows, as the stream tells. */
export function setClock(instant) {
  if (!shown || !instant) return;
  base = Date.parse(instant);
  since = performance.now();
  draw();
}

function draw() {
  const now = new Date(base + performance.now() - since);
  const p = Object.fromEntries(parts.formatToParts(now).map((part) => [part.type, part.value]));
  const weekday = weekdays[new Date(Date.UTC(p.year, p.month - 1, p.day)).getUTCDay()];
  const label = `${p.month}月${p.day}日 周${weekday} ${p.hour}:${p.minute}`;
  if (shown.textContent !== label) {
    shown.textContent = label;
    shown.dateTime = now.toISOString();
  }
}

async function move(event) {
  event.preventDefault();
  const form = new FormData(event.target, event.submitter);
  const buttons = document.querySelectorAll(".clock button");
  for (const button of buttons) button.disabled = true; // a month takes a few seconds
  shown.setAttribute("aria-busy", "true");
  try {
    const response = await fetch("/clock", { method: "POST", body: new URLSearchParams(form) });
    if (response.ok) setClock(await response.text());
    else tell(response.status === 422 ? await response.text() : "时钟没有拨动，请刷新页面后再试。");
  } catch {
    tell("网络不通，时钟没有拨动。");
  }
  for (const button of buttons) button.disabled = false;
  shown.removeAttribute("aria-busy");
  event.submitter?.focus({ preventScroll: true });
  document.querySelector(".clock-set").open = false;
}
