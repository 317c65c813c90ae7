// Looks at pages of a built site with Lighthouse, as a phone on a slow line does: five times each,
// over HTTP/2 and compressed. Prints the medians, and leaves with 1 where one is not good enough.
//
// make lighthouse      or: node run.mjs SITE [ADDRESS…]

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createSecureServer } from "node:http2";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const TIMES = Number(process.env.LIGHTHOUSE_TIMES ?? 5);
const LEAST = { score: 95, shift: 0.05, task: 200 };
const PAGES = ["", "methoden/", "methoden/jobcrafting/", "zoeken/?q=leren+van+elkaar", "kaart/"];
const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-headless-shell", "/usr/bin/google-chrome"];
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

const [site, ...asked] = process.argv.slice(2);
const addresses = asked.length ? asked : PAGES;

// A certificate of this hour, for a server that only this run asks.
function certificate() {
  const folder = mkdtempSync(join(tmpdir(), "lighthouse-"));
  const [key, cert] = ["key.pem", "cert.pem"].map((name) => join(folder, name));
  const made = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"];
  execFileSync("openssl", [...made, "-subj", "/CN=localhost", "-keyout", key, "-out", cert], { stdio: "ignore" });
  const read = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return read;
}

const packed = new Map();

function answer(request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url, "https://localhost").pathname));
  const file = join(site, path.endsWith("/") ? `${path}index.html` : path);
  const known = existsSync(file) && statSync(file).isFile();
  if (known && !packed.has(file)) packed.set(file, gzipSync(readFileSync(file)));
  response.writeHead(known ? 200 : 404, {
    "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    "cache-control": "max-age=600",
    ...(known ? { "content-encoding": "gzip" } : {}),
  });
  response.end(known ? packed.get(file) : "");
}

function figures({ audits, categories }) {
  const tasks = audits["long-tasks"]?.details?.items ?? [];
  return {
    score: Math.round(categories.performance.score * 100),
    first: audits["first-contentful-paint"].numericValue,
    largest: audits["largest-contentful-paint"].numericValue,
    blocked: audits["total-blocking-time"].numericValue,
    shift: audits["cumulative-layout-shift"].numericValue,
    task: Math.max(0, ...tasks.map(({ duration }) => duration)),
    bytes: audits["total-byte-weight"].numericValue,
  };
}

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];

const server = createSecureServer(certificate(), answer);
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const chromePath = process.env.CHROME_PATH ?? BROWSERS.find((path) => existsSync(path));
const chromeFlags = ["--headless", "--no-sandbox", "--ignore-certificate-errors"];
let isGood = true;
console.log("| page | performance | first paint s | largest paint s | blocked ms | shift | longest task ms | kB |");
console.log("|---|---|---|---|---|---|---|---|");
for (const address of addresses) {
  const found = [];
  for (let time = 0; time < TIMES; time++) {
    const chrome = await launch({ chromePath, chromeFlags, logLevel: "silent" });
    const url = `https://127.0.0.1:${server.address().port}/${address}`;
    const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: ["performance"], logLevel: "silent" });
    if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
    found.push(figures(lhr));
    await chrome.kill();
  }
  const of = Object.fromEntries(Object.keys(found[0]).map((name) => [name, median(found.map((one) => one[name]))]));
  isGood &&= of.score >= LEAST.score && of.shift <= LEAST.shift && of.task <= LEAST.task;
  const seconds = (ms) => (ms / 1000).toFixed(2);
  const row = [`/${address}`, of.score, seconds(of.first), seconds(of.largest), Math.round(of.blocked)];
  console.log(`| ${[...row, of.shift.toFixed(3), Math.round(of.task), (of.bytes / 1000).toFixed(1)].join(" | ")} |`);
}
server.close();
process.exit(isGood ? 0 : 1);
