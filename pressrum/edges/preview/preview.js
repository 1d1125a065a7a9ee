// The preview's own: a tab asks what there is to see at its address, and shows it. No file of the site holds this.
(() => {
  "use strict";

  const { said, now } = document.currentScript.dataset;
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
      return;
    }
    dress(told.sheets);
    lay(told);
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

  // What is wrong lies over the page, within a root of its own: neither's style reaches the other.
  function lay(told) {
    const wrong = JSON.stringify([told.headline, told.faults]);
    if (wrong === laid) return;
    laid = wrong;
    document.querySelector("pressrum-faults")?.remove();
    if (!told.faults.length) return;
    const host = made("pressrum-faults", { lang: told.lang, hidden: true });
    const look = made("link", { rel: "stylesheet", href: "/.pressrum/overlay.css", onload: () => { host.hidden = false; } });
    const items = told.faults.map((fault) => item(fault, told.hint));
    const list = made("ol", {}, ...items);
    const panel = made("section", { role: "alert", tabIndex: 0 }, made("h2", {}, told.headline), list);
    host.attachShadow({ mode: "open" }).append(look, panel);
    document.body.append(host);
  }

  function item(fault, hint) {
    const parts = [];
    if (fault.where) parts.push(made("p", { className: "where" }, fault.where));
    parts.push(made("p", { className: "message" }, fault.message));
    if (fault.before || fault.marked || fault.after) {
      const line = [fault.before, made("mark", {}, fault.marked || " "), fault.after];
      parts.push(made("pre", {}, made("code", {}, ...line)));
    }
    if (fault.hint) parts.push(made("p", { className: "hint" }, made("b", {}, hint + ":"), " " + fault.hint));
    return made("li", {}, ...parts);
  }

  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => { stream?.close(); stream = null; });
  addEventListener("pageshow", listen);
  document.addEventListener("DOMContentLoaded", listen);
})();
