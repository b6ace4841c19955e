// data-dialog="id" on a link or a button: asks in a dialog instead of on the page the link leads to.
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog]");
  const dialog = opener && document.getElementById(opener.dataset.dialog);
  if (!dialog || !dialog.showModal) return;
  event.preventDefault();
  dialog.showModal();
});
