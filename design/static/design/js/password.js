// data-reveals="id": shows or hides a password. data-rules-for="id": ticks its rules as one types.
(() => {
  const checks = {
    length: (text, least) => [...text].length >= Number(least),
    upper: (text) => /\p{Lu}/u.test(text),
    lower: (text) => /\p{Ll}/u.test(text),
    digit: (text) => /\p{Nd}/u.test(text),
  };
  const reveal = (button, shown) => {
    document.getElementById(button.dataset.reveals).type = shown ? "text" : "password";
    const [show, hide] = button.querySelectorAll("span");
    show.hidden = shown;
    hide.hidden = !shown;
  };
  const tick = (field) => {
    for (const rule of document.querySelectorAll(`[data-rules-for="${field.id}"] [data-rule]`)) {
      const [name, value] = rule.dataset.rule.split(":");
      const met = checks[name] ? checks[name](field.value, value) : false;
      rule.toggleAttribute("data-met", met);
      rule.querySelector("[data-met-word]").hidden = !met;
    }
  };
  const show = () => {
    for (const button of document.querySelectorAll("[data-reveals]")) button.hidden = false;
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-reveals]");
    if (!button) return;
    const field = document.getElementById(button.dataset.reveals);
    reveal(button, field.type === "password");
  });
  document.addEventListener("input", (event) => {
    if (event.target.id) tick(event.target);
  });
  // A password shown is hidden again before it leaves, so that the browser does not remember it as plain text.
  document.addEventListener("submit", (event) => {
    for (const button of event.target.querySelectorAll("[data-reveals]")) reveal(button, false);
  });
  document.addEventListener("htmx:afterSettle", show);
  show();
})();
