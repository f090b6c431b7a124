import { spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import { dirname } from "node:path";
import { program } from "../checkout.mjs";
import { OWN_NODE_MAJOR } from "./node-floor.mjs";
import { Stop } from "../run.mjs";
import { whenParentIsGone } from "../when-parent-is-gone.mjs";

const FIRST_NODE_MAJOR = 20;

const major = Number(process.versions.node.split(".")[0]);

/** What runs before the packages are there must run on the machine's own node. */
export function requireFirstNode() {
  if (major < FIRST_NODE_MAJOR)
    throw new Stop(`Node ${FIRST_NODE_MAJOR} or newer is needed to begin with; this is ${process.version}.`);
}

/** Passes the signals that ask for an end to `child`, and ends as it ends. */
export function endWith(child) {
  for (const signal of ["SIGTERM", "SIGHUP", "SIGINT"]) {
    // From a terminal, Ctrl-C reaches the whole group by itself; a second one would cut a tidy end short.
    process.on(signal, () => {
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  }
  whenParentIsGone(() => child.kill("SIGTERM"));
  child.once("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
}

/**
 * Goes on in the node that the packages bring. better-sqlite3 crashes on older ones without a word, so a version below the
 * floor stops here with one. Answers whether this process is that node already.
 */
export function isOnOwnNode() {
  const own = realpathSync(program("node/bin/node"));
  if (realpathSync(process.execPath) === own) {
    if (major < OWN_NODE_MAJOR)
      throw new Stop(
        `Node ${OWN_NODE_MAJOR} or newer is needed, and node_modules holds ${process.version}: run npm ci.`,
      );
    // Child processes find the same node first.
    process.env.PATH = `${program(".bin")}:${dirname(own)}:${process.env.PATH ?? ""}`;
    return true;
  }
  endWith(spawn(own, [...process.execArgv, ...process.argv.slice(1)], { stdio: "inherit" }));
  return false;
}
