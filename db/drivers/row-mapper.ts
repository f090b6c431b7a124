import { Column, SQL, Subquery, getTableName, is, noopDecoder } from "drizzle-orm";
import type { SelectedFieldsOrdered as FieldsOfPostgres } from "drizzle-orm/pg-core";
import type { SelectedFieldsOrdered as FieldsOfSqlite } from "drizzle-orm/sqlite-core";

type SelectedFieldsOrdered = FieldsOfSqlite | FieldsOfPostgres;
type Decoder = { mapFromDriverValue(value: unknown): unknown };
type Field = SelectedFieldsOrdered[number]["field"];
type Row = Record<string, unknown>;

/** By table name: whether an outer join leaves its columns null. */
export type NotNullable = Readonly<Record<string, boolean>>;

function decoderOf(field: Field): Decoder {
  if (is(field, Column)) return field;
  if (is(field, SQL)) return (field as unknown as { decoder: Decoder }).decoder;
  if (is(field, Subquery)) return (field as unknown as { _: { sql: { decoder: Decoder } } })._.sql.decoder;
  return (field as unknown as { sql: { decoder: Decoder } }).sql.decoder;
}

const PLAIN = new Set([Column.prototype.mapFromDriverValue, noopDecoder.mapFromDriverValue]);

/** What a value from the driver becomes; null where it stays as it is. */
function decodeOf(field: Field): ((value: unknown) => unknown) | null {
  const decoder = decoderOf(field);
  return PLAIN.has(decoder.mapFromDriverValue) ? null : (value) => decoder.mapFromDriverValue(value);
}

/**
 * The objects of a row that an outer join may have left without a row of their own, each with the column that tells: its first. An
 * object with columns of several tables is never taken for one.
 */
function absentBy(fields: SelectedFieldsOrdered, notNullable: NotNullable): [name: string, column: string][] {
  const tables = new Map<string, { readonly column: string; readonly names: Set<string> }>();
  for (const { path, field } of fields) {
    if (path.length !== 2 || !is(field, Column)) continue;
    const [name, column] = path as [string, string];
    const found = tables.get(name) ?? { column, names: new Set<string>() };
    found.names.add(getTableName(field.table));
    tables.set(name, found);
  }
  return [...tables]
    .filter(([, { names }]) => names.size === 1 && ![...names].some((name) => notNullable[name]))
    .map(([name, { column }]) => [name, column]);
}

/**
 * Rows of a statement as objects, exactly as Drizzle's `mapResultRow` makes them; but what is the same for every row is found once,
 * where that one asks of each cell anew what kind of column it is, which takes longer than SQLite takes to read it.
 */
export function rowMapper(fields: SelectedFieldsOrdered, notNullable: NotNullable | undefined) {
  const cells = fields.map(({ path, field }) => ({
    parents: path.slice(0, -1),
    name: path.at(-1) as string,
    decode: decodeOf(field),
  }));
  const absent = notNullable ? absentBy(fields, notNullable) : [];
  const objectOf = (row: readonly unknown[]): Row => {
    const whole: Row = {};
    for (let at = 0; at < cells.length; at++) {
      const { parents, name, decode } = cells[at] as (typeof cells)[number];
      let node = whole;
      for (const parent of parents) {
        node[parent] ??= {};
        node = node[parent] as Row;
      }
      const value = row[at];
      node[name] = value === null ? null : decode ? decode(value) : value;
    }
    for (const [name, column] of absent) if ((whole[name] as Row)[column] === null) whole[name] = null;
    return whole;
  };
  return (rows: readonly unknown[][]): Row[] => rows.map(objectOf);
}

/** The mapper of one prepared statement, of which Drizzle says only after it is prepared what it joins. */
export function steadyMapper(fields: SelectedFieldsOrdered) {
  let statement: { readonly joinsNotNullableMap?: NotNullable } = {};
  let map: ReturnType<typeof rowMapper> | undefined;
  return {
    map: (rows: readonly unknown[][]): Row[] => (map ??= rowMapper(fields, statement.joinsNotNullableMap))(rows),
    of<Prepared extends object>(prepared: Prepared): Prepared {
      statement = prepared;
      return prepared;
    },
  };
}
