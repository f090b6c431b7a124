import type { BidContent } from "../../domain/bidding/bid";
import type { Condition } from "../../domain/bidding/offer/beside/condition-types";
import { toDecimal } from "../../domain/shared/money";
import { moneySchema, type WireMoney } from "../../domain/shared/money-schema";

/** The columns of what an offer says beside its price, by their words in `award.csv`. */
export const BESIDE_HEADS = [
  "alternative",
  "packages",
  "conditions",
  "subcontractors",
  "lateDelivery",
  "liabilityCap",
  "insuranceCover",
  "closeOutDays",
  "relatedParty",
] as const;

const moneyText = (wire: WireMoney | null | undefined): string => {
  if (!wire) return "";
  const amount = moneySchema.parse(wire);
  return `${toDecimal(amount)} ${amount.currency}`;
};

const conditionText = ({ type, value }: Condition): string =>
  value === true ? type : `${type} ${typeof value === "object" ? moneyText(value) : value}`;

const ANSWER = { true: "yes", false: "no" } as const;

/** The same codes as the API's, one cell each: `prepayment_percent 30; slot_by_buyer`. */
export const besideCells = (title: string | null, content: BidContent): (string | number)[] => [
  title ?? "",
  (content.packageDiscounts ?? [])
    .map(({ services, discountBps }) => `${services.join("+")} ${discountBps} bps`)
    .join("; "),
  (content.conditions ?? []).map(conditionText).join("; "),
  (content.subcontractors ?? [])
    .map(
      ({ name, country, registrationNumber, parts }) => `${name} ${country} ${registrationNumber} ${parts.join("+")}`,
    )
    .join("; "),
  content.lateDelivery
    ? `${content.lateDelivery.perDayBps} bps a day, ${content.lateDelivery.capBps} bps cap, ${content.lateDelivery.graceDays} grace days`
    : "",
  moneyText(content.liabilityCap),
  moneyText(content.insuranceCover),
  content.closeOutDays ?? "",
  content.relatedParty ? ANSWER[`${content.relatedParty.isRelated}`] : "",
];
