import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Prints what Lighthouse says of the pages that strangers come to, on a phone, the middle of five visits: `npm start`, then `npm run measure:lighthouse`.
// It is fetched for this and is no part of the product: it weighs 176 MB. `CHROMIUM` says where a browser is, `BASE_URL` where the market runs.

const LIGHTHOUSE = "lighthouse@13.5.0";
const VISITS = Number(process.env.VISITS || 5);
const base = process.env.BASE_URL || "http://127.0.0.1:3000";
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
/** What each is to reach. */
const FLOORS = { performance: 95, accessibility: 100, "best-practices": 95, seo: 100 };
// Only a market in production asks to be found: in any other this says what robots.txt says.
const CLOSED_BY_US = "is-crawlable";
const ROOT = process.getuid?.() === 0 ? " --no-sandbox" : "";

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The first page that a list leads to. */
async function firstOf(list) {
  const html = await (await fetch(`${base}/en${list}`)).text();
  const found = new RegExp(`/en${list}/([0-9a-z]{26})["?#]`).exec(html);
  if (!found) throw new Error(`${list} leads to nothing`);
  return `${list}/${found[1]}`;
}

const folder = mkdtempSync(join(tmpdir(), "kouan-lighthouse-"));

function visit(path) {
  const file = join(folder, "visit.json");
  const flags = [
    ...["--quiet", "--output=json", `--output-path=${file}`, `--chrome-flags=--headless --disable-gpu${ROOT}`],
    ...[`--only-categories=${CATEGORIES.join(",")}`, `--skip-audits=${CLOSED_BY_US}`],
  ];
  const env = { ...process.env, ...(process.env.CHROMIUM ? { CHROME_PATH: process.env.CHROMIUM } : {}) };
  const done = spawnSync("npx", ["--yes", LIGHTHOUSE, `${base}/en${path}`, ...flags], { env, encoding: "utf8" });
  if (done.status !== 0) throw new Error(`Lighthouse failed at ${path}: ${done.stderr || done.stdout}`);
  return JSON.parse(readFileSync(file, "utf8"));
}

const failedIn = ({ categories, audits }) =>
  Object.values(categories)
    .filter(({ id }) => id !== "performance")
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => id);

const PAGES = ["", "/requests", await firstOf("/requests"), "/providers", await firstOf("/providers"), "/hubs"].concat([
  "/services/customs/horgos",
  "/services/logistics/CN-KZ",
]);
let isBelow = false;
try {
  for (const path of PAGES) {
    const visits = Array.from({ length: VISITS }, () => visit(path));
    const of = (read) => middle(visits.map(read));
    const scores = CATEGORIES.map((id) => [id, Math.round(of(({ categories }) => categories[id].score * 100))]);
    isBelow ||= scores.some(([id, score]) => score < FLOORS[id]);
    const ms = (id) => Math.round(of(({ audits }) => audits[id].numericValue));
    const times = `LCP ${ms("largest-contentful-paint")} ms   blocked ${ms("total-blocking-time")} ms`;
    const failed = [...new Set(visits.flatMap(failedIn))].join(", ");
    console.log(
      `${(path || "/").padEnd(38)}${scores.map(([id, score]) => `${id} ${score}`).join("   ")}   ${times}   ${failed}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = isBelow ? 1 : 0;
