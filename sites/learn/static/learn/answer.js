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
  const drawer = () => "answer-" + (run()?.dataset.sitting ?? "");

  function keep(sent) {
    const fields = [...new FormData(sent).entries()].filter(([name]) => name !== "csrfmiddlewaretoken");
    if (sent.dataset.skipped) fields.push(["skip", "1"]);
    try { sessionStorage.setItem(drawer(), JSON.stringify(fields)); } catch { /* private window: memory alone */ }
  }

  function forget(sitting) {
    quiet();
    hold(false);
    try { sessionStorage.removeItem("answer-" + sitting); } catch { /* nothing was kept */ }
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
    current.requestSubmit(pressed(current));
  }

  // A skipped question is sent again as skipped.
  function pressed(current) {
    return current.dataset.skipped ? current.querySelector("[name=skip]") : current.querySelector("button:not([name=skip])");
  }

  function putBack() {
    let kept = null;
    try { kept = JSON.parse(sessionStorage.getItem(drawer())); } catch { return; }
    const current = form();
    if (!kept || !current) return;
    const values = new Map(kept);
    if (values.get("position") !== current.elements.position.value) { forget(run().dataset.sitting); return; }
    for (const [name, value] of kept) {
      for (const control of current.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (control.type === "radio" || control.type === "checkbox") control.checked = control.checked || control.value === value;
        else if (control.tagName !== "BUTTON") control.value = value;
      }
    }
    if (values.get("skip")) current.dataset.skipped = "1";
    waiting = true;
    again();
  }

  document.addEventListener("submit", (event) => {
    const sent = event.target;
    if (!sent.matches("form[data-answer]")) return;
    if (event.submitter?.name === "skip") sent.dataset.skipped = "1";
    else if (!waiting) delete sent.dataset.skipped;
    keep(sent);
    waiting = true;
  }, true);

  // By now the form may have left the page, and the event comes from what took its place.
  document.addEventListener("htmx:afterRequest", (event) => {
    const sent = event.detail.requestConfig?.elt;
    if (!sent?.matches("form[data-answer]")) return;
    const { status = 0, getResponseHeader: header } = event.detail.xhr ?? {};
    const settled = status === 409 || status === 422 || ["X-Receipt", "HX-Redirect"].some((name) => header.call(event.detail.xhr, name));
    if (status === 0 || status >= 500) late();
    else if (settled) forget(sent.dataset.answer);
    else quiet(); // another page came, to sign in for instance: the answer stays kept for the way back
  });

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
  if (document.readyState !== "loading") { clock(); putBack(); }
})();
