import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** pino's number of the level `error`. */
const ERROR_LEVEL = 50;
/** Next, Node and libraries print what nobody caught as text on standard error. */
const LOOKS_LIKE_FAULT = /\b[A-Z]?\w*(?:Error|Exception)\b|^\s*⨯|\buncaught\b|\bunhandled\b|\bdigest: '/i;
/** What belongs to the text above it: a stack, members of an error, the end of a list. */
const GOES_ON = /^(?:\s|[\]})]|$)/;

/** The files of a run's folder: what the server printed, and the references of the faults that tests provoke. */
export const serverLogIn = (folder) => ({
  SERVER_STDOUT: join(folder, "server.stdout.log"),
  SERVER_STDERR: join(folder, "server.stderr.log"),
  EXPECTED_FAULTS: join(folder, "expected-faults.txt"),
});

const asJson = (line) => {
  if (!line.startsWith("{")) return null;
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

const logged = (line) => {
  const entry = asJson(line);
  return entry !== null && typeof entry.level === "number" ? entry : null;
};

const isLoggedFault = (line) => (logged(line)?.level ?? 0) >= ERROR_LEVEL;

/** What was printed as text, each error with its stack. A warning of Node is none. */
function printedFaults(lines) {
  const faults = [];
  let isOpen = false;
  for (const line of lines) {
    if (logged(line)) isOpen = false;
    else if (isOpen && GOES_ON.test(line)) faults.push(`${faults.pop()}\n${line}`);
    else {
      isOpen = LOOKS_LIKE_FAULT.test(line) && !/^\(node:\d+\) /.test(line);
      if (isOpen) faults.push(line);
    }
  }
  return faults.map((fault) => fault.trimEnd());
}

const namesOne = (references) => (fault) =>
  references.some((reference) => new RegExp(`(?<![\\w])${reference}(?![\\w])`).test(fault));

/** The faults in what a server printed: logged at level error or above, or printed on standard error; but for those that are `expected` by their references. */
export function faultsIn({ stdout, stderr }, expected = []) {
  const lines = [stdout, stderr].map((text) => stripVTControlCharacters(text).split("\n"));
  const faults = [...lines.flat().filter(isLoggedFault), ...printedFaults(lines[1] ?? [])];
  return faults.filter((fault) => !namesOne(expected)(fault));
}

const read = (file) => (existsSync(file) ? readFileSync(file, "utf8") : "");

/** A line for the summary: of a logged fault what it says and of what error, of a printed one its first line. */
function told(fault) {
  const entry = logged(fault);
  if (!entry) return fault;
  return [entry.msg, entry.reference, entry.err?.message, fault].filter(Boolean).join(" · ");
}

/** What a run's server logged as a failure each, so that no fault passes because the browser did not see it. A run without a log is one too. */
export function tallyServerLog(folder) {
  const files = serverLogIn(folder);
  if (!existsSync(files.SERVER_STDOUT))
    return { passed: 0, failed: 1, failures: [{ name: "the server's log", error: "nothing was captured" }] };
  const expected = read(files.EXPECTED_FAULTS).split("\n").filter(Boolean);
  const faults = faultsIn({ stdout: read(files.SERVER_STDOUT), stderr: read(files.SERVER_STDERR) }, expected);
  for (const fault of faults) console.error(`\nThe server logged a fault during the browser tests:\n${fault}`);
  const failures = faults.map((fault) => ({ name: "the server logged a fault", error: told(fault) }));
  return { passed: faults.length === 0 ? 1 : 0, failed: faults.length, failures };
}
