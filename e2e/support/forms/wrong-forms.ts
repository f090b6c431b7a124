import type { Role } from "../sign-in";

export type WrongForm = {
  readonly what: string;
  readonly role: Role;
  readonly path: string;
  /** By the field's name: what is typed, chosen or ticked. */
  readonly typed: Readonly<Record<string, string>>;
  /** The name and value of the button, where the form has several. */
  readonly button?: string;
  /** The fields at which it has to be said. */
  readonly wrong: readonly string[];
};

/** The forms that matter most, each filled in as people get it wrong. */
export const WRONG_FORMS: readonly WrongForm[] = [
  {
    what: "the sign-up",
    role: "visitor",
    path: "/sign-up",
    typed: { name: "Li Na", email: "li.na at example", password: "short" },
    wrong: ["email", "password"],
  },
  {
    what: "a new organisation",
    role: "buyer",
    path: "/organisation/new",
    typed: { nameOwn: "云山木业", nameLatin: "云山木业", country: "CN", registrationNumber: "1" },
    wrong: ["nameLatin", "registrationNumber"],
  },
  {
    what: "an invitation",
    role: "buyer",
    path: "/organisation/members",
    typed: { email: "nobody@" },
    wrong: ["email"],
  },
  {
    what: "an API key",
    role: "buyer",
    path: "/organisation/api-keys",
    typed: { name: "  ", life: "30" },
    wrong: ["name", "scopes"],
  },
  {
    what: "a listing",
    role: "provider",
    path: "/organisation/listings/inspection",
    typed: { summary: "   " },
    button: "save",
    wrong: ["summary"],
  },
  {
    what: "a bid",
    role: "provider",
    path: "/desk",
    typed: { "charges[0].price": "twelve", "transitDays.min": "soon", validUntil: "", remarks: "We can, soon" },
    button: "check",
    wrong: ["charges[0].price", "transitDays.min", "validUntil"],
  },
  {
    what: "an exchange rate",
    role: "admin",
    path: "/admin/rates",
    typed: { rate: "7,1,2", source: "" },
    wrong: ["rate", "source"],
  },
  {
    what: "a rate of duty",
    role: "admin",
    path: "/admin/duties",
    typed: { hsPrefix: "8", percent: "much", source: "" },
    wrong: ["hsPrefix", "source"],
  },
  {
    what: "a market rule",
    role: "admin",
    path: "/admin/rules",
    typed: { value: "many", reason: "" },
    wrong: ["value", "reason"],
  },
  {
    what: "a rule of documents",
    role: "admin",
    path: "/admin/document-rules",
    typed: { ruleId: "Bad Rule", hsPrefixes: "84, x", daysAhead: "soon", source: "" },
    wrong: ["ruleId", "hsPrefixes", "daysAhead", "source"],
  },
  {
    what: "a count at a border",
    role: "admin",
    path: "/admin/hubs/horgos",
    typed: { backlog: "many", throughputPerDay: "0", opensAt: "09:00", source: " " },
    wrong: ["backlog", "throughputPerDay", "source"],
  },
];
