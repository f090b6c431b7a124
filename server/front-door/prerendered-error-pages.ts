import { LOCALES } from "../../domain/shared/locale.ts";

/** What can stand in place of a page of the market. */
export const REASONS = [
  "missing",
  "no_address",
  "elsewhere",
  "too_large",
  "unreadable",
  "too_many",
  "fault",
  "fault_sent",
  "outage",
] as const;
export type Reason = (typeof REASONS)[number];

/** Those that can stand in place of a page of somebody in the field, which sends no forms without scripts. */
export const FIELD_REASONS = ["missing", "fault", "outage", "too_many"] as const satisfies readonly Reason[];

/** Around it the frame for whoever asks: a person with a session is led to their account, and not asked to sign in. */
export type Who = "visitor" | "member" | "field";

export type Drawn = { readonly locale: string; readonly who: Who; readonly why: Reason };

/** Every page that is drawn at build to stand in place of another. */
export const DRAWN: readonly Drawn[] = [
  ...LOCALES.flatMap((locale) =>
    (["visitor", "member"] as const).flatMap((who) => REASONS.map((why) => ({ locale, who, why }))),
  ),
  ...LOCALES.flatMap((locale) => FIELD_REASONS.map((why) => ({ locale, who: "field" as const, why }))),
];

/** Where such a page is kept by the build; nobody is answered there. */
export const addressOf = ({ locale, who, why }: Drawn): string => `/${locale}/instead/${who}/${why}`;

/** The blank for the reference of a fault. */
export const REFERENCE = "REFERENCE-OF-FAULT";
/** The blank for the address that was asked for. */
export const AGAIN = "#again";

const OF_DRAWN = /^\/[\w-]+\/instead\/(?:visitor|member|field)\//;

/** Whether it is the address of such a page itself. */
export const isOfDrawn = (path: string): boolean => OF_DRAWN.test(path);
