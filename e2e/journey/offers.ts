import type { Service } from "@/domain/shared/vocabulary";
import type { Translate } from "@/server/platform/translate";
import type { Lane } from "./lane";
import { newcomersClearance, rivalsClearance } from "./offered-customs";
import { newcomersInspecting, rivalsInspecting } from "./offered-inspection";
import { newcomersCarriage, rivalsCarriage } from "./offered-logistics";
import type { Offer } from "./offer";
import { newcomersPaying, rivalsPaying } from "./offered-payment";

export type Offers = Readonly<Record<Service, Offer>>;

const [FREIGHT_UNITS, LOWER_UNITS] = [61_847_297, 58_463_179];

/** What the newcomer bids first: in its own currency, but for the payment, of which a share is counted in yuan. */
export const newcomersOffers = (lane: Lane, t: Translate): Offers => ({
  logistics: { service: "logistics", ...newcomersCarriage(lane, FREIGHT_UNITS), days: ["3", "5"] },
  payment: { service: "payment", ...newcomersPaying(lane, t), days: ["1", "2"] },
  customs: { service: "customs", ...newcomersClearance(lane), days: ["1", "3"] },
  inspection: { service: "inspection", ...newcomersInspecting(lane), days: null },
});

/** Its carriage for less, before the close. */
export const newcomersRevision = (lane: Lane): Offer => ({
  service: "logistics",
  ...newcomersCarriage(lane, LOWER_UNITS),
  days: ["3", "5"],
});

export const rivalsOffers = (lane: Lane, t: Translate): Offers => ({
  logistics: { service: "logistics", ...rivalsCarriage(lane), days: ["4", "6"] },
  payment: { service: "payment", ...rivalsPaying(lane, t), days: ["2", "3"] },
  customs: { service: "customs", ...rivalsClearance(lane), days: ["2", "5"] },
  inspection: { service: "inspection", ...rivalsInspecting(lane), days: null },
});
