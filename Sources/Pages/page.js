// Makes the pages quicker to use; without it they are whole. Nothing here knows a figure: parts are
// swapped for the same parts of the same pages.
"use strict";
(() => {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const store = {
    get() { try { return localStorage.getItem("theme"); } catch { return null; } },
    set(theme) {
      try {
        if (theme) localStorage.setItem("theme", theme); else localStorage.removeItem("theme");
      } catch { /* The choice holds for this page only. */ }
    },
  };
  // Before anything is painted: the theme that was kept, unless the address says one.
  const kept = store.get();
  if (kept && !asked.has("theme")) root.dataset.theme = kept;

  const say = (vi, en) => (root.lang === "en" ? en : vi);

  function themes() {
    const links = document.querySelectorAll("[data-choice]");
    const show = () => links.forEach((link) => {
      const is = link.dataset.choice === (root.dataset.theme || "auto");
      if (is) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
    });
    show();
    links.forEach((link) => link.addEventListener("click", (event) => {
      event.preventDefault();
      const theme = link.dataset.choice === "auto" ? "" : link.dataset.choice;
      store.set(theme);
      if (theme) root.dataset.theme = theme; else delete root.dataset.theme;
      show();
      // What is shown is what was kept from now on, not what the address and its ways said.
      const here = new URL(location.href);
      here.searchParams.delete("theme");
      history.replaceState(null, "", here);
      document.querySelectorAll("input[name=theme]").forEach((field) => field.remove());
      document.querySelectorAll("a[href*='theme=']").forEach((way) => {
        const there = new URL(way.href);
        there.searchParams.delete("theme");
        way.href = there.href;
      });
    }));
  }

  // One figure is open at a time; Escape and a click elsewhere close it.
  function figures() {
    const open = () => document.querySelectorAll("details.figure[open]");
    document.addEventListener("toggle", (event) => {
      const figure = event.target;
      if (!figure.open || !figure.matches(".figure")) return;
      figure.querySelectorAll("code.curl").forEach(offerCopy);
      open().forEach((other) => { if (other !== figure) other.open = false; });
    }, true);
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      open().forEach((figure) => {
        figure.open = false;
        if (figure.contains(document.activeElement)) figure.querySelector("summary").focus();
      });
    });
    document.addEventListener("click", (event) => {
      open().forEach((figure) => { if (!figure.contains(event.target)) figure.open = false; });
    });
  }

  function offerCopy(code) {
    if (code.nextElementSibling?.matches(".copy")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = say("Chép lệnh", "Copy");
    button.addEventListener("click", async () => {
      const done = await copy(code);
      button.textContent = done ? say("Đã chép", "Copied") : say("Không chép được", "Not copied");
      setTimeout(() => { button.textContent = say("Chép lệnh", "Copy"); }, 2000);
    });
    code.after(button);
  }

  async function copy(code) {
    try {
      await navigator.clipboard.writeText(code.textContent);
      return true;
    } catch {
      // Not everywhere is there a clipboard: the line is chosen, and copied if that is allowed.
      getSelection().selectAllChildren(code);
      return document.execCommand("copy");
    }
  }

  // Says to who listens what a choice came to.
  const said = document.createElement("p");
  said.className = "heard";
  said.setAttribute("role", "status");

  // A choice of the form swaps the part of the page that it is about, and the ways that keep it.
  let search = location.search;
  let asks = 0;
  let isWay = false;
  let pressed = "";
  let walked = "";
  function choices() {
    const form = document.querySelector("form[data-swap]");
    if (!form) return;
    const part = form.dataset.swap;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      show(addressOf(form), true);
    });
    form.addEventListener("keydown", (event) => { pressed = event.target.name; });
    form.addEventListener("pointerdown", () => { pressed = ""; });
    form.addEventListener("change", (event) => {
      // Another indicator has other periods.
      if (event.target.name === "indicator") form.elements.period?.replaceChildren();
      // Arrow keys walk through a list: the way back leads to before the walk, not through it.
      const step = pressed === event.target.name ? pressed : "";
      show(addressOf(form), !step || step !== walked);
      walked = step;
    });
    async function show(address, isNew) {
      const focus = document.activeElement?.id;
      const ask = asks += 1;
      isWay ||= isNew;
      const old = document.getElementById(part);
      old.querySelector(".chosen")?.setAttribute("aria-busy", "true");
      let page;
      try {
        const answer = await fetch(address, { headers: { Accept: "text/html" } });
        page = new DOMParser().parseFromString(await answer.text(), "text/html");
      } catch {
        location.assign(address);
        return;
      }
      // The last choice counts, whichever is answered last.
      if (ask !== asks) return;
      const fresh = page.getElementById(part);
      if (!fresh) { location.assign(address); return; }
      document.getElementById(part).replaceWith(document.importNode(fresh, true));
      const ways = page.querySelectorAll(".switches a");
      document.querySelectorAll(".switches a").forEach((way, place) => {
        way.setAttribute("href", ways[place].getAttribute("href"));
      });
      document.title = page.title;
      history[isWay ? "pushState" : "replaceState"]({ part }, "", address);
      isWay = false;
      search = location.search;
      said.textContent = fresh.querySelector(".chosen")?.dataset.said ?? "";
      prepare();
      document.getElementById(focus)?.focus();
    }
    choices.show = show;
  }
  addEventListener("popstate", () => {
    isWay = false;
    // A way within the page changes nothing.
    if (location.search !== search) choices.show?.(location.href, false);
  });

  function addressOf(form) {
    const address = new URL(form.action);
    for (const [name, value] of new FormData(form)) {
      if (value) address.searchParams.set(name, value);
    }
    return address.href;
  }

  // Suggestions under the words that are typed: a list that arrows walk.
  function suggestions() {
    const input = document.getElementById("q");
    if (!input) return;
    const list = document.createElement("ul");
    list.id = "suggestions";
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", say("Gợi ý", "Suggestions"));
    list.hidden = true;
    input.form.append(list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-autocomplete", "list");
    let chosen = -1;
    let timer;
    let last = "";
    const hide = () => {
      list.hidden = true;
      chosen = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    hide();
    const mark = () => [...list.children].forEach((item, place) => {
      item.setAttribute("aria-selected", String(place === chosen));
      if (place === chosen) input.setAttribute("aria-activedescendant", item.id);
    });
    const go = (item) => {
      if (item.dataset.address) location.assign(item.dataset.address);
      else { input.value = item.firstChild.textContent; input.form.submit(); }
    };
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 120);
    });
    async function ask() {
      const words = input.value.trim();
      last = words;
      if (!words) { hide(); return; }
      let hits = [];
      try {
        const answer = await fetch(`/v1/search?q=${encodeURIComponent(words)}&limit=8`);
        if (answer.ok) hits = (await answer.json()).data;
      } catch { /* The form still searches. */ }
      if (last !== words) return;
      list.replaceChildren(...hits.map(item));
      list.hidden = hits.length === 0;
      input.setAttribute("aria-expanded", String(hits.length > 0));
      chosen = -1;
    }
    function item(hit, place) {
      const item = document.createElement("li");
      item.id = `suggestion-${place}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      const name = document.createElement("span");
      name.textContent = hit.name[root.lang] ?? hit.name.vi;
      const kind = document.createElement("small");
      // Of units of one name each says until when it was, or what it became part of.
      const words = hit.type === "province" ? hit.snippet.map((piece) => piece.text).join("") : "";
      const more = words === name.textContent ? "" : words.replace(/^.*?(?=, )/, "");
      kind.textContent = ` ${kinds[hit.type]?.() ?? ""}${more.startsWith(",") ? more : ""}`;
      item.append(name, kind);
      const looks = ["lang", "theme"].filter((key) => asked.has(key))
        .map((key) => `${key}=${encodeURIComponent(asked.get(key))}`);
      const query = (more) => [more, ...looks].filter(Boolean).join("&").replace(/^(?=.)/, "?");
      if (hit.type === "province") item.dataset.address = `/provinces/${hit.id}${query("")}`;
      if (hit.type === "indicator") {
        item.dataset.address = `/${query(`indicator=${encodeURIComponent(hit.id)}`)}#tinh`;
      }
      item.addEventListener("mousedown", (event) => { event.preventDefault(); go(item); });
      return item;
    }
    input.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      const count = list.children.length;
      if (event.key === "ArrowDown") chosen = (chosen + 1) % count;
      else if (event.key === "ArrowUp") chosen = (chosen - 1 + count) % count;
      else if (event.key === "Escape") { hide(); return; }
      else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        go(list.children[chosen]);
        return;
      } else return;
      event.preventDefault();
      mark();
    });
    input.addEventListener("blur", hide);
  }
  const kinds = {
    province: () => say("tỉnh, thành", "province"), indicator: () => say("chỉ số", "indicator"),
    target: () => say("chỉ tiêu", "target"), task: () => say("nhiệm vụ", "task"),
    commitment: () => say("cam kết", "commitment"), agency: () => say("cơ quan", "agency"),
    platform: () => say("nền tảng", "platform"), region: () => say("vùng", "region"),
    meeting: () => say("cuộc họp", "meeting"), source: () => say("nguồn", "source"),
    pillar: () => say("trụ cột", "pillar"),
  };

  function prepare() {
    choices();
    document.querySelectorAll(":is(.basis, .caption) > code.curl").forEach(offerCopy);
  }
  document.addEventListener("DOMContentLoaded", () => {
    themes();
    figures();
    suggestions();
    prepare();
    if (choices.show) document.querySelector("main").append(said);
  });
})();
