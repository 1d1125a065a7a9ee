/* The list is whole without this script. With it a field above the list hides what does not
   hold the words that are typed, in title or lead. */
(() => {
  "use strict";
  const language = document.documentElement.lang;
  const letters = language === "sv" ? "åäö" : "";
  const PAUSE = 400;

  // Capitals, signs and accents make no difference, but å, ä and ö are letters of their own.
  function plain(text) {
    const bare = (letter) => letters.includes(letter) ? letter : letter.normalize("NFD").replace(/\p{M}/gu, "");
    const lower = text.normalize("NFC").toLocaleLowerCase(language);
    return [...lower].map(bare).join("").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  }

  for (const filter of document.querySelectorAll("[data-filter]")) {
    const field = filter.querySelector("input");
    const told = filter.querySelector("[role=status]");
    const list = document.getElementById(field.getAttribute("aria-controls"));
    const texts = new Map([...list.children].map((item) => {
      const parts = [...item.querySelectorAll(".item-title, .item-lead")];
      return [item, plain(parts.map((part) => part.textContent).join(" "))];
    }));
    let waiting;

    function show() {
      const words = plain(field.value).split(" ");
      for (const [item, text] of texts) item.hidden = !words.every((word) => text.includes(word));
      const shown = [...texts.keys()].filter((item) => !item.hidden).length;
      const count = shown ? filter.dataset.some : filter.dataset.none;
      const message = words[0] ? count.replace("{shown}", shown).replace("{total}", texts.size) : "";
      clearTimeout(waiting);
      waiting = setTimeout(() => { told.textContent = message; }, PAUSE);
    }

    field.addEventListener("input", show);
    field.addEventListener("keydown", (press) => {
      if (press.key !== "Escape") return;
      field.value = "";
      show();
    });
    addEventListener("pageshow", show);
    filter.hidden = false;
  }
})();
