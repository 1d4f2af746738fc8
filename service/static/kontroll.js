/* Says at the top of the page that loads it, in Swedish, what stops <protokoll-fraga> there.

     <script type="module" src="https://SERVICE/static/kontroll.js"></script>

   Changes nothing on the page but its own report, and sends nothing but a question whether the service
   lives. One file without dependencies, eval, or inline script and style. */

const ELEMENT = "protokoll-fraga";
const SERVICE = new URL("../", import.meta.url);
const WAIT_MS = 8000;
const LEVELS = { fel: "Fel", obs: "Obs", bra: "Bra" };

const violations = [];
document.addEventListener("securitypolicyviolation", (event) => violations.push(event));

const finding = (level, text, remedy = "") => ({ level, text, remedy });

const ADD = (directive, origin) => `Lägg till ${origin} i ${directive} i webbplatsens Content-Security-Policy.`;

// ---------------------------------------------------------------- checks

/** Whether the page may load over the network what it needs; each service once. */
async function checkService(service) {
  if (location.protocol === "https:" && service.protocol === "http:") {
    return finding(
      "fel",
      `Sidan är krypterad (https) men söktjänsten ${service.origin} är det inte (http). Webbläsaren stoppar blandat innehåll.`,
      "Den som sköter servern behöver ge söktjänsten en https-adress.",
    );
  }
  const address = new URL("healthz", service);
  const readable = await reaches(address, "cors");
  if (readable === true) return finding("bra", `Söktjänsten ${service.origin} svarar.`);
  if (isStopped("connect-src", service)) {
    return finding("fel", "Sidans säkerhetsregler (CSP) stoppar frågorna till söktjänsten.", ADD("connect-src", service.origin));
  }
  if (typeof readable === "number") {
    return finding(
      "fel",
      `På ${service.href} svarar något annat än söktjänsten (fel ${readable}).`,
      "Kontrollera adressen i attributet api-url.",
    );
  }
  if (await reaches(address, "no-cors")) {
    return finding(
      "fel",
      `Söktjänsten svarar, men tillåter inte ${location.origin} (CORS).`,
      `Den som sköter servern behöver lägga till ${location.origin} i inställningen QA_CORS_ORIGINS och starta om tjänsten.`,
    );
  }
  if ((await localNetworkPermission()) === "denied") {
    return finding(
      "fel",
      "Webbläsaren har nekat sidan åtkomst till det lokala nätverket, där söktjänsten finns.",
      `Tillåt lokalt nätverk för sidan bredvid adressfältet, eller låt IT-avdelningen sätta policyn LocalNetworkAccessAllowedForUrls till ${location.origin}.`,
    );
  }
  return finding(
    "fel",
    `Söktjänsten ${service.origin} går inte att nå härifrån.`,
    "Kontrollera att adressen stämmer, att tjänsten är igång och att datorn är på rätt nät. Frågar webbläsaren om det lokala nätverket, svara ja.",
  );
}

/** True when there is an answer, the status when it is a failure, false when there is none. */
async function reaches(address, mode) {
  try {
    const response = await fetch(address, { mode, cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(WAIT_MS) });
    return mode === "no-cors" || response.ok || response.status;
  } catch {
    await aMoment();
    return false;
  }
}

/** Wait until violations are told, which is a moment after the failure. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 50));

const isStopped = (directive, service) =>
  violations.some((event) => event.effectiveDirective === directive && event.blockedURI.startsWith(service.origin));

/** "granted", "prompt", "denied", or "unknown" in browsers that do not ask about local networks. */
async function localNetworkPermission() {
  for (const name of ["local-network-access", "local-network"]) {
    try {
      return (await navigator.permissions.query({ name })).state;
    } catch {
      // this browser calls it something else
    }
  }
  return "unknown";
}

/** Whether the script of the box has come and is the one that the page asks for. */
async function checkScript() {
  if (customElements.get(ELEMENT)) return [finding("bra", "Skriptet för sökrutan är laddat.")];
  const script = document.querySelector(`script[src*="/${ELEMENT}.js"]`);
  if (!script) {
    return [finding("fel", "Skriptet för sökrutan finns inte på sidan.", `Hämta koden på ${new URL("embed", SERVICE)}. Redigeraren kan också ha tagit bort skriptet när sidan sparades.`)];
  }
  const source = new URL(script.src);
  if (location.protocol === "https:" && source.protocol === "http:") {
    return [finding("fel", `Skriptet hämtas okrypterat från ${source.origin}, och sidan är krypterad.`, "Använd en adress som börjar med https.")];
  }
  await preload(source); // the script itself may have been stopped before this one could listen
  if (isStopped("script-src-elem", source) || isStopped("script-src", source)) {
    return [finding("fel", "Sidans säkerhetsregler (CSP) stoppar skriptet för sökrutan.", ADD("script-src", source.origin))];
  }
  if (script.integrity && (await isOutdated(script))) {
    return [finding("fel", "Skriptet är låst till en annan version än den som söktjänsten har nu (integrity).", `Hämta koden på nytt på ${new URL("embed", SERVICE)}.`)];
  }
  return [finding("fel", "Skriptet för sökrutan har inte körts.", "Konsolen (F12) säger varför. Vanliga skäl: sidans säkerhetsregler, ett tillägg som slår ihop skript, eller fel adress.")];
}

