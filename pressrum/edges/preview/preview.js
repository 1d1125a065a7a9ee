// The preview's own: a tab asks what there is to see at its address, and shows it. No file of the site holds this.
(() => {
  "use strict";

  const { said, now } = document.currentScript.dataset;
  const [TOLD, OPEN] = ["pressrum-told", "pressrum-open"]; // what the tab heard last; whether its bar is open
  let stream = null;
  let laid = "";

  // With --now it is that moment in the browser too: meetings regroup by it.
  if (now) Date.now = () => Date.parse(now);

  // A browser has six connections to a host: a tab that nobody looks at gives up its own, and asks
  // again when it is looked at.
  function listen() {
    if (document.hidden) {
      stream?.close();
      stream = null;
    } else if (!stream) {
      stream = new EventSource("/.pressrum/events?" + new URLSearchParams({ page: location.pathname }));
      stream.onmessage = (event) => show(JSON.parse(event.data));
    }
  }

  function show(told) {
    if (told.said !== said) {
      stream.close();
      location.reload(); // keeps the place on the page
    } else {
      dress(told.sheets);
      lay(told);
    }
    sessionStorage.setItem(TOLD, JSON.stringify(told)); // a mistake that is mended does not come back with the page
  }

  // A style sheet with another digest takes the place of the old one once it is there.
  function dress(sheets) {
    const name = (path) => path.replace(/\.[0-9a-f]{10}\.css$/, "");
    for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const worn = new URL(link.href).pathname;
      const sheet = sheets.find((path) => name(path) === name(worn));
      if (!sheet || sheet === worn) continue;
      const next = link.cloneNode();
      next.onload = () => link.remove();
      next.href = sheet;
      link.after(next);
    }
  }

  function made(tag, of, ...parts) {
    const element = Object.assign(document.createElement(tag), of);
    element.append(...parts);
    return element;
  }

  function lay(told) {
    const all = JSON.stringify([told.headline, told.faults, told.warnings]);
    if (all === laid) return;
    laid = all;
    wrong(told);
    odd(told);
  }

  // What is wrong lies over the page, and is the first that the keyboard reaches.
  function wrong(told) {
    document.querySelector("pressrum-faults")?.remove();
    if (!told.faults.length) return;
    const list = made("ol", {}, ...told.faults.map((fault) => item(fault, told.hint)));
    const panel = made("section", { role: "alert", tabIndex: 0 }, made("h2", {}, told.headline), list);
    document.body.prepend(hung("pressrum-faults", told.lang, panel));
  }

  // What is odd stands at the page's end, and keeps to the window's edge: all that it hides can be scrolled
  // to. The bar is there before it has something to say, for a screen reader to tell of it.
  const count = made("summary", {});
  const list = made("ol", { tabIndex: 0, ariaLive: "off" });
  const bar = made("details", { open: sessionStorage.getItem(OPEN) === "yes" }, count, list);

  // What is reached by keyboard is scrolled to above it (WCAG 2.2, 2.4.11).
  new ResizeObserver(() => { document.documentElement.style.scrollPaddingBottom = `${bar.offsetHeight}px`; }).observe(bar);

  function odd(told) {
    if (!bar.isConnected) document.body.append(hung("pressrum-warnings", told.lang, made("aside", { ariaLive: "polite" }, bar)));
    count.textContent = told.warned;
    list.replaceChildren(...told.warnings.map((warning) => item(warning, told.hint)));
    bar.hidden = !told.warnings.length;
  }

  // Within a root of its own: neither's style reaches the other.
  function hung(name, lang, panel) {
    const host = made(name, { lang, hidden: true });
    const look = made("link", { rel: "stylesheet", href: "/.pressrum/overlay.css", onload: () => { host.hidden = false; } });
    host.attachShadow({ mode: "open" }).append(look, panel);
    return host;
  }

  function item(fault, hint) {
    const parts = [];
    if (fault.where) parts.push(made("p", { className: "where" }, fault.where));
    parts.push(made("p", { className: "message" }, fault.message));
    if (fault.before || fault.marked || fault.after) {
      const line = [fault.before, made("mark", {}, fault.marked || " "), fault.after];
      parts.push(made("pre", {}, made("code", {}, ...line)));
    }
    parts.push(made("p", { className: "hint" }, made("b", {}, hint + ":"), " " + fault.hint));
    return made("li", {}, ...parts);
  }

  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => {
    stream?.close();
    stream = null;
    sessionStorage.setItem(OPEN, bar.open ? "yes" : "no");
  });
  addEventListener("pageshow", listen);
  document.addEventListener("DOMContentLoaded", () => {
    const last = sessionStorage.getItem(TOLD);
    if (last) lay(JSON.parse(last)); // a page is as long as it was before the browser finds its place on it
    listen();
  });
})();
