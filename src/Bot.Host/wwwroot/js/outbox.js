// What was sent off but is not yet in the conversation. It survives a reload; the id made here names the post, so that
// sending it again after a failure never posts it twice.
import { entryOf, onEntry, toBottom } from "./entries.js";
import { catchUp } from "./live.js";
import { log, newId, path, recall, refusalOf, remember, room, viewer } from "./page.js";

const key = `outbox:${viewer}:${room}`;
const pauses = [1_500, 4_000, 10_000];
const list = document.getElementById("pending");
const template = document.getElementById("pending-template");
const waiting = new Map();
let items = [];
let sending = false;
let putBack = () => {};

/** @param back gets an item whose text is to be changed before it is sent again. */
export function startOutbox(back) {
  putBack = back;
  onEntry((entry) => settle(entry.dataset.id));
  for (const item of recall(key) ?? []) {
    show(item);
    if (item.loading > 0) fail(item, "页面刷新时照片还没传完，请点“改一改”，重新添加照片再发。", false);
    else if (item.failure) fail(item, item.failure, true);
  }
  work();
}

/** Sends a text, answered bubble and photos; `tickets` comes when the photos are there, or rejects with a sentence. */
export function send({ text, quotes, tickets, names }) {
  const item = { client: newId(), text, quotes, tickets: [], names, loading: names.length, failure: "" };
  show(item);
  toBottom();
  tickets.then(
    (done) => {
      item.tickets = done;
      item.loading = 0;
      keep();
      work();
    },
    (sentence) => {
      item.loading = 0;
      fail(item, sentence, false);
    },
  );
}

async function work() {
  if (sending) return;
  sending = true;
  let item;
  while ((item = items.find((i) => !i.failure && i.loading === 0 && !i.taken))) await deliver(item);
  sending = false;
}

async function deliver(item) {
  for (let attempt = 0; items.includes(item); attempt++) {
    const sentence = await post(item);
    if (sentence === "") return;
    if (sentence) return fail(item, sentence, true);
    if (attempt === pauses.length) return fail(item, "网络不通，没有发出去。等网络好了点“重新发送”。", true);
    say(item, "网络不稳，正在重试…");
    await new Promise((next) => setTimeout(next, pauses[attempt]));
  }
}

/** "" when it was taken, a sentence when it was refused, nothing when nobody can tell. */
async function post(item) {
  const form = new FormData();
  form.append("client", item.client);
  if (item.quotes) form.append("quotes", item.quotes);
  form.append("text", item.text);
  for (const ticket of item.tickets) form.append("ticket", ticket);
  let response;
  try {
    response = await fetch(path("messages"), { method: "POST", body: form });
  } catch {
    return undefined;
  }
  if (response.status >= 500) return undefined;
  if (!response.ok) return await refusalOf(response);
  item.taken = true;
  waiting.set((await response.json()).id, item);
  for (const id of [...waiting.keys()]) if (entryOf(id)) settle(id);
  setTimeout(() => waiting.size > 0 && catchUp(), 1_500);
  keep();
  return "";
}

function settle(id) {
  const item = waiting.get(id);
  if (!item) return;
  waiting.delete(id);
  drop(item);
}

function show(item) {
  items.push(item);
  const bubble = template.content.cloneNode(true).firstElementChild;
  item.bubble = bubble;
  bubble.querySelector(".text").textContent = item.text;
  bubble.querySelector(".bubble").hidden = item.text === "";
  const face = bubble.querySelector(".avatar");
  face.textContent = log.dataset.initial;
  face.classList.add(log.dataset.hue);
  bubble.querySelector(".pending-files").textContent = item.names.length > 0 ? `${item.names.length}张照片或文件` : "";
  bubble.addEventListener("click", (event) => {
    const what = event.target.closest("[data-do]")?.dataset.do;
    if (what === "again") again(item);
    if (what === "change") {
      drop(item);
      putBack(item);
    }
    if (what === "drop") drop(item);
  });
  list.append(bubble);
  keep();
}

function again(item) {
  item.failure = "";
  item.bubble.classList.remove("failed");
  item.bubble.querySelector(".pending-actions").hidden = true;
  say(item, "发送中…");
  work();
}

function fail(item, sentence, mayRepeat) {
  item.failure = sentence;
  item.bubble.classList.add("failed");
  item.bubble.querySelector(".pending-actions").hidden = false;
  item.bubble.querySelector("[data-do=again]").hidden = !mayRepeat;
  say(item, sentence);
  keep();
}

function say(item, sentence) {
  item.bubble.querySelector(".state").textContent = sentence;
}

function drop(item) {
  items = items.filter((i) => i !== item);
  item.bubble.remove();
  keep();
}

function keep() {
  const kept = items.filter((i) => !i.taken).map(({ bubble, ...rest }) => rest);
  remember(key, kept.length > 0 ? kept : null);
}
