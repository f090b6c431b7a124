import { stored } from "./stored";

const DECIMALS = 100;

const decimal = (minor: number): string =>
  `${Math.floor(minor / DECIMALS)}.${String(minor % DECIMALS).padStart(2, "0")}`;

type Column = { readonly tableName: string; readonly name: string; readonly type: string };

const columns = (): Column[] =>
  stored(
    `SELECT m.name AS tableName, c.name AS name, c.type AS type FROM sqlite_master m
      JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'`,
  ) as unknown as Column[];

const MINOR_IN_JSON = /[mM]inor"?\D{1,4}(\d{1,15})/g;

function amountsIn({ tableName, name, type }: Column): number[] {
  if (/_minor$/.test(name))
    return stored(`SELECT DISTINCT "${name}" AS minor FROM "${tableName}" WHERE "${name}" > 0`).map((row) =>
      Number(row.minor),
    );
  if (!/text|json/i.test(type)) return [];
  return stored(`SELECT DISTINCT "${name}" AS text FROM "${tableName}" WHERE "${name}" LIKE '%inor"%'`).flatMap((row) =>
    [...String(row.text).matchAll(MINOR_IN_JSON)].map(([, digits]) => Number(digits)),
  );
}

/**
 * Every amount of money that the tested market has stored, as decimals with two places and `;` between them: what a test plants and looks for must
 * not be among them. The demo market is dated from today, so that another day has other amounts.
 */
export const amountsInMarket = (): string => [...new Set(columns().flatMap(amountsIn))].map(decimal).join(";");
