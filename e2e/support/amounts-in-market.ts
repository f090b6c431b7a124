import { stored, storedColumns } from "./stored";

const DECIMALS = 100;

const decimal = (minor: number): string =>
  `${Math.floor(minor / DECIMALS)}.${String(minor % DECIMALS).padStart(2, "0")}`;

const MINOR_IN_JSON = /[mM]inor"?\D{1,4}(\d{1,15})/g;

function amountsIn({ tableName, name, type }: ReturnType<typeof storedColumns>[number]): number[] {
  if (/_minor$/.test(name))
    return stored(`SELECT DISTINCT "${name}" AS minor FROM "${tableName}" WHERE "${name}" > 0`).map((row) =>
      Number(row.minor),
    );
  if (!/text|json/i.test(type)) return [];
  return stored(
    `SELECT DISTINCT "${name}" AS text FROM "${tableName}" WHERE CAST("${name}" AS text) LIKE '%inor"%'`,
  ).flatMap((row) => [...String(row.text).matchAll(MINOR_IN_JSON)].map(([, digits]) => Number(digits)));
}

/**
 * Every amount of money that the tested market has stored, as decimals with two places and `;` between them: what a test plants and looks for must
 * not be among them. The demo market is dated from today, so that another day has other amounts.
 */
export const amountsInMarket = (): string => [...new Set(storedColumns().flatMap(amountsIn))].map(decimal).join(";");
