// Holds the market's codes to published lists: npm run test:standards -- DIR (a folder with un-cefact/ and hs-2022/, see docs/operations.md).
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCsv } from "@/db/reference/parse-csv";
import { PACKAGE_TYPES } from "@/domain/deals/package-type";
import { UN_CODES } from "@/domain/tariff/un-codes";

const [folder = ""] = process.argv.slice(2);

const LISTS = [
  {
    name: "units of UN/ECE Recommendation 20",
    file: "un-cefact/rec20-units-of-measure.csv",
    column: "CommonCode",
    ours: Object.values(UN_CODES.units),
  },
  {
    name: "packages of UN/ECE Recommendation 21",
    file: "un-cefact/rec21-package-codes.csv",
    column: "Code",
    ours: PACKAGE_TYPES,
  },
  {
    name: "headings of the Harmonized System, 2022",
    file: "hs-2022/hs-6digit-en.csv",
    column: "hscode",
    ours: parseCsv(readFileSync("db/reference/hs-headings.csv", "utf8"))
      .filter(({ level }) => level !== "section")
      .map(({ code = "" }) => code),
  },
];

// What a list has marked as deprecated (D) or deleted (X) is not in force.
const isInForce = ({ Status = "" }: Record<string, string>): boolean => !/[DX]/.test(Status);

let failures = 0;
for (const { name, file, column, ours } of LISTS) {
  const path = join(folder, file);
  if (!existsSync(path)) {
    process.stdout.write(`  ✗ ${name}: there is no ${file} in the folder\n`);
    failures += 1;
    continue;
  }
  const rows = parseCsv(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  const known = new Set(rows.filter(isInForce).map((row) => row[column]));
  const strange = ours.filter((code) => !known.has(code));
  process.stdout.write(
    `  ${strange.length === 0 ? "✓" : "✗"} ${name}: ${ours.length - strange.length} of ${ours.length} in force\n`,
  );
  for (const code of strange) process.stdout.write(`      ${code} is not in the list\n`);
  failures += strange.length;
}
process.exit(failures === 0 ? 0 : 1);
