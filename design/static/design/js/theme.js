// data-theme-choice: light, dark or as the device. Kept on this device only; read in <head>, before the first paint.
(() => {
  const root = document.documentElement;
  const chosen = () => {
    try { return localStorage.getItem("theme") || "system"; } catch { return "system"; }
  };
  const keep = (choice) => {
    try { localStorage.setItem("theme", choice); } catch { /* private browsing: it lasts as long as the page */ }
  };
  const apply = (choice) => {
    if (choice === "light" || choice === "dark") root.dataset.theme = choice;
    else delete root.dataset.theme;
    for (const button of document.querySelectorAll("[data-theme-choice]"))
      button.setAttribute("aria-pressed", String(button.dataset.themeChoice === choice));
  };

  apply(chosen());
  document.addEventListener("DOMContentLoaded", () => {
    for (const group of document.querySelectorAll("[data-themes]")) group.hidden = false;
    apply(chosen());
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-theme-choice]");
    if (!button) return;
    keep(button.dataset.themeChoice);
    apply(button.dataset.themeChoice);
  });
})();
