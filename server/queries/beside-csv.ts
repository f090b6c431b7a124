import type { BidContent } from "../../domain/bidding/bid";
import { BESIDE_NAMES, type BesidePrice } from "../../domain/bidding/offer/beside/beside-price";
import type { Condition } from "../../domain/bidding/offer/beside/condition-types";
import { toDecimal } from "../../domain/shared/money";
import { moneySchema, type WireMoney } from "../../domain/shared/money-schema";

const moneyText = (wire: WireMoney | null | undefined): string => {
  if (!wire) return "";
  const amount = moneySchema.parse(wire);
  return `${toDecimal(amount)} ${amount.currency}`;
};

const conditionText = ({ type, value }: Condition): string =>
  value === true ? type : `${type} ${typeof value === "object" ? moneyText(value) : value}`;

const ANSWER = { true: "yes", false: "no" } as const;

type Cell = string | number;

const CELLS: Readonly<Record<keyof BesidePrice, (content: BidContent) => Cell>> = {
  conditions: ({ conditions = [] }) => conditions.map(conditionText).join("; "),
  subcontractors: ({ subcontractors = [] }) =>
    subcontractors
      .map(
        ({ name, country, registrationNumber, parts }) => `${name} ${country} ${registrationNumber} ${parts.join("+")}`,
      )
      .join("; "),
  lateDelivery: ({ lateDelivery: late }) =>
    late ? `${late.perDayBps} bps a day, ${late.capBps} bps cap, ${late.graceDays} grace days` : "",
  liabilityCap: ({ liabilityCap }) => moneyText(liabilityCap),
  insuranceCover: ({ insuranceCover }) => moneyText(insuranceCover),
  closeOutDays: ({ closeOutDays }) => closeOutDays ?? "",
  relatedParty: ({ relatedParty }) => (relatedParty ? ANSWER[`${relatedParty.isRelated}`] : ""),
};

/** The columns of what an offer says beside its price, by their words in `award.csv`. */
export const BESIDE_HEADS = ["alternative", "packages", ...BESIDE_NAMES] as const;

/** The same codes as the API's, one cell each: `prepayment_percent 30; slot_by_buyer`. */
export const besideCells = (title: string | null, content: BidContent): Cell[] => [
  title ?? "",
  (content.packageDiscounts ?? [])
    .map(({ services, discountBps }) => `${services.join("+")} ${discountBps} bps`)
    .join("; "),
  ...BESIDE_NAMES.map((name) => CELLS[name](content)),
];
