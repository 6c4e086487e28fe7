// The last resort where no recording could be made: the browser's own voice, sentence by sentence.
export function offer(now, button) {
  const { number, card } = now;
  const voices = window.speechSynthesis?.getVoices() ?? [];
  const voice = voices.find((one) => one.lang.startsWith(card?.language));
  const text = document.querySelector(`listen-article[data-number="${number}"]`)?.closest("article");
  if (!voice || !text) return;
  const show = () => {
    button.hidden = now.state !== "failed";
    if (button.hidden) speechSynthesis.cancel();
  };
  addEventListener("listening", show);
  show();
  button.onclick = () => {
    const silent = !speechSynthesis.speaking;
    speechSynthesis.cancel();
    button.ariaPressed = silent;
    if (silent) read(voice, text.querySelectorAll("h1, .article__lead, .text :is(p, li, h2)"));
  };
}

function read(voice, units) {
  const splitter = new Intl.Segmenter(voice.lang, { granularity: "sentence" });
  for (const unit of units) {
    for (const { segment } of splitter.segment(unit.textContent)) {
      const sentence = new SpeechSynthesisUtterance(segment);
      sentence.voice = voice;
      sentence.lang = voice.lang;
      speechSynthesis.speak(sentence);
    }
  }
}
