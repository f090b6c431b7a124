import type { StoredDeclaration } from "../../../db/repositories/declarations";
import { type Currency, minorDigits } from "../../../domain/shared/money";
import { tradersOf } from "../../plan/plan-deal";
import type { OrderOfYear } from "./history-rooms";

/** An amount with its thousands set apart, as papers of the trade write it. */
export function writtenAmount(minor: bigint, currency: Currency): string {
  const digits = minorDigits(currency);
  const text = String(minor).padStart(digits + 1, "0");
  const whole = (digits === 0 ? text : text.slice(0, -digits)).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${currency} ${whole}${digits === 0 ? "" : `.${text.slice(-digits)}`}`;
}

type Copied = Pick<StoredDeclaration, "side" | "country" | "registeredNumber" | "currency" | "lines">;

/** The lines of a copy of a declaration: its parties and terms, the code, weight and value of each line, and their sum. */
export function declarationLines({ deal }: Pick<OrderOfYear, "deal">, declared: Copied): string[] {
  const { side, country, registeredNumber, currency, lines } = declared;
  const { movement, buyer, partner } = deal;
  const { exporter, importer } = tradersOf(movement, buyer, partner);
  const { rule, place } = deal.deal.incoterm as { rule: string; place: string };
  const cargo = deal.deal.cargo as readonly { description: string; packages: number; grossWeightGrams: number }[];
  const { supervisionMode = "" } = (deal.requests.find(({ service }) => service === "customs")?.spec ?? {}) as {
    supervisionMode?: string;
  };
  // The page has Latin letters alone: of names in two languages the English one is written.
  const latin = (words: string) => words.split(" · ").at(-1) ?? words;
  const sum = lines.reduce((all, { valueMinor }) => all + BigInt(valueMinor), 0n);
  return [
    `CUSTOMS DECLARATION, COPY - ${side.toUpperCase()} ${country}`,
    `Registered number: ${registeredNumber ?? "-"}`,
    `Exporter: ${exporter.name.latin}, ${exporter.country}`,
    `Importer: ${importer.name.latin}, ${importer.country}`,
    `Incoterm: ${rule} ${latin(place)} (Incoterms 2020)`,
    ...(country === "CN" ? [`Supervision mode: ${supervisionMode}`] : []),
    "",
    ...lines.flatMap(({ line, hsCode, valueMinor }) => {
      const { description = "", packages = 0, grossWeightGrams = 0 } = cargo[line - 1] ?? {};
      const weight = (grossWeightGrams / 1_000).toLocaleString("en-US");
      return [
        `${line}  ${hsCode}  ${latin(description)}`,
        `   ${packages.toLocaleString("en-US")} packages, ${weight} kg gross, customs value ${writtenAmount(BigInt(valueMinor), currency)}`,
      ];
    }),
    `Total customs value: ${writtenAmount(sum, currency)}`,
    "Status: released",
  ];
}
