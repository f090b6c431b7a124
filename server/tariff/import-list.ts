import { z } from "zod";
import { entriesById, saveEntries } from "../../db/repositories/hs-entries";
import { type Actor, may } from "../../domain/access/policy";
import { accept, type Refusal, refuse, type Result } from "../../domain/shared/result";
import { HS_LANGUAGES, HS_LEVELS, hsId } from "../../domain/tariff/hs-entry";
import { type ListOrigin, mergeRow } from "../../domain/tariff/merge-hs-row";
import {
  DESCRIPTION_LETTERS_MAX,
  type HeadRefusal,
  type ListHead,
  type ListRow,
  type WrongRow,
  readList,
} from "../../domain/tariff/hs-list";
import { command } from "../platform/command";
import { setTimeout } from "node:timers/promises";
import type { Reader } from "../../db/database";
import { execute } from "../platform/execute";
import type { Platform } from "../platform/platform";

/** So many rows a transaction: others write in between. */
const IMPORT_ROWS_MAX = 200;

const row = z.strictObject({
  code: z.string().regex(/^\d{2,10}$/),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  level: z.enum(HS_LEVELS),
  labels: z.partialRecord(z.enum(HS_LANGUAGES), z.string().min(1).max(DESCRIPTION_LETTERS_MAX)),
});

type Imported = { readonly added: number; readonly changed: number };

/** Whoever runs the server brings rows of a national or international list. Rows that say what is known already change nothing. */
const importHsCodes = command({
  name: "tariff.import-hs-codes",
  action: "tariff.import",
  input: z.strictObject({
    rows: z.array(row).min(1).max(IMPORT_ROWS_MAX),
    source: z.string().min(1).max(200),
    edition: z.string().min(1).max(20),
  }),
  async run({ tx, actor, concerns }, { rows, ...origin }): Promise<Result<Imported, Refusal<"not_found">>> {
    if (!may(actor, "tariff.import")) return refuse("not_found");
    const known = await entriesById(
      tx,
      rows.map(({ code, country }) => hsId(code, country)),
    );
    const entries = rows.flatMap((one) => mergeRow(known.get(hsId(one.code, one.country)), one, origin) ?? []);
    await saveEntries(tx, entries);
    concerns(entries[0]?.id ?? origin.source);
    const changed = entries.filter(({ id }) => known.has(id)).length;
    return accept({ added: entries.length - changed, changed });
  },
});

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
