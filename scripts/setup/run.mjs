import { spawn } from "node:child_process";
import { root } from "./checkout.mjs";

/** Runs a program in the checkout and answers its exit code; what it prints goes where ours goes. */
export function run(file, args, { env = {}, stdio = "inherit" } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, stdio, env: { ...process.env, ...env } });
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
