import { z } from "zod";
import { accept, checkAll, type Refusal, refuse, type Result } from "../shared/result";
import { addDays, type LocalDate } from "../shared/time";
import { boundedText, localDateField } from "../shared/wire-fields";
import { COUNTRIES, type Country, registrationKey } from "./organisation";
import { checkTaxNumber, isChinaCustomsCode, isOgrn } from "./registration-numbers";

export const PAPER_KINDS = [
  "cn_business_licence",
  "cn_customs_filing",
  "cn_nvocc",
  "cn_road_transport",
  "kz_registration",
  "kz_customs_representative",
  "ru_registration",
  "ru_customs_representative",
  "vn_registration",
  "vn_customs_agent",
  "uz_registration",
  "kg_registration",
  "mn_registration",
  "la_registration",
  "mm_registration",
  "other_registration",
  "other_licence",
] as const;
/** A paper that a state gives an organisation, by the country that gives it. */
export type PaperKind = (typeof PAPER_KINDS)[number];

type Rule = {
  /** Whether a number can be one of this paper's, where its form is published; else it is taken as written. */
  readonly isForm?: (number: string) => boolean;
  /** Its number is the one under which the organisation is registered here. */
  readonly isOwnNumber?: boolean;
};

const taxNumberOf =
  (country: Country) =>
  (number: string): boolean =>
    checkTaxNumber(country, number) === null;

/** A registration whose own number is the organisation's; it says nothing more than that number's own rule. */
const registrationOf = (country: Country): Rule => ({ isForm: taxNumberOf(country), isOwnNumber: true });

/** Road transport licences: the six digits of the county that gave it (GB/T 2260), then six of its own. */
const isRoadLicenceOfChina = (number: string): boolean =>
  /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])\d{10}$/.test(registrationKey(number));

/** NVOCC filings with the Ministry of Transport are numbered MOC-NV and digits. */
const isNvoccOfChina = (number: string): boolean => /^MOCNV\d{4,6}$/.test(registrationKey(number));

const RULES: Readonly<Record<PaperKind, Rule>> = {
  cn_business_licence: registrationOf("CN"),
  cn_customs_filing: { isForm: isChinaCustomsCode },
  cn_nvocc: { isForm: isNvoccOfChina },
  cn_road_transport: { isForm: isRoadLicenceOfChina },
  kz_registration: registrationOf("KZ"),
  kz_customs_representative: {},
  // An extract is numbered by OGRN, the organisation here by INN.
  ru_registration: { isForm: isOgrn },
  ru_customs_representative: {},
  vn_registration: registrationOf("VN"),
  vn_customs_agent: {},
  uz_registration: registrationOf("UZ"),
  kg_registration: registrationOf("KG"),
  mn_registration: registrationOf("MN"),
  la_registration: { isOwnNumber: true },
  mm_registration: { isOwnNumber: true },
  other_registration: { isOwnNumber: true },
  other_licence: {},
};

const PAPERS_OF: Partial<Record<Country, readonly [PaperKind, ...PaperKind[]]>> = {
  CN: ["cn_business_licence", "cn_customs_filing", "cn_nvocc", "cn_road_transport"],
  KZ: ["kz_registration", "kz_customs_representative"],
  RU: ["ru_registration", "ru_customs_representative"],
  VN: ["vn_registration", "vn_customs_agent"],
  UZ: ["uz_registration"],
  KG: ["kg_registration"],
  MN: ["mn_registration"],
  LA: ["la_registration"],
  MM: ["mm_registration"],
};

const isServed = (country: string): country is Country => (COUNTRIES as readonly string[]).includes(country);

const ownPapers = (country: string): readonly [PaperKind, ...PaperKind[]] =>
  (isServed(country) && PAPERS_OF[country]) || ["other_registration"];

/** The paper without which no organisation of the country is checked: the one that says it is registered. */
export const neededPaper = (country: string): PaperKind => ownPapers(country)[0];

/** The kinds of papers that an organisation of the country may show, the needed one first. */
export const papersOf = (country: string): readonly PaperKind[] => [...ownPapers(country), "other_licence"];

/** Letters of a paper's number and of who gave it; papers of one case. */
export const PAPER_NUMBER_MAX = 60;
export const ISSUER_MAX = 160;
export const PAPERS_MAX = 12;

export const paperSchema = z.strictObject({
  kind: z.enum(PAPER_KINDS, "unknown_choice"),
  number: boundedText(PAPER_NUMBER_MAX),
  issuer: boundedText(ISSUER_MAX),
  issuedOn: localDateField,
  /** Its last day; null of a paper that does not end. */
  expiresOn: localDateField.nullable(),
  fileId: z.string().min(1, "required").max(64),
});
export type Paper = z.output<typeof paperSchema>;

export type PaperRefusal = Refusal<
  "paper_of_other_country" | "paper_number" | "paper_number_differs" | "paper_issued_later" | "paper_ended"
>;

type Holder = { readonly country: string; readonly registrationNumber: string };

function numberRule({ kind, number }: Paper, holder: Holder): Result<void, PaperRefusal> {
  const { isForm, isOwnNumber } = RULES[kind];
  if (isForm && !isForm(number)) return refuse("paper_number");
  return isOwnNumber && registrationKey(number) !== registrationKey(holder.registrationNumber)
    ? refuse("paper_number_differs", { number: holder.registrationNumber })
    : accept(undefined);
}

/**
 * Whether an organisation may show this paper: of its own country, with a number that can be one of its kind (and is the organisation's own
 * where the paper carries that), given by today and not past its end. `today` is the organisation's. Refuses all that is wrong at once.
 */
export function checkPaper(paper: Paper, holder: Holder, today: LocalDate): Result<void, PaperRefusal> {
  const { kind, issuedOn, expiresOn } = paper;
  return checkAll<PaperRefusal>([
    papersOf(holder.country).includes(kind) ? accept(undefined) : refuse("paper_of_other_country"),
    numberRule(paper, holder),
    issuedOn <= today ? accept(undefined) : refuse("paper_issued_later"),
    expiresOn === null || expiresOn > today ? accept(undefined) : refuse("paper_ended"),
  ]);
}

type Dated = { readonly kind: PaperKind; readonly expiresOn: LocalDate | null };

/** Whether the paper is among them without which no organisation of the country is checked. Refuses `check_papers_missing`. */
export const hasNeeded = (
  country: string,
  papers: readonly Pick<Dated, "kind">[],
): Result<void, Refusal<"check_papers_missing">> =>
  papers.some(({ kind }) => kind === neededPaper(country)) ? accept(undefined) : refuse("check_papers_missing");

/** The day on which the first of the papers ends; null where none does. A check holds no longer than what it rests on. */
export const firstEnd = (papers: readonly Pick<Dated, "expiresOn">[]): LocalDate | null =>
  papers.flatMap(({ expiresOn }) => expiresOn ?? []).sort()[0] ?? null;

const CARRIED_DAYS = 30;

/** Whether a paper of the last check may stand for the next one: it has no end, or one that is more than a month away. */
export const carriesOver = ({ expiresOn }: Pick<Dated, "expiresOn">, today: LocalDate): boolean =>
  expiresOn === null || expiresOn > addDays(today, CARRIED_DAYS);
