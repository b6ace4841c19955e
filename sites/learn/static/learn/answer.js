// The answer form: what is typed is kept until the server's receipt arrives, and sent again by itself, under the same key.
// Also the clock of a timed question, and the reminder of a question to answer without leaving the page.
(() => {
  "use strict";
  const WAITS = [500, 1000, 2000, 4000, 8000]; // then every 10 s, give or take 20 %
  let tries = 0;
  let timer = 0;
  let waiting = false; // an answer was sent and its receipt has not come

  const run = () => document.getElementById("run");
  const form = () => document.querySelector("form[data-answer]");
  const band = () => document.getElementById("not-saved");
  const drawer = "answer-" + run()?.dataset.sitting; // one page, one sitting

  function keep(sent) {
    const fields = [...new FormData(sent).entries()].filter(([name]) => name !== "csrfmiddlewaretoken");
    try { sessionStorage.setItem(drawer, JSON.stringify(fields)); } catch { /* private window: memory alone */ }
  }

  function forget() {
    quiet();
    hold(false);
    try { sessionStorage.removeItem(drawer); } catch { /* nothing was kept */ }
  }

  function quiet() {
    waiting = false;
    tries = 0;
    clearTimeout(timer);
    band()?.setAttribute("hidden", "");
  }

  function late() {
    band()?.removeAttribute("hidden");
    hold(true);
    const wait = WAITS[tries] ?? 10000 * (0.8 + 0.4 * Math.random());
    tries += 1;
    clearTimeout(timer);
    timer = setTimeout(again, wait);
  }

  // An answer that may already have arrived can no longer be changed: the same key must stay the same answer.
  function hold(held) {
    for (const part of form()?.querySelectorAll("[data-given], [name=skip]") ?? []) part.inert = held;
  }

  function again() {
    const current = form();
    if (!current || !waiting) return;
    current.requestSubmit();
  }

  // A skipped question is sent again as skipped, whichever button sends it.
  function skip(skipped) {
    if (skipped.querySelector("input[name=skip]")) return;
    skipped.append(Object.assign(document.createElement("input"), { type: "hidden", name: "skip", value: "1" }));
  }

  function putBack() {
    let kept = null;
    try { kept = JSON.parse(sessionStorage.getItem(drawer)); } catch { return; }
    const current = form();
    if (!kept || !current) return;
    const values = new Map(kept);
    if (values.get("position") !== current.elements.position.value) { forget(); return; }
    for (const [name, value] of kept) {
      for (const control of current.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (control.type === "radio" || control.type === "checkbox") control.checked = control.checked || control.value === value;
        else if (control.tagName !== "BUTTON") control.value = value;
      }
    }
    if (values.get("skip")) skip(current);
    waiting = true;
    again();
  }

  document.addEventListener("submit", (event) => {
    const sent = event.target;
    if (!sent.matches("form[data-answer]")) return;
    if (event.submitter?.name === "skip") skip(sent);
    keep(sent);
    waiting = true;
  }, true);

  // The form may have left the page by now: the event then comes from what took its place.
  document.addEventListener("htmx:afterRequest", (event) => {
    const { xhr, requestConfig } = event.detail;
    if (!requestConfig?.elt.matches("form[data-answer]")) return;
    const status = xhr?.status ?? 0;
    if (status === 0 || status >= 500) late();
    else if (isSettled(xhr)) forget();
    else quiet(); // another page came, to sign in for instance: the answer is kept for the way back
  });

  // Kept, refused, over, or to be mended: the page says which.
  function isSettled(xhr) {
    return [409, 422].includes(xhr.status) || ["X-Receipt", "HX-Redirect"].some((name) => xhr.getResponseHeader(name));
  }

  window.addEventListener("beforeunload", (event) => { if (waiting && tries > 0) event.preventDefault(); });
  window.addEventListener("online", () => { if (waiting && tries > 0) again(); });

  // --- the clock of a timed question ---
  let ticking = 0;
  function clock() {
    clearInterval(ticking);
    const box = document.querySelector("[data-ends-in]");
    if (!box) return;
    const end = performance.now() + 1000 * Number(box.dataset.endsIn);
    const text = box.querySelector("[data-clock]");
    const say = () => {
      const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      text.textContent = box.dataset[left ? "left" : "over"].replace("%s", left);
      if (!left) clearInterval(ticking);
    };
    say();
    ticking = setInterval(say, 1000);
  }

  // --- a question to answer without leaving the page ---
  function left() {
    const box = document.querySelector("[data-focus-mode]");
    if (!box || waiting) return;
    box.querySelector("[data-left-page]").hidden = false;
    const field = form()?.elements.left;
    if (field) field.value = "1";
  }
  document.addEventListener("visibilitychange", () => { if (document.hidden) left(); });
  window.addEventListener("blur", left);

  document.addEventListener("htmx:afterSettle", clock);
  document.addEventListener("DOMContentLoaded", () => { clock(); putBack(); });
})();
