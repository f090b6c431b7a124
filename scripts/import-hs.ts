// Brings a national or WCO list of HS codes into the tariff: npm run import:hs -- FILE [--country KZ] [--edition 2022]
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { dialect } from "@/db/dialect";
import { sqliteFile } from "@/db/open-database";
import { prepareDatabase } from "@/db/prepare-database";
import { problemReport } from "@/domain/tariff/list/problem-report";
import { env } from "@/server/platform/process/env";
import { mintActor } from "@/server/platform/identity/mint-actor";
import { platform } from "@/server/platform/platform";
import { type ImportTally, importList } from "@/server/tariff/import-list";

const HEAD_WORDS = {
  code_column_missing: 'The first line names no column "code".',
  description_column_missing:
    'The first line names no language: call the columns en, zh-CN, ru, vi or kk, or "description_ru".',
  column_repeated: "The first line names a column twice.",
} as const;

const stop = (why: string): never => {
  process.stderr.write(`${why}\n`);
  process.exit(1);
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { country: { type: "string" }, edition: { type: "string", default: "2022" } },
});
const file = positionals[0] ?? stop("Usage: npm run import:hs -- FILE [--country KZ] [--edition 2022]");
const country = values.country?.toUpperCase() ?? null;
if (country !== null && !/^[A-Z]{2}$/.test(country)) stop("A country is two letters, such as KZ");
if (!/^\S{1,20}$/.test(values.edition)) stop("An edition is a short word, such as 2022");

const figure = (count: number): string => count.toLocaleString("en");
const told = ({ read, added, changed, same, wrong }: ImportTally): string =>
  `${figure(read)} rows read: ${figure(added)} new, ${figure(changed)} changed, ${figure(same)} as before, ${figure(wrong.length)} wrong`;

const { DATABASE_URL, DATA_DIR } = env();
mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 });
await prepareDatabase(dialect === "sqlite" ? { dialect, file: sqliteFile() } : { dialect, url: DATABASE_URL });

// Not by the platform's reading of files: a line that is no UTF-8 is told as wrong, and the others are taken.
const text = new TextDecoder("utf-8").decode(readFileSync(file));
const isTerminal = process.stdout.isTTY === true;
const outcome = await importList(platform(), {
  text,
  country,
  edition: values.edition,
  source: basename(file),
  actor: mintActor({ kind: "system" }),
  onProgress: (tally) => process.stdout.write(isTerminal ? `\r${told(tally)}` : `${told(tally)}\n`),
});
await platform().database.close();
if (!outcome.ok) stop(HEAD_WORDS[outcome.refusal.code]);
else {
  const { head, wrong } = outcome.value;
  const report = `${file}.problems.csv`;
  process.stdout.write(`${isTerminal ? "\r" : ""}${told(outcome.value)}\n`);
  if (wrong.length > 0) {
    // Whole or not there, and never that of an earlier run.
    writeFileSync(`${report}.part`, problemReport(head, wrong));
    renameSync(`${report}.part`, report);
    process.stdout.write(`What is wrong with them: ${report}\n`);
  } else rmSync(report, { force: true });
}
