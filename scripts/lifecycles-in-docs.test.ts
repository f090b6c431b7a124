import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DECLARATION_LIFECYCLE } from "@/domain/clearance/declaration";
import { REMITTANCE_LIFECYCLE } from "@/domain/remittance/remittance";
import { BID_LIFECYCLE } from "@/domain/bidding/bid";
import { COUNTER_LIFECYCLE } from "@/domain/bidding/counter-offer";
import { DISQUALIFICATION_LIFECYCLE } from "@/domain/bidding/disqualification";
import { ROUND_LIFECYCLE } from "@/domain/inspections/round";
import { DISPUTE_LIFECYCLE } from "@/domain/disputes/dispute";
import { ORDER_LIFECYCLE } from "@/domain/orders/order";
import { SLOT_LIFECYCLE } from "@/domain/orders/slots/slot";
import { FALLBACK_LIFECYCLE, REQUEST_LIFECYCLE } from "@/domain/requests/request";

const docs = readFileSync(join(import.meta.dirname, "../docs/domain.md"), "utf8");

/** A lifecycle as the docs write it: a line a state, with what leads where. */
const drawn = (lifecycle: Readonly<Record<string, Readonly<Record<string, string>>>>): string =>
  Object.entries(lifecycle)
    .map(([state, events]) => {
      const ways = Object.entries(events).map(([event, next]) => `${event} → ${next}`);
      return `${state.padEnd(18)} ${ways.length === 0 ? "(end)" : ways.join(" · ")}`;
    })
    .join("\n");

test.each([
  ["request", REQUEST_LIFECYCLE],
  ["request that nobody was chosen for", FALLBACK_LIFECYCLE],
  ["bid", BID_LIFECYCLE],
  ["counter-offer", COUNTER_LIFECYCLE],
  ["order", ORDER_LIFECYCLE],
  ["dispute", DISPUTE_LIFECYCLE],
  ["disqualification", DISQUALIFICATION_LIFECYCLE],
  ["round of an inspection", ROUND_LIFECYCLE],
  ["declaration", DECLARATION_LIFECYCLE],
  ["sending", REMITTANCE_LIFECYCLE],
  ["slot", SLOT_LIFECYCLE],
])("docs/domain.md draws the life of a %s as the code has it", (_, lifecycle) => {
  expect(docs).toContain(drawn(lifecycle));
});
