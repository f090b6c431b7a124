import { spawn } from "node:child_process";
import { root } from "./checkout.mjs";
import { whenParentIsGone } from "./when-parent-is-gone.mjs";

const ENDED = 143;
const ENDINGS = ["SIGTERM", "SIGHUP"];

/** Who is asked to end asks what it started and ends after it, so that no server is left. SIGINT is what the tools tidy up at. */
function endWithChild(child) {
  const end = () => {
    child.once("exit", () => process.exit(ENDED));
    child.kill("SIGINT");
  };
  for (const signal of ENDINGS) process.once(signal, end);
  const stopLooking = whenParentIsGone(end);
  child.once("exit", () => {
    stopLooking();
    for (const signal of ENDINGS) process.off(signal, end);
  });
}

/** Runs a program in the checkout and answers its exit code; what it prints goes where ours goes. */
export function run(file, args, { env = {}, stdio = "inherit" } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, stdio, env: { ...process.env, ...env } });
    endWithChild(child);
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** As `run`, where anything but success ends the whole script with a word on what to do. */
export async function mustRun(what, [file, ...args], options) {
  const code = await run(file, args, options);
  if (code !== 0) throw new Stop(`${what} failed (exit code ${code}); what it printed is above.`);
}

/** An end that the reader can act on: shown as its message, without a stack. */
export class Stop extends Error {}

/** Runs a script's main function; a Stop is told in one line, anything else with its stack. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error);
    process.exit(1);
  }
}
