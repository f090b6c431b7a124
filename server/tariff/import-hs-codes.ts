import { z } from "zod";
import { entriesById, saveEntries } from "../../db/repositories/hs-entries";
import { may } from "../../domain/access/policy";
import { accept, type Refusal, type Result, refuse } from "../../domain/shared/result";
import { HS_LANGUAGES, HS_LEVELS, hsId } from "../../domain/tariff/hs-entry";
import { mergeRow } from "../../domain/tariff/list/merge-row";
import { DESCRIPTION_LETTERS_MAX } from "../../domain/tariff/list/list-row";
import { command } from "../platform/command";

/** So many rows a transaction: others write in between. */
export const IMPORT_ROWS_MAX = 200;

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
export const importHsCodes = command({
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
