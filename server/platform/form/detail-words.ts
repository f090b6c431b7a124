import type { Refusal } from "../../../domain/shared/result";

type Details = NonNullable<Refusal["details"]>;

export type Wording = { readonly t: (key: string) => string; readonly locale: string };

/** A country in the reader's language, every one that there is; what is no code of a country stays as it is. */
const countryIn = (code: string, locale: string): string =>
  /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code) : code;

/** Details that are codes of the trade, which people read in their language's words; a program reads the codes. */
const DETAIL_WORDS: Readonly<Record<string, (code: string, wording: Wording, details: Details) => string>> = {
  papers: (kind, { t }) => t(`documents.kind.${kind}`),
  deliverables: (code, { t }, { service }) => t(`service-${service}.deliverable.${code}`),
  country: (code, { locale }) => countryIn(code, locale),
};

function wordOne([name, value]: readonly [string, string], wording: Wording, details: Details): string {
  const wordOf = DETAIL_WORDS[name];
  if (!wordOf) return value;
  const words = value.split(", ").map((code) => wordOf(code, wording, details));
  return new Intl.ListFormat(wording.locale, { type: "conjunction", style: "narrow" }).format(words);
}

/** What fills the words of a refusal or an issue: codes of countries, papers and deliverables in the reader's language, all else as it is. */
export const detailsInWords = (details: Details, wording: Wording): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === "number" ? value : wordOne([name, String(value)], wording, details),
    ]),
  );
