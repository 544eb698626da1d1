// Buttons below a question: pressed without leaving the page; the chosen one comes back marked.
import { catchUp } from "./live.js";
import { log, refusalOf, tell } from "./page.js";

export function startChoices() {
  log.addEventListener("submit", async (event) => {
    const form = event.target.closest("form.choices");
    if (!form) return;
    event.preventDefault();
    const pressed = event.submitter;
    const body = new URLSearchParams({ data: pressed.value });
    for (const button of form.elements) button.disabled = true;
    try {
      const response = await fetch(form.action, { method: "POST", body });
      if (response.ok) {
        pressed.classList.add("chosen");
        setTimeout(catchUp, 1_500);
        return;
      }
      tell(await refusalOf(response));
    } catch {
      tell("网络不通，没有点上。请再点一次。");
    }
    for (const button of form.elements) button.disabled = false;
  });
}
