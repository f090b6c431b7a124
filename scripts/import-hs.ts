// Brings a national or WCO list of HS codes into the tariff: npm run import:hs -- FILE [--country KZ] [--edition 2022] [--language zh-CN]
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { dialect } from "@/db/dialect";
import { sqliteFile } from "@/db/open-database";
import { prepareDatabase } from "@/db/prepare-database";
import { problemReport } from "@/domain/tariff/hs-list";
import { env } from "@/server/platform/process/env";
import { settleKeys } from "@/server/sealing/key-checks";
import { runScript } from "@/server/platform/process/run-script";
import { mintActor } from "@/server/platform/identity/mint-actor";
import { platform } from "@/server/platform/platform";
import { importList } from "@/server/tariff/import-list";
import { importWords } from "@/server/tariff/import-words";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    country: { type: "string" },
    edition: { type: "string", default: "2022" },
    language: { type: "string", default: "en" },
  },
});
const words = importWords(values.language);

function stop(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

const file = positionals[0] ?? stop(words.say("usage"));
const country = values.country?.toUpperCase() ?? null;
if (country !== null && !/^[A-Z]{2}$/.test(country)) stop(words.say("country"));
if (!/^\S{1,20}$/.test(values.edition)) stop(words.say("edition"));
if (!existsSync(file)) stop(words.say("unreadable", file));

await runScript(async () => {
  const { DATABASE_URL, DATA_DIR } = env();
  mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 });
  await prepareDatabase(dialect === "sqlite" ? { dialect, file: sqliteFile() } : { dialect, url: DATABASE_URL });
  await settleKeys(platform().database);

  const isTerminal = process.stdout.isTTY;
  const outcome = await importList(platform(), {
    // Broken letters become a mark, by which their line is told as wrong; the byte order mark is dropped.
    text: new TextDecoder().decode(readFileSync(file)),
    country,
    edition: values.edition,
    source: basename(file),
    actor: mintActor({ kind: "system" }),
    onProgress: (tally) => process.stdout.write(isTerminal ? `\r${words.tally(tally)}` : `${words.tally(tally)}\n`),
  });
  await platform().database.close();
  if (!outcome.ok) stop(words.refusal(outcome.refusal.code));

  const { head, wrong } = outcome.value;
  const report = `${file}.problems.csv`;
  process.stdout.write(`${isTerminal ? "\r" : ""}${words.tally(outcome.value)}\n`);
  if (wrong.length > 0) {
    // Whole or not there, and never that of an earlier run.
    writeFileSync(`${report}.part`, problemReport(head, wrong, words.report));
    renameSync(`${report}.part`, report);
    process.stdout.write(`${words.say("report", report)}\n`);
  } else rmSync(report, { force: true });
});
