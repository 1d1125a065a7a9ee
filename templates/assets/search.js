/* The search: Pagefind, which is served with the site, finds; this asks it and shows the answer.
   Without this script the page leads to the archive. Elsewhere the form leads to the page. */
(() => {
  "use strict";
  const form = document.querySelector("[data-search]");
  if (!form) return;
  const results = document.querySelector("[data-results]");
  const field = form.elements.q;
  const disk = location.protocol === "file:";
  const PAUSE = 300;
  const PORTION = 10;

  function address() {
    const to = new URL(form.action);
    for (const [name, value] of new FormData(form)) {
      if (value.trim()) to.searchParams.set(name, value.trim());
    }
    if (disk) to.pathname += "index.html";
    return to;
  }

  // From disk no browser lets a page fetch an index.
  form.hidden = disk && results !== null;
  if (!results) {
    form.addEventListener("submit", (submitted) => {
      submitted.preventDefault();
      location.assign(address());
    });
    return;
  }

  const choices = form.querySelectorAll("select");
  const told = document.querySelector("[role=status]");
  const more = document.querySelector("[data-more]");
  const off = document.querySelector("[data-off]");
  const title = document.title;
  let loading;
  let turn = Promise.resolve();
  let number = 0;
  let found = [];
  let pause;

  function load() {
    loading ??= import(new URL(form.dataset.pagefind, document.baseURI)).then(async (pagefind) => {
      // The date can be looked for, and that a text is corrected, but neither says what it is about.
      await pagefind.options({ ranking: { metaWeights: { date: 0, corrected: 0 } } });
      await pagefind.init();
      return pagefind;
    });
    return loading;
  }

  const bare = (text) => text.toLowerCase().normalize("NFD").replace(/[^\p{L}\p{N}\s]/gu, "");

  // What may follow a word of which it is another form: "lekplatser" is looked for, "lekplats" stands there.
  const FORM = /^(?:[aeo]?r?(?:na)?|[ae]?[nt]|ade?)s?$/;
  const STEM = 4;

  // Of a word that stands nowhere Pagefind takes the beginning ("bo" of "bostadsbrist"), or passes it by.
  // In quotes it takes a word whole; one that is still being typed has to be seen in what it finds,
  // or be another form of a word there.
  async function stands(pagefind, word, filters) {
    if ((await pagefind.search(`"${word}"`, { filters })).results.length) return true;
    const { results } = await pagefind.search(word, { filters });
    const shown = await Promise.all(results.slice(0, PORTION).map(async ({ words, data }) => {
      const { content, meta } = await data();
      const all = content.split(/\s+/);
      return [...words.map((number) => all[number]), ...Object.values(meta)].join(" ");
    }));
    const [typed, seen] = [bare(word), bare(shown.join(" "))];
    return seen.includes(typed) || seen.split(/\s+/).some((stem) =>
      stem.length >= STEM && typed.startsWith(stem) && FORM.test(typed.slice(stem.length)));
  }

  // Pagefind takes å for a. Texts that have the letters as they were typed come first, then the others.
  async function find(words, filters) {
    const pagefind = await load();
    const all = new Map();
    await pagefind.options({ exactDiacritics: false });
    for (const word of words.match(/[^\s"]*[\p{L}\p{N}][^\s"]*/gu) ?? []) {
      if (!(await stands(pagefind, word, filters))) return [];
    }
    for (const exactDiacritics of words ? [true, false] : [false]) {
      await pagefind.options({ exactDiacritics });
      const answer = await pagefind.search(words || null, { filters, sort: words ? {} : { moment: "desc" } });
      for (const result of answer.results) if (!all.has(result.id)) all.set(result.id, result);
    }
    return [...all.values()];
  }

  function made(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  const signs = (html) => html.replaceAll("&lt;", "<").replaceAll("&gt;", ">");

  // An excerpt is text, with marks around the words that were found, and "<" and ">" written as in HTML.
  function excerpt(text) {
    const cut = signs(text.plain_excerpt);
    const parts = text.excerpt.split(/<\/?mark>/).map(signs);
    return [
      text.content.startsWith(cut) ? "" : "… ",
      ...parts.map((part, index) => index % 2 ? made("mark", {}, part) : part),
      text.content.endsWith(cut) ? "" : " …",
    ];
  }

  function item(text) {
    const link = made("a", { href: text.url }, text.meta.title);
    const { lang, dir } = text.filters;
    const spoken = lang ? { lang: lang[0], dir: dir[0] } : {};
    const heading = made("h2", { className: "item-title", ...spoken }, link);
    const label = made("strong", { className: "label" }, text.meta.corrected ?? "");
    const mark = text.meta.corrected ? [made("p", { className: "item-lead" }, label)] : [];
    const lead = made("p", { className: "item-lead", ...spoken }, ...excerpt(text));
    const date = made("p", { className: "item-date" }, text.meta.date);
    return made("li", { className: "item" }, date, made("div", {}, heading, ...mark, lead));
  }

  async function portion() {
    const texts = await Promise.all(found.splice(0, PORTION).map((result) => result.data()));
    return texts.map(item);
  }

  function failed() {
    loading = undefined;
    told.textContent = "";
    off.querySelector("span").textContent = form.dataset.failed;
    off.hidden = false;
  }

  async function search() {
    const mine = ++number;
    // A number that was copied from a page has hard spaces, and Pagefind parts words at plain ones.
    const words = field.value.normalize("NFC").trim().replace(/\s+/g, " ");
    const filters = Object.fromEntries([...choices].filter((choice) => choice.value).map((choice) => [choice.name, choice.value]));
    const asked = words || Object.keys(filters).length;
    document.title = words ? `${words} – ${title}` : title;
    off.hidden = true;
    if (asked && !loading) told.textContent = form.dataset.busy;
    try {
      turn = turn.catch(() => {}).then(() => asked ? find(words, filters) : []);
      const all = await turn;
      if (mine !== number) return;
      const { one, many, none } = form.dataset;
      const count = all.length === 1 ? one : all.length ? many.replace("{count}", all.length) : none;
      found = [...all];
      const items = await portion();
      if (mine !== number) return;
      results.replaceChildren(...items);
      more.hidden = !found.length;
      told.textContent = asked ? count : "";
    } catch {
      if (mine === number) failed();
    }
  }

  // What is typed on takes the place of what was typed before; what was looked for on purpose stays.
  function go(typing) {
    const to = address();
    const state = { typing };
    if (to.href === location.href || history.state?.typing) history.replaceState(state, "", to);
    else history.pushState(state, "", to);
    search();
  }

  function read() {
    const asked = new URLSearchParams(location.search);
    field.value = asked.get("q") ?? "";
    for (const choice of choices) {
      choice.value = asked.get(choice.name) ?? "";
      if (choice.selectedIndex < 0) choice.value = "";
    }
    search();
  }

  form.addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    clearTimeout(pause);
    go(false);
  });
  form.addEventListener("change", (changed) => { if (changed.target !== field) go(false); });
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => go(true), PAUSE);
  });
  field.addEventListener("keydown", (press) => {
    if (press.key !== "Escape") return;
    field.value = "";
    clearTimeout(pause);
    go(true);
  });
  field.addEventListener("focus", () => { load().catch(failed); }, { once: true });
  more.addEventListener("click", async () => {
    const mine = number;
    const items = await portion().catch(failed);
    if (!items || mine !== number) return;
    results.append(...items);
    more.hidden = !found.length;
    items[0].querySelector("a").focus();
  });
  addEventListener("popstate", read);
  if (disk) failed();
  else read();
})();
