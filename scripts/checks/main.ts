// Holds the whole house against its promises. Prints what breaks them and writes how many did, for the sum at the end.
import { writeFileSync } from "node:fs";
import type { Check } from "./check";
import { CHECKS } from "./all-checks";

const SHOWN_MAX = 40;
const [reportFile, only] = process.argv.slice(2);

async function hold({ name, find }: Check): Promise<{ name: string; breaches: number }> {
  const startMs = performance.now();
  const breaches = await Promise.resolve(find()).catch((error: Error) => [`the check itself failed: ${error.stack}`]);
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  console.log(`  ${breaches.length === 0 ? "✓" : "✗"} ${name} (${seconds} s)`);
  for (const breach of breaches.slice(0, SHOWN_MAX)) console.log(`      ${breach}`);
  if (breaches.length > SHOWN_MAX) console.log(`      … and ${breaches.length - SHOWN_MAX} more`);
  return { name, breaches: breaches.length };
}

const outcomes: { name: string; breaches: number }[] = [];
for (const one of CHECKS.filter(({ name }) => !only || name.includes(only))) outcomes.push(await hold(one));
if (reportFile) writeFileSync(reportFile, JSON.stringify(outcomes));
process.exitCode = outcomes.some(({ breaches }) => breaches > 0) ? 1 : 0;
