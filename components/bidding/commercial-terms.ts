import { regionNames } from "@/components/ui/format";
import { formatMoney } from "@/components/ui/figures";
import { numberFormat } from "@/components/ui/format";
import { formatDay } from "@/components/ui/time/format-time";
import {
  COMMERCIAL_TERMS_NAMES,
  type CommercialTerms,
  commercialTermsOf,
} from "@/domain/bidding/offer/commercial-terms";
import type { Condition } from "@/domain/bidding/offer/commercial-terms-fields";
import type { ChargeCode } from "@/domain/services/charge";
import type { PackageDiscount } from "@/domain/bidding/offer/offer-schema";
import type { LocalDate } from "@/domain/shared/time";

type Values = Record<string, string | number>;

export type CommercialTermsReader = {
  readonly locale: string;
  /** A translator over all rooms. */
  readonly words: (key: string, values?: Values) => string;
};

/** What a bid may say beside its price, in the order of every screen. */
export const COMMERCIAL_TERMS_ROWS = ["packageDiscounts", ...COMMERCIAL_TERMS_NAMES] as const;
export type CommercialTermsRow = (typeof COMMERCIAL_TERMS_ROWS)[number];

export type Said = CommercialTerms & { readonly packageDiscounts?: readonly PackageDiscount[] | undefined };

const BPS_PER_WHOLE = 10_000;

export const percentWords = (bps: number, locale: string): string =>
  numberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(bps / BPS_PER_WHOLE);

function conditionWords({ type, value }: Condition, { locale, words }: CommercialTermsReader): string {
  const shown =
    typeof value === "object"
      ? formatMoney(value, locale, { display: "code" })
      : typeof value === "string"
        ? formatDay(value as LocalDate, locale, true)
        : Number(value);
  return words(`bidding.beside.condition.${type}`, { value: shown });
}

/** The charges that pay for a declaration: who does their work declares in its own country. */
const DECLARATIONS: ReadonlySet<string> = new Set<ChargeCode>(["EXD", "IMD"]);

const commercialTermsRows = ({ words }: CommercialTermsReader, key: string, values?: Values) =>
  words(`bidding.beside.said.${key}`, values);

const countryName = (code: string, locale: string): string =>
  /^[A-Z]{2}$/.test(code) ? (regionNames(locale).of(code) ?? code) : code;

/** Who declares for the bidder, and in which country by the reader's language. */
export const declarantsOf = ({ subcontractors = [] }: Pick<CommercialTerms, "subcontractors">, locale: string) =>
  subcontractors
    .filter(({ parts }) => parts.some((code) => DECLARATIONS.has(code)))
    .map(({ name, country, registrationNumber: number }) => ({ place: countryName(country, locale), name, number }));

/** Who does other parts of the work for the bidder: the work by its own name, not by that of the charge which pays for it. */
const workWords = ({ subcontractors = [] }: CommercialTerms, reader: CommercialTermsReader): string[] =>
  subcontractors.flatMap(({ name, country, registrationNumber: number, parts }) => {
    const others = parts.filter((code) => !DECLARATIONS.has(code)).map((code) => reader.words(`services.work.${code}`));
    const done = others.join(commercialTermsRows(reader, "and"));
    return others.length > 0
      ? [
          commercialTermsRows(reader, "subcontractor", {
            name,
            country: countryName(country, reader.locale),
            number,
            parts: done,
          }),
        ]
      : [];
  });

/** What is said of each, a text an entry; nothing where it says nothing. */
export function commercialTermsWords(
  content: Said,
  reader: CommercialTermsReader,
): Readonly<Record<CommercialTermsRow, readonly string[]>> {
  const { locale, words } = reader;
  const said = commercialTermsOf(content);
  const tell = (key: string, values?: Values) => commercialTermsRows(reader, key, values);
  const { lateDelivery: late, liabilityCap, insuranceCover, closeOutDays, relatedParty: related } = said;
  const join = (parts: readonly string[]) => parts.join(tell("and"));
  return {
    packageDiscounts: (content.packageDiscounts ?? []).map(({ services, discountBps }) =>
      tell("package", {
        percent: percentWords(discountBps, locale),
        services: join(services.map((service) => words(`service-${service}.name`))),
      }),
    ),
    conditions: (said.conditions ?? []).map((condition) => conditionWords(condition, reader)),
    subcontractors: [
      ...declarantsOf(said, locale).map((declarant) => tell("declares", declarant)),
      ...workWords(said, reader),
    ],
    lateDelivery: late
      ? [
          tell("late", {
            perDay: percentWords(late.perDayBps, locale),
            cap: percentWords(late.capBps, locale),
            graceDays: late.graceDays,
          }),
        ]
      : [],
    liabilityCap: liabilityCap ? [formatMoney(liabilityCap, locale, { display: "code" })] : [],
    insuranceCover: insuranceCover ? [formatMoney(insuranceCover, locale, { display: "code" })] : [],
    closeOutDays: closeOutDays === undefined || closeOutDays === null ? [] : [tell("closeOut", { days: closeOutDays })],
    relatedParty: related ? [relatedWords(related, tell)] : [],
  };
}

const relatedWords = (
  { isRelated, words }: NonNullable<CommercialTerms["relatedParty"]>,
  tell: (key: string, values?: Values) => string,
): string => (isRelated ? (words === "" ? tell("related") : tell("relatedHow", { words })) : tell("unrelated"));
