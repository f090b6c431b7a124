import type { Currency } from "@/domain/shared/money";
import type { Lane } from "./lane";
import { GOODS_MINOR, UNITS } from "./asked";
import { type Offer, linesIn, priceIn, share } from "./offer";

type Carriage = Pick<Offer, "currency" | "lines" | "terms">;

const TENTHS = UNITS * 10;

/** A whole way of its own trucks, with fuel as a share of the freight. */
export function newcomersCarriage(lane: Lane, freightUnits: number): Carriage {
  const { currency: of, mark, unitBasis: basis, haulBasis, newcomer, direction, mode } = lane;
  const currency = of as Currency;
  const [{ each }, price] = [linesIn(currency), priceIn(currency, mark)];
  const freight = each({ code: "OFT", basis: haulBasis, minor: price(freightUnits, 17) }, TENTHS);
  const plates = direction === "export" ? (["CN", newcomer.country] as const) : ([newcomer.country, "CN"] as const);
  return {
    currency,
    lines: [
      each({ code: "PUP", basis, minor: price(2_719_373, 11) }, TENTHS),
      freight,
      share({ code: "FSC", basis: "percent_of_OFT", bps: 725, of: freight.amountMinor as bigint }),
      each({ code: "DLV", basis, minor: price(3_184_571, 23) }, TENTHS),
    ],
    terms: {
      typed: {
        carrierType: "own_fleet",
        equipment: lane.carriage.equipment as string,
        "legs[0].place": `${newcomer.city} yard`,
        "legs[0].mode": mode,
        "legs[0].carrier": "Partner of the first stretch",
        "legs[0].days": "2",
        "legs[1].place": "Border terminal 3",
        "legs[1].mode": mode,
        "legs[1].days": "1",
        "legs[2].place": `Ring road depot ${mark}`,
        "legs[2].mode": "road",
        "legs[2].carrier": "Own trucks",
        "legs[2].days": "2",
        borderWaitHours: "18",
        hasTransshipment: "yes",
        ...(mode === "road" && { platesBeforeBorder: plates[0], platesBeyondBorder: plates[1] }),
        freeTimeBorderHours: "36",
        freeTimeDestinationHours: "48",
        slotSystem: mode === "road" ? "cn_port_booking" : "none",
        slotBookedBy: "provider",
        tracking: "gps",
        liability: mode === "rail" ? "smgs" : "cmr",
        departures: "Tuesday and Friday",
      },
    },
  };
}

/** A forwarder in yuan, with an insurance that has a least amount. */
export function rivalsCarriage({ mark, unitBasis: basis, haulBasis }: Lane): Carriage {
  const [{ each, onUse }, price] = [linesIn("CNY"), priceIn("CNY", mark)];
  return {
    currency: "CNY",
    lines: [
      each({ code: "OFT", basis: haulBasis, minor: price(67_391_135, 12) }, TENTHS),
      each({ code: "TRS", basis, minor: price(1_563_219, 6) }, TENTHS),
      onUse({ code: "BST", basis: "day_after_free", minor: price(1_244_873, 22) }),
      share({ code: "INS", basis: "percent_of_value", bps: 35, of: GOODS_MINOR }, 150_050n),
    ],
    terms: {
      typed: {
        carrierType: "forwarder",
        "legs[0].place": `Transfer yard ${mark}`,
        "legs[0].mode": "road",
        "legs[0].days": "3",
        "legs[1].place": "Consignee's gate",
        "legs[1].mode": "road",
        "legs[1].days": "2",
        borderWaitHours: "31",
        tracking: "seal",
        liability: "forwarder_terms",
      },
    },
  };
}
