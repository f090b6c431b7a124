// Checks that nothing of a request's bids was changed, dropped or added: npm run verify:request -- ID, or -- --file proof.json
import { existsSync, readFileSync } from "node:fs";
import { dialect } from "@/db/dialect";
import { openDatabase, sqliteFile } from "@/db/open-database";
import type { Finding } from "@/domain/requests/receipt-list";
import { keyRefusal } from "@/server/sealing/key-checks";
import { runScript } from "@/server/platform/process/run-script";
import { sayFinding, verifyFile } from "@/server/bidding/bid-files";
import { verifyRequest } from "@/server/bidding/closing-proof";

const write = (text: string) => process.stdout.write(`${text}\n`);

function stop(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

const STAGES = {
  before: "It has not closed: there is no list yet.",
  not_kept: "It closed before lists of receipts were kept: only its versions can be checked.",
  cancelled: "It was cancelled before its close: there is no list.",
} as const;

function report(findings: readonly Finding[]): void {
  for (const finding of findings) write(`  ✗ ${sayFinding(finding)}`);
  if (findings.length === 0) write("  ✓ nothing is wrong");
  process.exitCode = findings.length === 0 ? 0 : 1;
}

function checkFile(file: string): void {
  const checked = verifyFile(existsSync(file) ? readFileSync(file, "utf8") : stop(`There is no file ${file}`));
  if (!checked) stop(`${file} is no proof of a request`);
  const { stage, reference, list } = checked.proof;
  write(`${reference}, ${list?.leaves.length ?? 0} versions, as the file has it`);
  write(list ? `  root ${list.root}: compare it with the one that you were told at the close` : `  ${stage}`);
  report(checked.findings);
}

async function checkRequest(requestId: string): Promise<void> {
  if (dialect === "sqlite" && !existsSync(sqliteFile())) stop(`There is no database at ${sqliteFile()}`);
  const database = openDatabase();
  const refusal = await keyRefusal(database.read);
  if (refusal) throw refusal;
  const verified = await verifyRequest(database.read, requestId);
  await database.close();
  if (!verified) stop(`There is no request ${requestId}`);
  const { reference, versions, opened, stage, root, unproven, late } = verified;
  write(`${reference}, ${versions} versions kept, ${opened} opened`);
  write(stage === "kept" ? `  root ${root}` : `  ${STAGES[stage]}`);
  if (late.prolonged > 0) write(`  ${late.prolonged} came after the close: held for longer, and saying the same`);
  if (late.agreed > 0)
    write(`  ${late.agreed} came after the close: agreed in a negotiation, as the accepted offer says`);
  if (unproven > 0) write(`  ${unproven} open versions are too old for their receipts to be made again`);
  report(verified.findings);
}

const [first = "", file = ""] = process.argv.slice(2);
if (first === "--file" && file) checkFile(file);
else if (first && !first.startsWith("-")) await runScript(() => checkRequest(first));
else stop("Usage: npm run verify:request -- REQUEST_ID, or npm run verify:request -- --file proof.json");
