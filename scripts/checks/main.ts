import type { Check } from "./checkout";
import { commandsStandAlone } from "./commands-stand-alone";
import { importLaw } from "./import-law";
import { roomsKeepTheirOrder } from "./room-order";
import { walksHold } from "./walks";
import { wrappedActions, wrappedRoutes } from "./wrappers";
import { floorsHold, lockfileIsSound } from "./lockfile";
import { migrationsAreComplete, migrationsArePaired } from "./migrations";
import { nothingForbidden } from "./forbidden-code";
import { namesSayWhat } from "./names";
import { noInlineStyles, wordsAreInMessages } from "./untranslated-text";
import { format, lint, nothingUnused, types } from "./tools";
import { blanksAreGiven } from "./message-arguments";
import { chineseIsSetWell, languagesAgree, noTwins, pluralsAreWhole } from "./languages-agree";
import { commandsAreToldApart, commandsAreWorded, refusalsAreWorded } from "./refusal-messages";
import { usedKeysExist } from "./message-keys";
import { wordsAround } from "./client-messages";
import { browserIsLight } from "./browser-libraries";
import { writeFileSync } from "node:fs";

/** Everything that is held, the quick ones first. */
const CHECKS: readonly Check[] = [
  namesSayWhat,
  nothingForbidden,
  wordsAreInMessages,
  noInlineStyles,
  wrappedActions,
  wrappedRoutes,
  commandsStandAlone,
  roomsKeepTheirOrder,
  walksHold,
  languagesAgree,
  noTwins,
  pluralsAreWhole,
  chineseIsSetWell,
  usedKeysExist,
  blanksAreGiven,
  refusalsAreWorded,
  commandsAreToldApart,
  commandsAreWorded,
  wordsAround,
  browserIsLight,
  floorsHold,
  lockfileIsSound,
  migrationsArePaired,
  importLaw,
  format,
  types,
  lint,
  migrationsAreComplete,
  nothingUnused,
];

// Holds the whole house against its promises. Prints what breaks them and writes how many did, for the sum at the end.

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