/** Fetch a script without running it; the page's policy judges it as it judges the script itself. */
async function preload(source) {
  const link = make("link", { rel: "preload", as: "script", href: source.href, crossOrigin: "anonymous" });
  const isDone = new Promise((resolve) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", resolve);
    setTimeout(resolve, WAIT_MS);
  });
  document.head.append(link);
  await isDone;
  link.remove();
  await aMoment();
}

/** Whether the script that the service has now has another hash than the page asks for. */
async function isOutdated(script) {
  try {
    const content = await (await fetch(script.src, { signal: AbortSignal.timeout(WAIT_MS) })).arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", content));
    return !script.integrity.includes(`sha384-${btoa(String.fromCharCode(...digest))}`);
  } catch {
    return false; // not to be had, or no cryptography without https: nothing can be said
  }
}

/** Whether each box can be seen and is named. */
function checkBoxes(boxes) {
  if (!boxes.length) {
    const frame = [...document.querySelectorAll("iframe")].find((each) => each.src.startsWith(SERVICE.href));
    if (!frame) return [finding("fel", `Det finns inget <${ELEMENT}> på sidan.`, `Klistra in koden från ${new URL("embed", SERVICE)}. Redigeraren kan ha tagit bort den när sidan sparades.`)];
    return frame.title ? [finding("bra", "Sökningen står i en ram, och ramen har en titel.")] : [finding("fel", "Ramen (iframe) saknar titel, så den som använder skärmläsare vet inte vad den är.", 'Sätt title="Sök svar i protokoll" på iframe.')];
  }
  return boxes.flatMap((box, number) => {
    const which = boxes.length > 1 ? `Sökruta ${number + 1}` : "Sökrutan";
    const found = [];
    if (!box.getAttribute("api-url")) found.push(finding("obs", `${which} saknar api-url och frågar den tjänst som skriptet kom från.`));
    if (box.hasAttribute("label") && !box.getAttribute("label").trim()) {
      found.push(finding("fel", `${which} har en tom etikett.`, "Skriv vad man söker i, eller ta bort attributet label så visas den vanliga etiketten."));
    }
    const label = box.shadowRoot?.querySelector("label");
    if (label && !isSeen(label)) found.push(finding("fel", `Etiketten ovanför ${which.toLowerCase()} syns inte.`, "Webbplatsens stilmall döljer den. En synlig etikett krävs (WCAG 3.3.2)."));
    if (label && box.clientWidth < 200) found.push(finding("obs", `${which} är bara ${box.clientWidth} bildpunkter bred.`, "Ge den en bredare plats på sidan."));
    if (!found.some(({ level }) => level === "fel")) found.push(finding("bra", `${which} har en synlig etikett.`));
    return found;
  });
}

function isSeen(element) {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && getComputedStyle(element).visibility === "visible";
}

// ---------------------------------------------------------------- report

const STYLE = `
:host { all: initial; display: block; }
section {
  margin: 1rem; padding: 1rem 1.25rem; border: 0.15rem solid #17486b; border-radius: 0.3rem;
  background: #fff; color: #1b2126; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
h2 { margin: 0 0 0.5rem; font-size: 1.25rem; line-height: 1.3; }
ul { margin: 0 0 1rem; padding: 0; list-style: none; }
li { margin: 0.6rem 0; padding-left: 0.75rem; border-left: 0.3rem solid #c9d1d8; }
.fel { border-color: #a3161b; }
.obs { border-color: #7a4b00; }
.bra { border-color: #0d5c36; }
button { min-height: 2.5rem; padding: 0.3rem 1rem; border: 1px solid #17486b; background: #17486b; color: #fff; font: inherit; }
button:focus-visible { outline: 0.2rem solid #17486b; outline-offset: 0.15rem; }`;

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function show(findings) {
  const host = make("div", { id: "protokoll-kontroll", lang: "sv" });
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const faults = findings.filter(({ level }) => level === "fel").length;
  const heading = faults ? `Sökrutan: ${faults === 1 ? "ett fel" : `${faults} fel`}` : "Sökrutan fungerar på den här sidan";
  const items = findings.map(({ level, text, remedy }) =>
    make("li", { className: level }, make("strong", {}, `${LEVELS[level]}: `), text, ...(remedy ? [make("br"), remedy] : [])),
  );
  const close = make("button", { type: "button" }, "Stäng");
  close.addEventListener("click", () => host.remove());
  const list = make("ul", { role: "list" }, ...items);
  root.append(make("section", { role: "status", ariaLabel: "Kontroll av sökrutan" }, make("h2", {}, heading), list, close));
  document.getElementById(host.id)?.remove();
  document.body.prepend(host);
}

async function run() {
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  const boxes = [...document.querySelectorAll(ELEMENT)];
  const addresses = boxes.map((box) => new URL(box.getAttribute("api-url") || SERVICE, document.baseURI));
  const services = [...new Map([...addresses, ...(boxes.length ? [] : [SERVICE])].map((url) => [url.href, url])).values()];
  const scriptFindings = boxes.length ? await checkScript() : [];
  const findings = [...scriptFindings, ...checkBoxes(boxes), ...(await Promise.all(services.map(checkService)))];
  const order = Object.keys(LEVELS);
  findings.sort((one, other) => order.indexOf(one.level) - order.indexOf(other.level));
  for (const { level, text, remedy } of findings) console.info(`[${ELEMENT}] ${LEVELS[level]}: ${text} ${remedy}`);
  show(findings);
}

run();
