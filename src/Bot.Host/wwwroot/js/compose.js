// The box to write in: text, what it answers or changes, photos by picking, pasting and dropping.
import { addFiles, isEmpty, takeAll, trouble } from "./album.js";
import { send } from "./outbox.js";
import { path, recall, refusalOf, remember, room, viewer } from "./page.js";

const form = document.getElementById("compose");
const text = document.getElementById("text");
const button = document.getElementById("send");
const files = document.getElementById("files");
const refusal = document.getElementById("refusal");
const answering = document.getElementById("answering");
const drop = document.getElementById("drop");
const draftKey = `draft:${viewer}:${room}`;
const longest = 20_000;
const withKeyboard = matchMedia("(pointer: fine)");
let mode = { quotes: null, edits: null };

export function startCompose() {
  const draft = recall(draftKey);
  if (draft && text.value === "") text.value = draft.text;
  if (draft?.quotes) answer(draft.quotes.id, draft.quotes.label);
  text.addEventListener("input", changed);
  text.addEventListener("keydown", onKey);
  text.addEventListener("paste", (event) => take(event, event.clipboardData));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  files.addEventListener("change", () => {
    addFiles([...files.files]);
    files.value = "";
    text.focus();
  });
  answering.querySelector("button").addEventListener("click", () => leaveMode());
  acceptDrops();
  fit();
  if (withKeyboard.matches) text.focus();
}

/** The next message answers a bubble. */
export function quote(entry) {
  const who = entry.querySelector(".meta .who")?.textContent ?? "";
  const what = entry.querySelector(".text")?.textContent ?? "［照片或文件］";
  leaveMode();
  answer(entry.dataset.id, `引用 ${who}：${what.slice(0, 60)}`);
  keepDraft();
}

/** The text of one's own bubble is changed. */
export function edit(entry) {
  leaveMode();
  mode.edits = { id: entry.dataset.id, before: text.value };
  text.value = entry.querySelector(".text")?.textContent ?? "";
  button.textContent = "保存";
  banner("正在编辑您发的消息");
  focusEnd();
}

/** Puts back what could not be sent. */
export function putBack(item) {
  leaveMode();
  text.value = text.value.trim() === "" ? item.text : `${item.text}\n${text.value}`;
  if (item.quotes) answer(item.quotes, "引用");
  changed();
  focusEnd();
}

function answer(id, label) {
  mode.quotes = { id, label };
  banner(label);
  focusEnd();
}

function banner(label) {
  answering.querySelector("p").textContent = label;
  answering.hidden = false;
}

function leaveMode() {
  if (mode.edits) text.value = mode.edits.before;
  mode = { quotes: null, edits: null };
  button.textContent = "发送";
  answering.hidden = true;
  refusal.textContent = "";
  changed();
  if (withKeyboard.matches) text.focus();
}

function focusEnd() {
  fit();
  text.focus();
  text.setSelectionRange(text.value.length, text.value.length);
}

function onKey(event) {
  if (event.isComposing || event.keyCode === 229) return; // Enter that picks a word of the input method
  if (event.key === "Enter" && !event.shiftKey && withKeyboard.matches) {
    event.preventDefault();
    submit();
  } else if (event.key === "Escape" && !answering.hidden) {
    event.preventDefault();
    leaveMode();
  }
}

async function submit() {
  const written = text.value;
  refusal.textContent = "";
  if (written.length > longest)
    return void (refusal.textContent = `这条消息有${written.length}个字，一条最多${longest}个字。请分几条发，或者把文件作为附件发来。`);
  if (mode.edits) return await save(written);
  const bad = trouble();
  if (bad) return void (refusal.textContent = bad);
  if (written.trim() === "" && isEmpty()) return text.focus();
  const quotes = mode.quotes?.id ?? null;
  text.value = "";
  leaveMode();
  send({ text: written, quotes, ...takeAll() });
  text.focus();
}

async function save(written) {
  if (written.trim() === "") return void (refusal.textContent = "消息不能改成空的。不要了可以撤回。");
  button.disabled = true;
  try {
    const response = await fetch(path("edit", { id: mode.edits.id }), { method: "POST", body: written });
    if (response.ok) leaveMode();
    else refusal.textContent = await refusalOf(response);
  } catch {
    refusal.textContent = "网络不通，没有保存。等网络好了再点“保存”。";
  }
  button.disabled = false;
}

function changed() {
  fit();
  keepDraft();
}

function keepDraft() {
  if (mode.edits) return;
  remember(draftKey, text.value === "" && !mode.quotes ? null : { text: text.value, quotes: mode.quotes });
}

/** As high as what is written, where the browser does not do it by itself. */
function fit() {
  if (CSS.supports("field-sizing", "content")) return;
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight + 2}px`;
}

function take(event, data) {
  const given = [...(data?.files ?? [])];
  if (given.length === 0) return;
  event.preventDefault();
  addFiles(given);
}

function acceptDrops() {
  const carriesFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  let depth = 0;
  addEventListener("dragenter", (event) => carriesFiles(event) && (depth++, (drop.hidden = false)));
  addEventListener("dragleave", (event) => carriesFiles(event) && --depth <= 0 && ((depth = 0), (drop.hidden = true)));
  addEventListener("dragover", (event) => carriesFiles(event) && event.preventDefault());
  addEventListener("drop", (event) => {
    depth = 0;
    drop.hidden = true;
    if (!carriesFiles(event)) return;
    take(event, event.dataTransfer);
    text.focus();
  });
}
