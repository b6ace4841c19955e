// data-dismiss in a notice: takes the notice away, and leaves the focus at the top of the content.
(() => {
  const show = () => {
    for (const button of document.querySelectorAll("[data-dismiss]")) button.hidden = false;
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-dismiss]");
    if (!button) return;
    button.closest(".al-notice").remove();
    document.getElementById("content")?.focus();
  });
  document.addEventListener("htmx:afterSettle", show);
  show();
})();
