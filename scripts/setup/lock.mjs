import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { inRoot } from "./checkout.mjs";

const folder = inRoot(".setup-lock");
const POLL_MS = 200;

function take() {
  try {
    mkdirSync(folder);
    writeFileSync(`${folder}/pid`, String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return false;
  }
}

function isHolderAlive() {
  try {
    process.kill(Number(readFileSync(`${folder}/pid`, "utf8")), 0);
    return true;
  } catch (error) {
    // A process of another user answers EPERM: it lives.
    return error.code === "EPERM";
  }
}

/** Lets one process at a time install and build in this checkout; servers that start side by side wait for the first. */
export async function alone(work) {
  for (let waits = 0; !take(); waits++) {
    // The pid is written a moment after the folder is made, hence the second look.
    if (waits > 5 && !isHolderAlive()) rmSync(folder, { recursive: true, force: true });
    if (waits === 5) console.log("  another process installs or builds here: waiting");
    await pause(POLL_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
