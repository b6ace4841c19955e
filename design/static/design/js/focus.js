// After a part of the page is replaced, the errors or the new heading take focus, and [data-announce] is said aloud.
(() => {
  const find = (part, selector) => (part.matches(selector) ? part : part.querySelector(selector));
  const settle = (part) => {
    const place = find(part, "[data-focus]") || find(part, 'h1[tabindex="-1"], h2[tabindex="-1"]');
    if (place) {
      if (place.matches("h1")) window.scrollTo(0, 0);
      place.focus({ preventScroll: place.matches("h1") });
    }
    const news = find(part, "[data-announce]");
    const said = document.getElementById("announce");
    if (news && said) said.textContent = news.textContent.trim();
  };

  document.addEventListener("htmx:afterSettle", (event) => settle(event.target));
  const waiting = document.querySelector("[data-focus]");
  if (waiting) waiting.focus();
})();
