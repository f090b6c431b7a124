// The server of the browser tests: as `npm start`, with all that it prints kept in the files that SERVER_STDOUT and SERVER_STDERR name too.
import { spawn } from "node:child_process";
import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../setup/checkout.mjs";
import { whenParentIsGone } from "../setup/when-parent-is-gone.mjs";

const child = spawn(process.execPath, [join(root, "scripts/start.mjs")], {
  cwd: root,
  stdio: ["ignore", "pipe", "pipe"],
});

for (const [from, to, file] of [
  [child.stdout, process.stdout, process.env.SERVER_STDOUT],
  [child.stderr, process.stderr, process.env.SERVER_STDERR],
]) {
  if (file) writeFileSync(file, "");
  from.on("data", (chunk) => {
    to.write(chunk);
    if (file) appendFileSync(file, chunk);
  });
}

for (const signal of ["SIGTERM", "SIGHUP", "SIGINT"]) process.on(signal, () => child.kill(signal));
whenParentIsGone(() => child.kill("SIGTERM"));
// Not at its exit: what it said last is still to be read then.
child.once("close", (code) => process.exit(code ?? 1));
