import type { Currency } from "@/domain/shared/money";
import type { Typed } from "./typed";
import type { Lane } from "./lane";
import { FREIGHT_MINOR, GOODS_MINOR, HS_LINES, INSURANCE_MINOR } from "./asked";
import { type Line, type Offer, linesIn, priceIn, share } from "./offer";

type Clearance = Pick<Offer, "currency" | "lines" | "terms" | "subcontractors">;

const LINES_INCLUDED = 5;
const ONE = 10;
const CERTIFICATES = 2 * ONE;

/** A declaration on each side that the request has. */
function declarations({ currency: of, mark, direction }: Lane, isForeign: boolean): Line[] {
  const currency = isForeign ? (of as Currency) : "CNY";
  const [{ each }, price] = [linesIn(currency), priceIn(currency, mark)];
  const sides = direction === "export" ? ["EXD", "IMD"] : ["IMD"];
  const first = isForeign ? 3_917_459 : 3_462_177;
  return sides.map((code, at) => each({ code, basis: "declaration", minor: price(first + at * 812_300, 7) }, ONE));
}

/** Who declares where the bidder is not established: the rival is of China, a newcomer of the country at the other end. */
function declarant({ direction, importer, mark }: Lane, isForeign: boolean): Typed {
  if (!isForeign && direction === "import") return {};
  const [country, part] = isForeign ? ["CN", direction === "export" ? "EXD" : "IMD"] : [importer.country, "IMD"];
  return {
    "subcontractors[0].name": `Declarant ${mark} Ltd.`,
    "subcontractors[0].country": country,
    "subcontractors[0].registrationNumber": `REG-${mark}4471`,
    "subcontractors[0].parts": [part],
  };
}

/** Certificates and extra lines on top of the declarations; the buyer pays duty from its own account. */
export function newcomersClearance(lane: Lane): Clearance {
  const { mark } = lane;
  const currency = lane.currency as Currency;
  const [{ each, onUse }, price] = [linesIn(currency), priceIn(currency, mark)];
  const extraLines = (HS_LINES - LINES_INCLUDED) * ONE;
  return {
    currency,
    lines: [
      ...declarations(lane, true),
      each({ code: "HSC", basis: "hs_line_above_5", minor: price(1_483_207, 13) }, extraLines),
      each({ code: "CRT", basis: "certificate", minor: price(2_061_899, 19) }, CERTIFICATES),
      onUse({ code: "BST", basis: "day_after_free", minor: price(1_927_741, 3) }),
    ],
    terms: {
      typed: {
        licenceNumber: `BR-${mark}20418`,
        clearancePost: `Border post ${mark}`,
        hoursToFile: "6",
        hoursToRelease: "14",
        hoursToReleaseP90: "38",
        declarantRole: "representative",
        dutyPaidBy: "client_account",
        finesBorneBy: "who_caused_it",
        hsCodeOfLine1: "85372090",
        dutyBpsOfLine1: "6.5",
        vatBpsOfLine1: "13",
        confidenceOfLine1: "high",
        referenceOfLine1: `Ruling ${mark}-117`,
        hsCodeOfLine3: "740710",
        confidenceOfLine3: "low",
      },
    },
    subcontractors: declarant(lane, true),
  };
}

/** Duty and tax are advanced and passed through at cost: tax on the customs value and the duty. */
export function rivalsClearance(lane: Lane): Clearance {
  const of = GOODS_MINOR + FREIGHT_MINOR + INSURANCE_MINOR;
  const duty = share({ code: "DTY", basis: "percent_of_customs_value", bps: 575, of });
  const taxed = of + (duty.amountMinor as bigint);
  const tax = share({ code: "VAT", basis: "percent_of_customs_value_plus_duty", bps: 1_300, of: taxed });
  return {
    currency: "CNY",
    lines: [...declarations(lane, false), { ...duty, isPassThrough: true }, { ...tax, isPassThrough: true }],
    terms: {
      typed: {
        licenceNumber: `CB-${lane.mark}7713`,
        hoursToFile: "9",
        declarantRole: "own_account",
        dutyPaidBy: "broker_advance",
        finesBorneBy: "broker",
        hsCodeOfLine2: "850434",
        dutyBpsOfLine2: "5.25",
        confidenceOfLine2: "medium",
      },
    },
    subcontractors: declarant(lane, false),
  };
}
