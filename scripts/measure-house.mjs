// Prints how large the house is and how its rooms hang together: `npm run measure:house`.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const FLOORS = ["app", "components", "server", "db", "views", "domain", "demo"];
const IS_TEST = /\.(test|spec|market)\.|^(test|e2e|bench)\//;
const ENDINGS = ["", ".ts", ".tsx", "/index.ts", "/index.tsx"];

const tracked = execFileSync("git", ["ls-files"], { encoding: "utf8" }).trim().split("\n").filter(existsSync);
const code = tracked.filter((file) => /\.tsx?$/.test(file));
const plain = code.filter((file) => !IS_TEST.test(file));
const known = new Set(code);
const textOf = new Map(code.map((file) => [file, readFileSync(file, "utf8")]));
const linesOf = (file) => textOf.get(file).split("\n").length - 1;

/** The value below which this part of the sorted values lies. */
const quantile = (values, part) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * part)];

/** Files of the house that a file imports. */
function importsOf(file) {
  const specs = [...textOf.get(file).matchAll(/(?:from|import)\s*\(?\s*"((?:@|\.{1,2})\/[^"]+)"/g)].map(
    ([, spec]) => spec,
  );
  return specs.flatMap((spec) => {
    const base = spec.startsWith("@/") ? spec.slice(2) : normalize(join(dirname(file), spec));
    return ENDINGS.map((ending) => base + ending).filter((found) => known.has(found));
  });
}

/** Lines of a file that belong to its import statements. */
const importLines = (file) =>
  [...textOf.get(file).matchAll(/^import\s[\s\S]*?(?:from\s+)?"[^"]+";$/gm)].reduce(
    (all, [statement]) => all + statement.split("\n").length,
    0,
  );

/** The room that a file of the floor stands in. */
function roomOf(floor, file) {
  const [head, room = ""] = file.split("/");
  return head === floor ? room.replace(/(\.test)?\.tsx?$/, "") : null;
}

/** The largest set of rooms each of which leads to every other by imports, types among them (Tarjan). */
function largestKnot(floor) {
  const leadsTo = new Map();
  for (const file of plain) {
    const room = roomOf(floor, file);
    if (room === null) continue;
    const rooms = importsOf(file).map((found) => roomOf(floor, found));
    leadsTo.set(room, new Set([...(leadsTo.get(room) ?? []), ...rooms.filter((one) => one !== null && one !== room)]));
  }
  let next = 0;
  let largest = 0;
  const [index, low, stack] = [new Map(), new Map(), []];
  const visit = (room) => {
    index.set(room, next);
    low.set(room, next);
    next += 1;
    stack.push(room);
    for (const other of leadsTo.get(room) ?? []) {
      if (!index.has(other)) visit(other);
      if (stack.includes(other)) low.set(room, Math.min(low.get(room), low.get(other)));
    }
    if (low.get(room) !== index.get(room)) return;
    const knot = stack.splice(stack.indexOf(room));
    if (knot.length > 1) largest = Math.max(largest, knot.length);
  };
  for (const room of leadsTo.keys()) if (!index.has(room)) visit(room);
  return largest;
}

const folders = new Set(plain.map((file) => dirname(file)));
const depthOf = (floor) =>
  Math.max(...plain.filter((file) => file.startsWith(`${floor}/`)).map((file) => file.split("/").length - 2));
const lines = plain.map(linesOf);
const sum = (values) => values.reduce((all, one) => all + one, 0);
const figures = {
  "code files without tests": plain.length,
  "lines of them": sum(lines),
  "folders of them": folders.size,
  "deepest folder below a floor": Math.max(...FLOORS.filter((floor) => floor !== "app").map(depthOf)),
  "deepest folder of addresses (app)": depthOf("app"),
  "median of lines": quantile(lines, 0.5),
  "95th percentile of lines": quantile(lines, 0.95),
  "rooms in the largest knot, domain": largestKnot("domain"),
  "rooms in the largest knot, server": largestKnot("server"),
  "lines that are imports": `${((100 * sum(plain.map(importLines))) / sum(lines)).toFixed(1)} %`,
  "test files": code.length - plain.length,
};
for (const [name, value] of Object.entries(figures)) console.info(`${name.padEnd(36)} ${String(value).padStart(9)}`);
