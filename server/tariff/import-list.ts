import { setTimeout } from "node:timers/promises";
import type { Reader } from "../../db/database";
import { entriesById } from "../../db/repositories/hs-entries";
import type { Actor } from "../../domain/access/actor";
import { accept, type Result } from "../../domain/shared/result";
import { hsId } from "../../domain/tariff/hs-entry";
import type { HeadRefusal, ListHead } from "../../domain/tariff/list/list-head";
import type { ListRow } from "../../domain/tariff/list/list-row";
import { type ListOrigin, mergeRow } from "../../domain/tariff/list/merge-row";
import { readList, type WrongRow } from "../../domain/tariff/list/read-list";
import { IMPORT_ROWS_MAX, importHsCodes } from "./import-hs-codes";
import { execute } from "../platform/execute";
import type { Platform } from "../platform/platform";

// Another process writes to the same file or rows: it gets its turn between two batches.
const BREATH_MS = 5;

export type ImportTally = {
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly wrong: readonly WrongRow[];
};

type ImportOptions = ListOrigin & {
  readonly text: string;
  readonly country: string | null;
  readonly actor: Actor;
  readonly onProgress?: (tally: ImportTally) => void;
};

/** Rows that are not in the database as they stand in the list. What a killed import had written is passed over here. */
async function rowsToWrite(read: Reader, rows: readonly ListRow[], origin: ListOrigin): Promise<ListRow[]> {
  const idOf = ({ code, country }: ListRow) => hsId(code, country);
  const known = await entriesById(read, rows.map(idOf));
  return rows.filter((row) => mergeRow(known.get(idOf(row)), row, origin) !== null);
}

async function writeBatch(on: Platform, rows: readonly ListRow[], { actor, source, edition }: ImportOptions) {
  const changing = await rowsToWrite(on.database.read, rows, { source, edition });
  if (changing.length === 0) return { added: 0, changed: 0 };
  const outcome = await execute(importHsCodes, { actor, input: { rows: changing, source, edition } }, on);
  if (outcome.kind !== "done") throw new Error(`The rows were not taken: ${JSON.stringify(outcome)}`);
  await setTimeout(BREATH_MS);
  return outcome.value;
}

/**
 * Brings a list into the tariff, a batch a transaction. Wrong rows are gathered and hold up no other; run again, it changes only what is not
 * there yet, so an import that was cut off is ended by starting it anew.
 */
export async function importList(
  on: Platform,
  options: ImportOptions,
): Promise<Result<ImportTally & { readonly head: ListHead }, HeadRefusal>> {
  const list = readList(options.text, options.country);
  if (!list.ok) return list;
  const wrong: WrongRow[] = [];
  let tally: ImportTally = { read: 0, added: 0, changed: 0, same: 0, wrong };
  let batch: ListRow[] = [];
  const settle = async () => {
    const { added, changed } = await writeBatch(on, batch, options);
    tally = {
      ...tally,
      added: tally.added + added,
      changed: tally.changed + changed,
      same: tally.same + batch.length - added - changed,
    };
    batch = [];
    options.onProgress?.(tally);
  };
  for (const read of list.value.rows) {
    tally = { ...tally, read: tally.read + 1 };
    if ("problem" in read) wrong.push(read);
    else batch.push(read.row);
    if (batch.length === IMPORT_ROWS_MAX) await settle();
  }
  if (batch.length > 0) await settle();
  return accept({ ...tally, head: list.value.head });
}
