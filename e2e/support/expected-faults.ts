import { appendFileSync } from "node:fs";

/**
 * A fault of the server that a test provokes, by the reference that its page says: the run passes over it in the server's log, and over no
 * other. (`scripts/testing/server-log.mjs` reads the file.)
 */
export function expectFault(reference: string): void {
  const file = process.env.EXPECTED_FAULTS;
  if (file && reference !== "") appendFileSync(file, `${reference}\n`);
}
