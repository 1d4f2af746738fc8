/* <protokoll-fraga>: a search box for meeting minutes, to put on any page. See docs/embedding.md

   Attributes  api-url, lang, label, limit, body, date-from, date-to, results-url, mode, heading-level
               (properties: apiUrl, ...). On the page of results-url, ?q= is asked at once.
               mode="enhance" takes over the <form> that stands inside the element.
   Methods     search(question), clear(), focus(). Properties: value, response
   Events      search {question, ...filters}, results {question, response}, select {hit, href},
               error {kind, status, message}; preventDefault() keeps the box from acting on them
   Slots       label, filters (controls named as parameters of /v1/ask), footer
   Look        custom properties --protokoll-*; ::part() of each class in STYLE */
(() => {
  "use strict";
  const NAME = "protokoll-fraga";
  if (!window.customElements || customElements.get(NAME)) return;

  // ---------------------------------------------------------------- words

  const SURE = 0.8;
  const LIKELY = 0.5; // lowest probabilities called so, here as in the rest of the service
  const MOST_HITS = 50;
  const LONGEST_QUESTION = 2000;

  const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

  const WORDS = {
    sv: {
      label: "Sök svar i protokoll",
      search: "Sök",
      suggestions: "Förslag",
      kinds: { title: "ärende", case_number: "diarienummer", topic: "ämne" },
      suggested: (n) => `${plural(n, "förslag", "förslag")}. Bläddra med piltangenterna.`,
      searching: "Söker …",
      slow: "Det tar längre tid än vanligt. Väntar på svar …",
      hits: (n) => plural(n, "träff", "träffar"),
      weakHits: (n) => `varav ${plural(n, "svag", "svaga")}`,
      best: " bäst först",
      nothing: "Inget i protokollen svarar på frågan. Pröva med andra ord eller färre villkor.",
      unsure: "Inget säkert svar. Det här ligger närmast:",
      answers: { sure: "Svar", possible: "Möjligt svar" },
      confidence: {
        sure: "Säker träff",
        likely: "Trolig träff",
        weak: "Svag träff, handlar kanske om något annat",
      },
      matched: "Ord ur frågan:",
      alike: "Inga av frågans ord, men liknande innehåll",
      why: "Varför denna träff?",
      unknownDate: "Datum okänt",
      basis: { inferred: "härlett", sidecar: "enligt metadata.csv" },
      page: (n) => `Sida ${n}`,
      source: "Protokollet på webben",
      copy: "Kopiera citat med källa",
      copied: "Citatet är kopierat",
      notCopied: "Det gick inte att kopiera. Markera texten och kopiera den själv.",
      more: "Visa fler träffar",
      retry: "Försök igen",
      footer: "Citaten är ordagranna utdrag ur protokollen.",
      empty: "Skriv en fråga eller några sökord först.",
      failures: {
        offline: "Du verkar sakna nätverk. Försök igen när du är uppkopplad.",
        unreachable: "Söktjänsten går inte att nå just nu. Försök igen om en stund.",
        blocked: (origin) => `Sidans säkerhetsregler stoppar sökningen. Lägg till ${origin} i connect-src (CSP).`,
        timeout: "Söktjänsten svarade inte i tid. Försök igen.",
        unreadable: "Svaret gick inte att läsa. Kontrollera adressen till söktjänsten.",
        server: (status) => `Söktjänsten svarade med fel ${status}. Försök igen om en stund.`,
      },
    },
    en: {
      label: "Search the minutes for an answer",
      search: "Search",
      suggestions: "Suggestions",
      kinds: { title: "agenda item", case_number: "case number", topic: "topic" },
      suggested: (n) => `${plural(n, "suggestion", "suggestions")}. Use the arrow keys.`,
      searching: "Searching …",
      slow: "This takes longer than usual. Waiting for an answer …",
      hits: (n) => plural(n, "hit", "hits"),
      weakHits: (n) => `${n} of them weak`,
      best: " best first",
      nothing: "Nothing in the minutes answers the question. Try other words or fewer conditions.",
      unsure: "No certain answer. These come closest:",
      answers: { sure: "Answer", possible: "Possible answer" },
      confidence: {
        sure: "Certain hit",
        likely: "Likely hit",
        weak: "Weak hit, perhaps about something else",
      },
      matched: "Words of the question:",
      alike: "None of the words, but similar content",
      why: "Why this hit?",
      unknownDate: "Date unknown",
      basis: { inferred: "inferred", sidecar: "according to metadata.csv" },
      page: (n) => `Page ${n}`,
      source: "The minutes on the web",
      copy: "Copy quote with source",
      copied: "The quote is copied",
      notCopied: "Copying failed. Select the text and copy it yourself.",
      more: "Show more hits",
      retry: "Try again",
      footer: "Quotes are verbatim from the minutes, which are in Swedish.",
      empty: "Write a question or some words first.",
      failures: {
        offline: "You seem to be offline. Try again when you are connected.",
        unreachable: "The search service cannot be reached right now. Try again in a while.",
        blocked: (origin) => `The security rules of the page stop the search. Add ${origin} to connect-src (CSP).`,
        timeout: "The search service did not answer in time. Try again.",
        unreadable: "The answer could not be read. Check the address of the search service.",
        server: (status) => `The search service answered with error ${status}. Try again in a while.`,
      },
    },
  };

  // ---------------------------------------------------------------- style

  // em within one size in rem, so that --protokoll-font-size scales all of it; light-dark() and Canvas
  // follow the colour scheme of the page around
  const STYLE = `
:host {
  --_text: var(--protokoll-text, light-dark(#1b2126, #e8ebee));
  --_soft: var(--protokoll-soft, light-dark(#56616b, #a9b4be));
  --_background: var(--protokoll-background, Canvas);
  --_shade: var(--protokoll-shade, light-dark(#f3f5f7, #1e242a));
  --_line: var(--protokoll-line, light-dark(#c9d1d8, #3a444d));
  --_field: var(--protokoll-field, light-dark(#6d7882, #87939e));
  --_accent: var(--protokoll-accent, light-dark(#17486b, #8cc4ec));
  --_on-accent: var(--protokoll-on-accent, light-dark(#fff, #0c1a25));
  --_mark: var(--protokoll-mark, light-dark(#ffe9a8, #5a4a12));
  --_sure: var(--protokoll-sure, light-dark(#0d5c36, #7fd6a5));
  --_likely: var(--protokoll-likely, light-dark(#7a4b00, #f0bd6a));
  --_error: var(--protokoll-error, light-dark(#a3161b, #ff9a94));
  --_radius: var(--protokoll-radius, 0.3em);
  display: block;
  padding: var(--protokoll-padding, 0);
  background: var(--_background);
  color: var(--_text);
  font-family: var(--protokoll-font, inherit);
  font-size: var(--protokoll-font-size, 1rem);
  line-height: 1.6;
  text-align: start;
  overflow-wrap: anywhere;
}
:host([hidden]), [hidden] { display: none !important; }
*, ::before, ::after { box-sizing: border-box; }
p, h2, h3, h4, h5, h6, ol, ul, blockquote { margin: 0; padding: 0; }
ol, ul { list-style: none; }
a { color: var(--_accent); text-decoration-thickness: 0.06em; text-underline-offset: 0.18em; }
a:hover { text-decoration-thickness: 0.12em; }
:focus-visible { outline: 0.2em solid var(--_accent); outline-offset: 0.15em; }
.unseen {
  position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap;
}
.label { display: block; margin-bottom: 0.3em; font-weight: 600; }
.row { display: flex; flex-wrap: wrap; gap: 0.5em; }
.field { position: relative; flex: 1 1 12em; min-width: 0; }
.input, button {
  min-height: 2.75em; border: 1px solid var(--_field); border-radius: var(--_radius);
  background: var(--_background); color: inherit; font: inherit;
}
.input { width: 100%; padding: 0.4em 0.75em; }
.input[aria-invalid="true"] { border: 0.15em solid var(--_error); }
button { padding: 0.4em 1em; cursor: pointer; }
.button { flex: 0 1 auto; padding-inline: 1.75em; }
.button, .retry {
  border-color: var(--_accent); background: var(--_accent); color: var(--_on-accent); font-weight: 600;
}
.copy {
  min-height: 2em; padding: 0.1em 0.75em; border-color: var(--_line);
  color: var(--_accent); font-size: 0.875em;
}
.suggestions {
  position: absolute; z-index: 10; inset-inline: 0; top: calc(100% + 0.25em);
  max-height: 20em; overflow: auto; padding: 0.25em;
  border: 1px solid var(--_field); border-radius: var(--_radius);
  background: var(--_background); box-shadow: 0 0.25em 1em rgb(0 0 0 / 0.18);
}
.option {
  display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1em;
  padding: 0.5em; border-radius: var(--_radius); cursor: pointer;
}
.option:hover { background: var(--_shade); }
.option[aria-selected="true"] { background: var(--_accent); color: var(--_on-accent); }
.kind { color: var(--_soft); font-size: 0.875em; }
[aria-selected="true"] .kind { color: inherit; }
.message:not(:empty), .notice {
  margin-top: 1em; padding: 0.6em 1em; border-inline-start: 0.3em solid var(--_accent);
  background: var(--_shade);
}
.message.failure { border-color: var(--_error); }
.retry { margin-top: 0.75em; }
.progress { margin-top: 1em; color: var(--_soft); }
.progress::after {
  content: ""; display: block; width: 6em; height: 0.2em; margin-top: 0.4em;
  border-radius: 1em; background: var(--_accent); animation: pulse 1.2s ease-in-out infinite alternate;
}
@keyframes pulse { from { opacity: 0.25; } }
.answer {
  margin-top: 1.5em; padding: 1em 1.25em; border-inline-start: 0.3em solid var(--_accent);
  background: var(--_shade);
}
.answer .quote { margin-top: 0.5em; font-size: 1.125em; line-height: 1.5; }
.answer .actions + .quote { margin-top: 1em; }
.heading { font-size: 1.25em; line-height: 1.3; }
.count { margin-top: 1.5em; }
.count .note { color: var(--_soft); font-size: 0.75em; font-weight: 400; }
.list { margin-top: 0.75em; }
.item { padding-block: 1.25em; border-top: 1px solid var(--_line); }
.when, .facts, .why, .reasons, .understood { color: var(--_soft); font-size: 0.9375em; }
.understood { margin-top: 1em; }
.reasons summary { cursor: pointer; }
.date { color: var(--_text); font-weight: 600; }
.title { font-size: 1.0625em; line-height: 1.4; }
.quote { margin-block: 0.4em; max-width: 42em; white-space: pre-line; }
.weak .quote { color: var(--_soft); }
.facts > * + *::before, .when > * + *::before { content: " · "; color: var(--_soft); font-weight: 400; }
.confidence { font-weight: 600; }
.confidence.sure { color: var(--_sure); }
.confidence.likely { color: var(--_likely); }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5em 1em; margin-top: 0.5em; }
.mark { padding: 0.1em 0; background: var(--_mark); color: var(--_text); }
.footer { margin-top: 1em; color: var(--_soft); font-size: 0.875em; }
.rest::slotted(form) { display: none !important; }
@media (prefers-reduced-motion: reduce) {
  .progress::after { animation: none; }
}
@media (forced-colors: active) {
  .mark { forced-color-adjust: none; background: Mark; color: MarkText; }
  .option[aria-selected="true"] { forced-color-adjust: none; background: Highlight; color: HighlightText; }
}
@media print {
  .form, .actions, .more, .footer { display: none; }
}`;

  const sheet = new CSSStyleSheet(); // one for all boxes; the style-src of the page does not concern it
  sheet.replaceSync(STYLE);

  // ---------------------------------------------------------------- elements

  /** Make an element. The name becomes its class and part; text becomes text, never markup. */
  function make(tag, name, attributes, ...children) {
    const element = document.createElement(tag);
    if (name) {
      element.className = name;
      element.setAttribute("part", name);
    }
    for (const [attribute, value] of Object.entries(attributes ?? {})) {
      element.setAttribute(attribute, value);
    }
    element.append(...children.filter(Boolean));
    return element;
  }

  // ---------------------------------------------------------------- marks

  /** Cut a text into strings and <mark> elements at the words that the service found in it. */
  function marked(text, words) {
    const found = new Set(words.flatMap((word) => word.found.match(/[\p{L}\p{N}]+/gu) ?? []));
    const pieces = [];
    let end = 0;
    for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      if (!found.has(match[0].toLowerCase())) continue;
      pieces.push(text.slice(end, match.index), make("mark", "mark", {}, match[0]));
      end = match.index + match[0].length;
    }
    return [...pieces, text.slice(end)];
  }

  // ---------------------------------------------------------------- citation

  function days(citation, lang, words) {
    if (!citation.meeting_date) return words.unknownDate;
    const format = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : "sv-SE", { dateStyle: "long", timeZone: "UTC" });
    const first = new Date(citation.meeting_date);
    const last = new Date(citation.meeting_end_date ?? citation.meeting_date);
    const basis = words.basis[citation.date_basis];
    // some browsers put spaces around the dash
    const text = first < last ? format.formatRange(first, last).replace(/\s*–\s*/, "–") : format.format(first);
    return basis ? `${text} (${basis})` : text;
  }

  function itemAddress(service, citation, passageId) {
    const path = citation.item_id.split("/").map(encodeURIComponent).join("/");
    return new URL(`arenden/${path}?stycke=${encodeURIComponent(passageId)}#traff`, service).href;
  }

  /** The address of the published minutes, if it is one: it may say anything, javascript: too. */
  function webAddress(citation) {
    return /^https?:\/\//i.test(citation.source_url ?? "") ? citation.source_url : null;
  }

  const quoteWithSource = (text, citation, href) =>
    `”${text.trim()}”\n${citation.text}\n${webAddress(citation) ?? href}`;

  async function copyText(text, root) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // no clipboard without https, nor in some frames; the old way works there
      const area = make("textarea", "unseen", { readonly: "", "aria-hidden": "true", tabindex: "-1" });
      const focused = root.activeElement;
      area.value = text;
      root.append(area);
      area.select();
      const isCopied = document.execCommand("copy");
      area.remove();
      focused?.focus();
      return isCopied;
    }
  }

  // ---------------------------------------------------------------- service

  const PATIENCE_MS = 4000; // then the reader is told that it takes long
  const TIMEOUT_MS = 30000; // then it is an error

  class Failure extends Error {
    constructor(kind, status = 0, detail = "", lang = "sv") {
      super(detail || kind);
      Object.assign(this, { kind, status, detail, lang });
    }
  }

  /** The service is where this file came from, as module or as classic script. */
  const SCRIPT = document.querySelector(`script[src*="/${NAME}.js"]`);
  const OWN_SERVICE = SCRIPT ? new URL("../", SCRIPT.src).href : document.baseURI;

  /** Get JSON. Throws a Failure, with the detail of problem+json; other errors when there is no response. */
  async function getJson(service, path, parameters, lang, signal) {
    const address = new URL(path, service);
    address.search = new URLSearchParams(parameters);
    // headers that CORS lets pass without a question beforehand
    const headers = { Accept: "application/json", "Accept-Language": lang };
    const response = await fetch(address, { headers, signal });
    const text = await response.text();
    let body = null;
    try {
      body = JSON.parse(text);
    } catch {
      if (response.ok) throw new Failure("unreadable", response.status);
    }
    if (response.ok) return body;
    const detail = typeof body?.detail === "string" ? body.detail : "";
    throw new Failure("server", response.status, detail, response.headers.get("Content-Language") ?? "sv");
  }

  async function ask(service, parameters, lang, signal) {
    const body = await getJson(service, "v1/ask", parameters, lang, signal);
    if (!body?.hits?.every?.((hit) => hit.citation)) throw new Failure("unreadable", 200);
    return body;
  }

  // ---------------------------------------------------------------- suggestions

  const SUGGEST_AFTER_MS = 150;
  const FEWEST_LETTERS = 2;
  const MOST_SUGGESTIONS = 8;

  /** The editable combobox with list autocomplete and manual selection of the ARIA practices.
   * load(text, signal) gives options, choose(text) takes one, count(n) hears how many there are. */
  class Suggestions {
    constructor(input, list, { load, choose, count }) {
      Object.assign(this, { input, list, load, choose, count, active: -1 });
      input.addEventListener("input", () => this.expect());
      input.addEventListener("keydown", (event) => this.onKey(event));
      input.addEventListener("blur", () => this.close());
      // a press on the list must not take focus from the field
      list.addEventListener("pointerdown", (event) => event.preventDefault());
      list.addEventListener("mousedown", (event) => event.preventDefault());
      list.addEventListener("click", (event) => {
        const option = event.target.closest("[role=option]");
        if (option) this.take(option);
      });
    }

    get options() {
      return [...this.list.children];
    }

    get isOpen() {
      return !this.list.hidden;
    }

    /** Load suggestions when the typing pauses. */
    expect() {
      this.forget();
      this.move(-1);
      const text = this.input.value.trim();
      if (text.length < FEWEST_LETTERS) {
        this.show([]);
        return;
      }
      this.timer = setTimeout(async () => {
        const request = (this.request = new AbortController());
        const suggestions = await this.load(text, request.signal);
        if (!request.signal.aborted) this.show(suggestions);
      }, SUGGEST_AFTER_MS);
    }

    /** From now on this is an ordinary field. */
    end() {
      this.expect = () => {};
      const names = ["role", "aria-autocomplete", "aria-expanded", "aria-controls"];
      names.forEach((name) => this.input.removeAttribute(name));
    }

    forget() {
      clearTimeout(this.timer);
      this.request?.abort();
    }

    show(options) {
      this.list.replaceChildren(...options);
      options.forEach((option, number) => (option.id = `option-${number}`));
      this.toggle(options.length > 0);
      if (options.length) this.count(options.length);
    }

    toggle(isOpen) {
      this.list.hidden = !isOpen;
      this.input.setAttribute("aria-expanded", isOpen);
      this.move(-1);
    }

    close() {
      this.forget();
      this.toggle(false);
    }

    /** Make the option with this number the active one; -1 gives the field back. */
    move(number) {
      this.active = number;
      this.options.forEach((option, n) => option.setAttribute("aria-selected", n === number));
      if (number < 0) {
        this.input.removeAttribute("aria-activedescendant");
        return;
      }
      const option = this.options[number];
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }

    take(option) {
      this.close();
      this.choose(option.dataset.text);
    }

    onKey(event) {
      if (event.isComposing) return; // the keys belong to the input method
      const handled = this.handle(event);
      if (handled) event.preventDefault();
    }

    /** Do what the key says; true when the field itself must not act on it. */
    handle({ key, altKey }) {
      const count = this.options.length;
      switch (key) {
        case "ArrowDown":
          return count > 0 && (altKey ? this.toggle(true) : this.step(this.active + 1, 0), true);
        case "ArrowUp":
          if (altKey) return this.isOpen && (this.close(), true);
          return count > 0 && (this.step(this.active < 0 ? count - 1 : this.active - 1, count - 1), true);
        case "Enter":
          if (!this.isOpen || this.active < 0) return false;
          this.take(this.options[this.active]);
          return true;
        case "Escape":
          if (this.isOpen) this.close();
          else this.input.value = "";
          return true;
        case "Tab":
          this.close();
          return false;
        case "Home":
        case "End":
        case "ArrowLeft":
        case "ArrowRight":
          this.move(-1);
          return false;
        default:
          return false;
      }
    }

    /** Go to an option; beyond the ends lies the field, and after it the other end. A closed list opens. */
    step(number, first) {
      if (!this.isOpen) {
        this.toggle(true);
        this.move(first);
        return;
      }
      this.move(number >= 0 && number < this.options.length ? number : -1);
    }
  }

  // ---------------------------------------------------------------- hits

  const bandOf = (confidence) => (confidence >= SURE ? "sure" : confidence >= LIKELY ? "likely" : "weak");
  const isWeak = (hit) => bandOf(hit.confidence) === "weak";

  /** What a screen reader is told about hits. */
  function summary({ answer, hits, no_answer_reason: reason }, words) {
    const weak = hits.filter(isWeak).length;
    const isUnsure = weak === hits.length;
    const lead = answer?.text ? words.answers[answer.certainty] : (reason ?? (isUnsure && words.unsure));
    const count = words.hits(hits.length) + (weak && !isUnsure ? `, ${words.weakHits(weak)}` : "");
    return `${lead ? `${lead.replace(/[.:]$/, "")}. ` : ""}${count}.`;
  }

  function optionOf({ text, kind }, words) {
    const note = words.kinds[kind] && make("span", "kind", {}, words.kinds[kind]);
    const attributes = { role: "option", "aria-selected": "false", "data-text": text };
    return make("li", "option", attributes, make("span", "", { lang: "sv" }, text), " ", note);
  }

  class Drawing {
    constructor(given) {
      Object.assign(this, given); // words, lang, service, level, onSelect, onCopy
    }

    /** Everything below the form; limit is the number of hits asked for. */
    answered({ hits, answer, total, understood, language = "sv", no_answer_reason: reason }, limit) {
      if (!hits.length) return [];
      const isUnsure = !answer?.text && hits.every(isWeak);
      const more = make("button", "more", { type: "button" }, this.words.more);
      return [
        understood?.text && make("p", "understood", { lang: "sv" }, understood.text),
        answer?.text && this.answer(answer),
        reason ? make("p", "notice", { lang: language }, reason) : isUnsure && make("p", "notice", {}, this.words.unsure),
        this.count(hits),
        make("ol", "list", { role: "list" }, ...hits.map((hit, n) => this.hit(hit, n))),
        hits.length >= limit && limit < MOST_HITS && total > hits.length && more,
      ].filter(Boolean);
    }

    count(hits) {
      const note = hits.length > 1 && make("span", "note", {}, this.words.best);
      return this.heading(0, "heading count", {}, this.words.hits(hits.length), note);
    }

    heading(depth, name, attributes, ...children) {
      return make(`h${Math.min(this.level + depth, 6)}`, name, attributes, ...children);
    }

    /** The sentences that answer, those of one passage together. */
    answer(answer) {
      const title = this.words.answers[answer.certainty] ?? this.words.answers.possible;
      const groups = new Map();
      for (const span of answer.spans ?? []) {
        const group = groups.get(span.passage_id) ?? { texts: [], span };
        group.texts.push(span.text);
        groups.set(span.passage_id, group);
      }
      const parts = [...groups.values()].flatMap(({ texts, span }, n) => this.finding(texts.join(" "), span, n));
      if (!parts.length) parts.push(make("blockquote", "quote", { lang: "sv" }, answer.text));
      return make("div", "answer", {}, this.heading(0, "heading", {}, title), ...parts);
    }

    finding(text, { passage_id: id, citation }, number) {
      const href = itemAddress(this.service, citation, id);
      const link = this.link(href, citation.text, { passage_id: id, text, citation }, `svar-${number}`);
      return [
        make("blockquote", "quote", { lang: "sv", cite: href }, text),
        make("p", "source", { lang: "sv" }, link),
        make("p", "actions", {}, this.copyButton(text, citation, href, `svar-${number}`)),
      ];
    }

    hit(hit, number) {
      const { citation } = hit;
      const href = itemAddress(this.service, citation, hit.passage_id);
      const title = [citation.item_number, citation.item_title].filter(Boolean).join(" ") || citation.text;
      const band = bandOf(hit.confidence);
      const words = (hit.why?.words ?? []).filter((word) => !word.in_heading);
      const link = this.link(href, title, hit, `traff-${number}`);
      link.setAttribute("aria-describedby", `nar-${number}`);
      const source = webAddress(citation);
      const webLink = source && make("a", "web", { href: source, rel: "noreferrer" }, this.words.source);
      return make(
        "li",
        band === "weak" ? "item weak" : "item",
        {},
        this.when(citation, `nar-${number}`),
        this.heading(1, "title", { lang: "sv" }, link),
        make("blockquote", "quote", { lang: "sv", cite: href }, ...marked(hit.text, words)),
        this.facts(citation, band),
        this.why(words, hit.why?.preferred),
        hit.why?.text && this.reasons(hit.why.text, `traff-${number}`),
        make("p", "actions", {}, this.copyButton(hit.text, citation, href, `traff-${number}`), webLink),
      );
    }

    when(citation, id) {
      const date = days(citation, this.lang, this.words);
      const time = citation.meeting_date
        ? make("time", "date", { datetime: citation.meeting_date }, date)
        : make("span", "date", {}, date);
      const body = citation.body && make("span", "body", { lang: "sv" }, citation.body);
      return make("p", "when", { id }, time, body);
    }

    facts(citation, band) {
      const section = citation.section === "text" ? "" : citation.section;
      const name = section.charAt(0).toUpperCase() + section.slice(1);
      const texts = [name, ...(citation.case_numbers ?? []), citation.page && this.words.page(citation.page)];
      const facts = texts.filter(Boolean).map((text) => make("span", "fact", {}, text));
      const word = make("span", `confidence ${band}`, {}, this.words.confidence[band]);
      return make("p", "facts", {}, word, ...facts);
    }

    why(words, preferred) {
      if (!words.length) return !preferred?.length && make("p", "why", {}, this.words.alike);
      const found = words.map((word) => word.found).join(", ");
      return make("p", "why", {}, `${this.words.matched} `, make("span", "", { lang: "sv" }, found));
    }

    /** Why it is among the hits, in full, for who wants to know. */
    reasons(text, describedBy) {
      const summary = make("summary", "", { "aria-describedby": describedBy }, this.words.why);
      return make("details", "reasons", {}, summary, make("p", "", { lang: "sv" }, text));
    }

    link(href, text, hit, id) {
      const link = make("a", "link", { href, id }, text);
      link.addEventListener("click", (event) => this.onSelect(event, hit, href));
      return link;
    }

    copyButton(text, citation, href, describedBy) {
      const button = make("button", "copy", { type: "button", "aria-describedby": describedBy }, this.words.copy);
      button.addEventListener("click", () => this.onCopy(button, quoteWithSource(text, citation, href)));
      return button;
    }
  }

  // ---------------------------------------------------------------- voice

  const SAY_AFTER_MS = 300; // a screen reader is not told what the next moment takes back

  /** The two live regions: a polite one out of sight, and one that shows and interrupts. */
  class Voice {
    constructor(status, message) {
      Object.assign(this, { status, message, timer: 0 });
    }

    /** Say something in a moment; the latest wins. */
    say(text) {
      clearTimeout(this.timer);
      this.status.textContent = "";
      this.timer = text && setTimeout(() => (this.status.textContent = text), SAY_AFTER_MS);
    }

    /** Show and say something at once: no hits, and failures. */
    tell(text, lang, name = "message") {
      this.say("");
      this.message.className = name;
      this.message.lang = lang;
      this.message.textContent = text;
    }
  }

  // ---------------------------------------------------------------- asking

  /** Asks one question at a time: to ask anew, or to stop, makes the answer under way late. */
  class Asking {
    #request = null;
    #timers = [];

    /** Gives an answer or a Failure, null when it came late. */
    async ask(service, parameters, lang, onSlow) {
      this.stop();
      const request = (this.#request = new AbortController());
      this.#timers = [setTimeout(onSlow, PATIENCE_MS), setTimeout(() => request.abort("timeout"), TIMEOUT_MS)];
      const blocked = [];
      const onViolation = (event) => blocked.push(event.blockedURI);
      document.addEventListener("securitypolicyviolation", onViolation);
      let answer;
      try {
        answer = await ask(service, parameters, lang, request.signal);
      } catch (error) {
        // what the policy of the page stops is reported a moment after the request has failed
        await new Promise((resolve) => setTimeout(resolve));
        const isBlocked = blocked.some((address) => address.startsWith(service.origin));
        answer = error instanceof Failure ? error : new Failure(whyUnreached(service, request.signal, isBlocked));
      }
      document.removeEventListener("securitypolicyviolation", onViolation);
      if (request !== this.#request) return null;
      this.stop();
      return answer;
    }

    stop() {
      this.#timers.forEach(clearTimeout);
      this.#request?.abort();
      this.#request = null;
    }
  }

  /** The kind of failure when there was no response, as far as a page can know. */
  function whyUnreached(service, signal, isBlocked) {
    if (signal.reason === "timeout") return "timeout";
    if (isBlocked) return "blocked";
    if (!navigator.onLine) return "offline";
    if (!signal.aborted) console.warn(`${NAME}: ${service} kan inte nås. Sök orsaken på ${service}embed/kontroll`);
    return "unreachable";
  }

  // ---------------------------------------------------------------- the page around

  const isTickable = ({ type }) => type === "checkbox" || type === "radio";

  class Surroundings {
    #form = null;
    #query = location.search;

    constructor(element, filters) {
      Object.assign(this, { element, filters });
    }

    get isEnhanced() {
      return this.element.getAttribute("mode") === "enhance";
    }

    /** In mode "enhance", make filters of the fieldsets of the form; gives the question in it. */
    adopt() {
      const form = this.isEnhanced ? this.element.querySelector("form") : null;
      if (!form || form === this.#form) return "";
      this.#form = form;
      for (const fieldset of form.querySelectorAll("fieldset")) {
        fieldset.slot = "filters";
        this.element.append(fieldset);
      }
      return form.elements.namedItem("q")?.value ?? "";
    }

    get #controls() {
      const slotted = this.filters.assignedElements();
      return slotted.flatMap((element) => [element, ...element.querySelectorAll("*")]).filter((node) => node.name);
    }

    /** What the search is restricted to: by attribute, and by controls in the slot "filters". */
    get scope() {
      const scope = {};
      for (const control of this.#controls) {
        const isOn = !control.disabled && (control.checked || !isTickable(control));
        if (isOn && control.value) scope[control.name] = control.value;
      }
      for (const attribute of ["body", "date-from", "date-to"]) {
        const value = this.element.getAttribute(attribute);
        if (value) scope[attribute.replace("-", "_")] = value;
      }
      return scope;
    }

    /** The page that shows the hits, null when that is here. */
    get #results() {
      const given = this.element.getAttribute("results-url") || (this.isEnhanced && this.#form?.action);
      return given ? new URL(given, document.baseURI) : null;
    }

    get isResultsPage() {
      const url = this.#results;
      return url?.origin === location.origin && url.pathname === location.pathname;
    }

    /** Put the question into the address, or go to the page that shows the hits: true then. */
    leave(question, scope) {
      const address = this.#results;
      if (!address) return false;
      const kept = [...(this.#form?.querySelectorAll("input[type=hidden]") ?? [])];
      const pairs = [...kept.map(({ name, value }) => [name, value]), ["q", question], ...Object.entries(scope)];
      for (const [name, value] of pairs) address.searchParams.set(name, value);
      if (!this.isResultsPage) location.assign(address);
      else if (address.href !== location.href) history.pushState(null, "", address);
      this.#query = location.search;
      return !this.isResultsPage;
    }

    /** Whether the address has changed its question, and not only the place on the page. */
    hasMoved() {
      return this.#query !== (this.#query = location.search);
    }

    /** Set the filters as the address says; gives the question in it. */
    read() {
      const parameters = new URLSearchParams(location.search);
      for (const control of this.#controls) {
        if (!isTickable(control)) control.value = parameters.get(control.name) ?? "";
      }
      return (parameters.get("q") ?? "").trim();
    }
  }

  // ---------------------------------------------------------------- the box

  const SHOW_WAITING_AFTER_MS = 250;
  const COPIED_FOR_MS = 3000;
  const FIRST_HITS = 5;
  const ATTRIBUTES =
    "api-url label limit body date-from date-to results-url mode heading-level".split(" ");
  const propertyOf = (attribute) => attribute.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

  /** What is always there. */
  function skeleton() {
    const slot = (name, part) => make("slot", part, { name });
    const ui = {
      label: make("label", "label", { id: "label", for: "question" }, slot("label")),
      input: make("input", "input", {
        id: "question",
        type: "text", // a search field may not be a combobox
        maxlength: LONGEST_QUESTION,
        autocomplete: "off",
        inputmode: "search",
        enterkeyhint: "search",
        role: "combobox",
        "aria-autocomplete": "list",
        "aria-expanded": "false",
        "aria-controls": "suggestions",
      }),
      suggestions: make("ul", "suggestions", { id: "suggestions", role: "listbox", hidden: "" }),
      button: make("button", "button", { type: "submit" }),
      filters: slot("filters", "filters"),
      status: make("p", "unseen", { role: "status" }),
      message: make("div", "message", { id: "message", role: "alert" }),
      retry: make("button", "retry", { type: "button", hidden: "" }),
      progress: make("p", "progress", { hidden: "" }),
      results: make("div", "results"),
      rest: make("slot", "rest"),
      footer: make("div", "footer", {}, slot("footer")),
    };
    const field = make("div", "field", {}, ui.input, ui.suggestions);
    const row = make("div", "row", {}, field, ui.button);
    ui.form = make("form", "form", { role: "search", "aria-labelledby": "label" }, ui.label, row, ui.filters);
    const after = [ui.status, ui.message, ui.retry, ui.progress, ui.results, ui.rest, ui.footer];
    ui.box = make("div", "box", {}, ui.form, ...after);
    return ui;
  }

  class ProtokollFraga extends HTMLElement {
    static observedAttributes = ["lang", "label", "mode", "heading-level"];

    #ui = skeleton();
    #root = this.attachShadow({ mode: "open" });
    #page = new Surroundings(this, this.#ui.filters);
    #voice = new Voice(this.#ui.status, this.#ui.message);
    #asking = new Asking();
    #suggestions = null;
    #asked = null; // {question, scope, limit} on show or under way
    #response = null;
    #waiting = 0; // the timer before "searching" is shown
    #connection = null; // its end takes away what listens outside of the box

    constructor() {
      super();
      const ui = this.#ui;
      this.#root.adoptedStyleSheets = [sheet];
      this.#root.append(ui.box);
      this.#suggestions = new Suggestions(ui.input, ui.suggestions, {
        load: (text, signal) => this.#suggest(text, signal),
        choose: (text) => this.search(text),
        count: (n) => this.#voice.say(this.#words.suggested(n)),
      });
      ui.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.search();
      });
      ui.input.addEventListener("input", () => this.#forgive());
      // the field's own event of this name would look like ours from outside
      ui.input.addEventListener("select", (event) => event.stopPropagation());
      ui.retry.addEventListener("click", () => this.#retry());
      ui.results.addEventListener("click", (event) => event.target.closest(".more") && this.#showMore());
      ui.rest.addEventListener("slotchange", () => this.#adopt());
      // controls from the page stand outside of our form, so Enter does not submit it by itself
      ui.filters.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" || event.target.localName !== "input") return;
        event.preventDefault();
        this.search();
      });
    }

    connectedCallback() {
      // properties that the page set before this file had come
      for (const name of [...ATTRIBUTES.map(propertyOf), "value"].filter((name) => Object.hasOwn(this, name))) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
      this.#connection = new AbortController();
      const onMove = () => this.#page.hasMoved() && this.#readAddress();
      window.addEventListener("popstate", onMove, { signal: this.#connection.signal });
      this.#label();
      this.#adopt();
      // an enhanced page has the hits of its address already
      if (!this.#page.isEnhanced) this.#readAddress();
    }

    disconnectedCallback() {
      this.#connection.abort();
      this.#stop();
      this.#suggestions.close();
    }

    attributeChangedCallback(name) {
      if (!this.#connection) return;
      if (name === "mode") this.#adopt();
      else this.#label();
    }

    // ------ what the page may use

    get value() {
      return this.#ui.input.value;
    }

    set value(text) {
      this.#ui.input.value = text ?? "";
    }

    /** The last answer of the service, null before there is one. */
    get response() {
      return this.#response;
    }

    /** Ask as if somebody had typed the question; gives the answer, or null. */
    async search(question = this.value) {
      this.value = String(question).normalize("NFC").trim();
      this.#suggestions.close();
      if (!this.value) return this.#refuse();
      const asked = { question: this.value, scope: this.#page.scope, limit: this.#firstLimit };
      if (!this.#emit("search", { question: asked.question, ...asked.scope })) return null;
      return this.#page.leave(asked.question, asked.scope) ? null : this.#ask(asked);
    }

    /** Empty the box. */
    clear() {
      this.#stop();
      this.#forgive();
      this.#suggestions.show([]);
      this.#asked = this.#response = null;
      this.value = "";
      this.#ui.results.replaceChildren();
    }

    focus(options) {
      this.#ui.input.focus(options);
    }

    // ------ attributes

    get #lang() {
      return /^en\b/i.test(this.lang) ? "en" : "sv";
    }

    get #words() {
      return WORDS[this.#lang];
    }

    get #service() {
      const address = new URL(this.apiUrl || OWN_SERVICE, document.baseURI);
      address.pathname = address.pathname.replace(/\/*$/, "/");
      return address;
    }

    get #firstLimit() {
      const limit = parseInt(this.limit, 10);
      return limit >= 1 ? Math.min(limit, MOST_HITS) : FIRST_HITS;
    }

    #label() {
      const ui = this.#ui;
      const words = this.#words;
      ui.box.lang = this.#lang;
      ui.label.firstChild.textContent = this.label || words.label;
      ui.button.textContent = words.search;
      ui.suggestions.setAttribute("aria-label", words.suggestions);
      ui.retry.textContent = words.retry;
      ui.footer.firstChild.textContent = words.footer;
      this.#draw();
    }

    /** Take what the page has put into the element; the rest shows until the first question. */
    #adopt() {
      this.#ui.rest.hidden = !this.#page.isEnhanced || this.#asked !== null;
      const question = this.#page.adopt();
      this.value ||= question;
    }

    // ------ asking

    /** Ask what the address of the page says: on arrival, and when the reader goes back or forth. */
    #readAddress() {
      if (!this.#page.isResultsPage) return;
      const question = this.#page.read();
      this.clear();
      this.value = question;
      if (question) this.#ask({ question, scope: this.#page.scope, limit: this.#firstLimit });
    }

    /** Ask the service and show what comes; focusFrom is the number of the hit to go to then. */
    async #ask(asked, focusFrom = -1) {
      this.#stop();
      this.#forgive();
      this.#asked = asked;
      this.#ui.rest.hidden = true;
      this.#ui.results.setAttribute("aria-busy", "true");
      this.#wait(this.#words.searching);
      this.#waiting = setTimeout(() => (this.#ui.progress.hidden = false), SHOW_WAITING_AFTER_MS);
      const parameters = { q: asked.question, limit: asked.limit, ...asked.scope };
      const onSlow = () => this.#wait(this.#words.slow);
      const answer = await this.#asking.ask(this.#service, parameters, this.#lang, onSlow);
      if (!answer) return null;
      this.#stop();
      if (answer instanceof Failure) return this.#fail(answer);
      this.#response = answer;
      if (this.#emit("results", { question: asked.question, response: answer })) this.#succeed(focusFrom);
      return answer;
    }

    #wait(text) {
      this.#ui.progress.textContent = text;
      this.#voice.say(text);
    }

    #stop() {
      this.#asking.stop();
      this.#voice.say("");
      clearTimeout(this.#waiting);
      this.#ui.progress.hidden = true;
      this.#ui.results.removeAttribute("aria-busy");
    }

    #succeed(focusFrom) {
      const { hits, language = "sv", no_answer_reason: reason } = this.#response;
      this.#draw();
      if (hits.length) this.#voice.say(summary(this.#response, this.#words));
      else this.#voice.tell(reason || this.#words.nothing, reason ? language : this.#lang);
      if (focusFrom >= 0) this.#root.getElementById(`traff-${focusFrom}`)?.focus();
    }

    #fail({ kind, status, detail, lang }) {
      const said = this.#words.failures[kind];
      const message = detail || (typeof said === "function" ? said(status || this.#service.origin) : said);
      this.#response = null;
      this.#ui.results.replaceChildren();
      if (this.#emit("error", { kind, status, message })) {
        this.#voice.tell(message, detail ? lang : this.#lang, "message failure");
        // to ask again changes nothing when the question itself was refused
        this.#ui.retry.hidden = status >= 400 && status < 500 && status !== 429;
      }
      return null;
    }

    #refuse() {
      this.#stop();
      this.#voice.tell(this.#words.empty, this.#lang, "message failure");
      this.#ui.input.setAttribute("aria-invalid", "true");
      this.#ui.input.setAttribute("aria-describedby", "message");
      this.focus();
      return null;
    }

    /** Take back what was said of the question before. */
    #forgive() {
      this.#voice.tell("", this.#lang);
      this.#ui.retry.hidden = true;
      this.#ui.input.removeAttribute("aria-invalid");
      this.#ui.input.removeAttribute("aria-describedby");
    }

    #retry() {
      this.focus(); // the button goes, and focus must not go with it
      this.#ask(this.#asked);
    }

    #showMore() {
      const { limit } = this.#asked;
      this.#ask({ ...this.#asked, limit: Math.min(limit + this.#firstLimit, MOST_HITS) }, limit);
    }

    async #suggest(text, signal) {
      try {
        const parameters = { q: text, limit: MOST_SUGGESTIONS };
        const { suggestions } = await getJson(this.#service, "v1/suggest", parameters, this.#lang, signal);
        return suggestions.slice(0, MOST_SUGGESTIONS).map((suggestion) => optionOf(suggestion, this.#words));
      } catch (error) {
        // suggestions are a help, and nobody is told when there are none
        if (error.status === 404) this.#suggestions.end();
        return [];
      }
    }

    // ------ showing

    #emit(type, detail) {
      return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }));
    }

    #draw() {
      if (!this.#response) return;
      const { limit } = this.#asked;
      const drawing = new Drawing({
        words: this.#words,
        lang: this.#lang,
        service: this.#service,
        level: Math.min(Math.max(parseInt(this.headingLevel, 10) || 2, 2), 5),
        onSelect: (event, hit, href) => this.#emit("select", { hit, href }) || event.preventDefault(),
        onCopy: (button, text) => this.#copy(button, text),
      });
      this.#ui.results.replaceChildren(...drawing.answered(this.#response, limit));
    }

    async #copy(button, text) {
      const words = this.#words;
      const said = (await copyText(text, this.#root)) ? words.copied : words.notCopied;
      this.#voice.say(said);
      button.textContent = said;
      setTimeout(() => (button.textContent = words.copy), COPIED_FOR_MS);
    }
  }

  for (const attribute of ATTRIBUTES) {
    Object.defineProperty(ProtokollFraga.prototype, propertyOf(attribute), {
      configurable: true,
      enumerable: true,
      get() {
        return this.getAttribute(attribute) ?? "";
      },
      set(value) {
        if (value === null || value === undefined) this.removeAttribute(attribute);
        else this.setAttribute(attribute, value);
      },
    });
  }

  customElements.define(NAME, ProtokollFraga);
})();
