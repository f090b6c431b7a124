import { count, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { hsEntries } from "@/db/schema/tariff";
import { insertRule } from "@/db/repositories/market-rules";
import { instant } from "@/domain/shared/time";
import { allRows } from "@/test/all-rows";
import { freshDatabase } from "@/test/database";
import { nationalList } from "@/test/tariff-list";
import { mintActor } from "../platform/identity/mint-actor";
import { platformOver } from "../platform/platform";
import { searchTariff } from "./queries";
import { importList, type ImportTally } from "./import-list";

const WRONG_OF_EACH_KIND = 30;
const KILL_AFTER = 3_000;

const system = mintActor({ kind: "system" });

async function market() {
  const on = platformOver(await freshDatabase());
  const bring = async (text: string, onProgress?: (tally: ImportTally) => void) => {
    const options = { text, country: "KZ", edition: "2022", source: "kz.csv", actor: system };
    const outcome = await importList(on, { ...options, ...(onProgress ? { onProgress } : {}) });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return outcome.value;
  };
  const broughtRows = async () => {
    const [row] = await on.database.read.select({ rows: count() }).from(hsEntries).where(eq(hsEntries.country, "KZ"));
    return row?.rows ?? 0;
  };
  return { on, bring, broughtRows };
}

test("of 12,000 rows every right one is loaded and every wrong one told by its kind; a second run changes nothing", async () => {
  const { on, bring, broughtRows } = await market();
  const list = nationalList(WRONG_OF_EACH_KIND);
  const first = await bring(list.text);
  const told = Object.groupBy(first.wrong, ({ problem }) => problem);
  expect(Object.fromEntries(Object.entries(told).map(([kind, rows]) => [kind, rows.length]))).toEqual(
    Object.fromEntries(list.kinds.map((kind) => [kind, WRONG_OF_EACH_KIND])),
  );
  const lines = list.text.split("\n");
  for (const { line, cells } of first.wrong) expect(lines[line - 1]).toContain(cells.find(Boolean));
  expect(first).toMatchObject({ added: list.rightRows, changed: 0, same: 0 });
  expect(await broughtRows()).toBe(list.rightRows);
  const [found] = await searchTariff(on.database.read, { q: list.codeAt(50), limit: 1 });
  expect(found?.labels).toEqual({ ru: 'сорт "50", второй', kk: "сұрып 50" });

  const before = await allRows(on.database);
  expect(await bring(list.text)).toMatchObject({ added: 0, changed: 0, same: list.rightRows });
  expect(await allRows(on.database)).toEqual(before);
});

test("a later list counts what it adds, what it changes and what stays, and changes no other country's", async () => {
  const { on, bring } = await market();
  await bring("code,ru\n8504409000,Инверторы\n8504409100,Выпрямители\n");
  const other = { id: "UZ-8504409000", country: "UZ", labels: { ru: "Иное" } };
  const [known] = await on.database.read.select().from(hsEntries).where(eq(hsEntries.id, "KZ-8504409000"));
  await on.database.write((tx) => tx.insert(hsEntries).values({ ...(known as NonNullable<typeof known>), ...other }));
  const later = "code,ru\n8504409000,Преобразователи\n8504409100,Выпрямители\n8504409200,Прочие\n";
  expect(await bring(later)).toMatchObject({ read: 3, added: 1, changed: 1, same: 1 });
  const rows = await on.database.read.select().from(hsEntries).where(eq(hsEntries.code, "8504409000"));
  expect(Object.fromEntries(rows.map(({ country, labels }) => [country, labels.ru]))).toEqual({
    ...{ KZ: "Преобразователи", UZ: "Иное" },
  });
});

test("an import that was cut off goes on where it was when it is run again", async () => {
  const { bring, broughtRows } = await market();
  const { text, rightRows } = nationalList(0);
  const killed = bring(text, ({ read }) => {
    if (read >= KILL_AFTER) throw new Error("killed");
  });
  await expect(killed).rejects.toThrow("killed");
  const kept = await broughtRows();
  expect(kept).toBeGreaterThanOrEqual(KILL_AFTER);
  expect(kept).toBeLessThan(rightRows);
  expect(await bring(text)).toMatchObject({ added: rightRows - kept, same: kept });
  expect(await broughtRows()).toBe(rightRows);
});

test("the market writes while a list is brought: nobody waits for its end", async () => {
  const { on, bring } = await market();
  const { text, rightRows } = nationalList(0);
  const wroteAt: number[] = [];
  let readSoFar = 0;
  const others: Promise<void>[] = [];
  await bring(text, ({ read }) => {
    readSoFar = read;
    const rule = {
      id: `rule-${read}`,
      name: "minOpenMs",
      value: read,
      effectiveFrom: instant(read),
      reason: "test",
      enteredByUserId: null,
      enteredAt: instant(read),
    };
    others.push(on.database.write((tx) => insertRule(tx, rule as never)).then(() => void wroteAt.push(readSoFar)));
  });
  await Promise.all(others);
  expect(wroteAt.filter((read) => read < rightRows).length).toBeGreaterThan(others.length / 2);
});

test("a list whose first line names no language is refused, and nothing is written", async () => {
  const { on, broughtRows } = await market();
  const options = { text: "code,description\n850440,x\n", country: "KZ", edition: "2022", source: "x", actor: system };
  expect(await importList(on, options)).toEqual({ ok: false, refusal: { code: "description_column_missing" } });
  expect(await broughtRows()).toBe(0);
});

test("nobody but the system brings a list", async () => {
  const { on, broughtRows } = await market();
  const actor = mintActor({ kind: "user", userId: "u", organisationId: "o", role: "administrator" });
  const options = { text: "code,ru\n850440,x\n", country: "KZ", edition: "2022", source: "x", actor };
  await expect(importList(on, options)).rejects.toThrow("not_permitted");
  expect(await broughtRows()).toBe(0);
});
