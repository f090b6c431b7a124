import type { z } from "zod";
import type { Refusal } from "../../shared/result";
import type { Offer } from "../bid";
import { offerFields } from "./offer-schema";

/** What stands for members that cannot be read yet, as an offer travels: nothing of it changes a total. */
export const NEUTRAL_MEMBERS = {
  transitDays: { min: 0, max: 0 },
  validUntil: "9999-12-31T00:00:00Z",
  exclusions: [],
  terms: {},
  remarks: "",
} as const;

const NEUTRAL: Readonly<Record<string, unknown>> = { ...NEUTRAL_MEMBERS, currency: "CNY", charges: [] };

type Readable = {
  readonly offer: Offer;
  /** Members for which something neutral stands. */
  readonly unread: readonly string[];
};

/** An offer of which some members are malformed, as far as it can be read: the rules can be asked of the other members. */
export function readableOffer(input: Readonly<Record<string, unknown>>): Readable {
  const read: Record<string, unknown> = {};
  const unread: string[] = [];
  for (const [member, schema] of Object.entries<z.ZodType>(offerFields)) {
    const given = schema.safeParse(input[member]);
    if (!given.success) unread.push(member);
    const value = given.success ? given.data : schema.safeParse(NEUTRAL[member]).data;
    read[member] = member === "charges" && !given.success ? [] : value;
  }
  return { offer: read as Offer, unread };
}

/** Whether a refusal is of a member that was read: what is said of something neutral is said of nothing that anybody wrote. */
export const isOfRead = ({ details }: Refusal, unread: readonly string[]): boolean =>
  !unread.some((member) => new RegExp(`^${member}(?![A-Za-z])`).test(String(details?.field ?? "")));
