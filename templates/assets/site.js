/* All is there without this script. It moves meetings that are over by the reader's clock, and
   lets the site be browsed from disk, where ?now=2016-11-28T10:00 shows it as it was then.
   Nothing here is newer than 2017: a phone that cannot read a part of it would run nothing of it. */
(() => {
  "use strict";
  const disk = location.protocol === "file:";
  const then = disk && new URLSearchParams(location.search).get("now");
  const all = (selector, within = document) => within.querySelectorAll(selector);
  const isPast = (instant) => Date.parse(instant) <= (then ? Date.parse(then) : Date.now());
  const isOver = (part) => isPast(part.dataset.over);

  function regroup() {
    for (const schedule of all("[data-schedule]")) {
      const coming = schedule.querySelector("[data-coming]");
      const past = schedule.querySelector("[data-past]");
      const part = schedule.querySelector("[data-past-part]");
      const over = [...coming.children].filter(isOver);
      for (const stop of over) past.prepend(stop);
      const none = !coming.children.length;
      coming.hidden = none;
      schedule.querySelector("[data-some]").hidden = none;
      schedule.querySelector("[data-none]").hidden = !none;
      part.hidden = !past.children.length;
      if (over.length && none && "open" in part) part.open = true;
    }
    for (const choice of all("[data-next]")) {
      const next = [...all("[data-over]", choice)].find((meeting) => !isOver(meeting));
      for (const part of choice.children) part.hidden = part !== (next || choice.querySelector("[data-none]"));
    }
    for (const meeting of all("[data-over]")) {
      if (!isOver(meeting)) continue;
      for (const part of all("[data-when]", meeting)) part.hidden = part.dataset.when === "coming";
    }
  }

  // A district has another state once its last meeting is past; of several days the next one is shown.
  function turn() {
    for (const row of all(".map-table tr")) {
      const days = [...all(".map-day", row)];
      days.forEach((day, index) => { day.hidden = isOver(day) && index < days.length - 1; });
      const area = all(".map-sheet > .map-district", row.closest(".map"))[row.rowIndex - 1];
      const next = days.find((day) => !day.hidden);
      if (area && next) area.setAttribute("href", next.getAttribute("href"));
    }
    for (const part of all("[data-turns]")) {
      if (!isPast(part.dataset.turns)) continue;
      part.removeAttribute("data-turns");
      const { after } = part.dataset;
      part.classList.replace("map-booked", `map-${after}`);
      part.querySelector(".map-area").setAttribute("fill", `url(#map-${after})`);
      const told = part.closest(".map").dataset[after];
      const word = part.querySelector(".map-word");
      if (word) word.textContent = told[0].toUpperCase() + told.slice(1);
      else part.setAttribute("aria-label", part.getAttribute("aria-label").replace(/: .*/, ": " + told));
    }
  }

  // A part that can be copied says so once there is a script to do it.
  for (const part of all("[data-copies]")) {
    if (!navigator.clipboard) break;
    part.hidden = false;
    part.querySelector("button").addEventListener("click", async () => {
      const [text] = all(part.dataset.copies);
      await navigator.clipboard.writeText((text.content ? text.content.textContent : text.innerText).trim());
      part.querySelector("[role=status]").textContent = part.dataset.done;
    });
  }

  const keepUp = () => { regroup(); turn(); };
  keepUp();
  document.addEventListener("visibilitychange", keepUp);
  setInterval(keepUp, 30000);

  if (!disk) return;
  // A link on the map has no text in `href`: it is read and written as an attribute, like all others.
  for (const link of all("a[href]")) {
    const to = new URL(link.getAttribute("href"), document.baseURI);
    if (to.protocol !== "file:") continue;
    if (to.pathname.endsWith("/")) to.pathname += "index.html";
    if (then && to.pathname.endsWith(".html")) to.search = location.search;
    link.setAttribute("href", to.href);
  }
  const moved = document.querySelector("[data-moved]");
  if (moved) location.replace(moved.href);
})();
