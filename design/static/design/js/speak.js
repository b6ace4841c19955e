// data-speak="id": reads that element aloud, plays or stops; hidden when the browser has no voice for the language.
(() => {
  if (!("speechSynthesis" in window)) return;
  const speech = window.speechSynthesis;
  const languageOf = (element) => (element.closest("[lang]") || document.documentElement).lang || "en";
  const voiceFor = (language) => speech.getVoices().find((voice) => voice.lang.slice(0, 2) === language.slice(0, 2));
  const buttons = () => document.querySelectorAll("[data-speak]");

  const show = () => {
    for (const button of buttons()) button.hidden = !voiceFor(languageOf(button));
  };
  const mark = (button, playing) => {
    button.setAttribute("aria-pressed", String(playing));
    const [play, stop] = button.querySelectorAll("span");
    play.hidden = playing;
    stop.hidden = !playing;
  };
  const stop = () => {
    speech.cancel();
    for (const button of buttons()) mark(button, false);
  };
  // Sentence by sentence: some browsers go silent in the middle of a long utterance.
  const sentences = (text) => text.match(/[^.!?…\n]+[.!?…]*/g) || [];
  const play = (button) => {
    const source = document.getElementById(button.dataset.speak);
    if (!source) return;
    stop();
    mark(button, true);
    const parts = sentences(source.innerText).map((part) => part.trim()).filter(Boolean);
    parts.forEach((part, place) => {
      const said = new SpeechSynthesisUtterance(part);
      said.lang = languageOf(source);
      said.voice = voiceFor(said.lang);
      if (place === parts.length - 1) said.onend = () => mark(button, false);
      speech.speak(said);
    });
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-speak]");
    if (!button) return;
    if (button.getAttribute("aria-pressed") === "true") stop();
    else play(button);
  });
  speech.addEventListener("voiceschanged", show);
  document.addEventListener("htmx:beforeSwap", stop);
  document.addEventListener("htmx:afterSettle", show);
  window.addEventListener("pagehide", stop);
  show();
})();
