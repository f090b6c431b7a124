import { MINUTE_MS } from "../../../../domain/shared/instant";
import { DEMO_BROKER, DEMO_INSPECTOR, DEMO_PAYER, DEMO_PROVIDER } from "../../cast";
import type { Scenery } from "../../scenes/scenery";
import { DeclarationHand } from "../clearance";
import { arrive, boardsLookedAt, book, find, photograph } from "../inspections";
import { FOR_GOODS, lock, lockWorse } from "../remittance";
import { contract } from "./contract";

const DAY = 24;
/** A picture that the same inspector has sent from another visit. */
const SENT_BEFORE = 3;

/** The inspector is at the goods now; the broker's draft came back; a worse rate waits for the buyer's word. */
export async function playOnSite(scenery: Scenery): Promise<void> {
  const of = await contract(scenery, {
    ...{ ware: "board", lane: "v2", posted: -14 * DAY },
    by: { logistics: DEMO_PROVIDER, payment: DEMO_PAYER, customs: DEMO_BROKER, inspection: DEMO_INSPECTOR },
    ready: 3 * DAY,
    specs: { inspection: boardsLookedAt(scenery.day(-2.5)), customs: { side: "export" }, payment: FOR_GOODS },
  });
  await of.order("logistics").reports({ booked: -11 * DAY });

  const customs = of.order("customs");
  await customs.reports({ documents_requested: -10 * DAY, documents_complete: -4 * DAY });
  const draft = await DeclarationHand.draft(customs, "export", -2 * DAY, "一般贸易 0110 · General trade");
  const wrong = "品名须注明厚度和密度。 · The name has to state thickness and density.";
  await draft.sendBack(-20, wrong);

  await of.order("payment").reports({ kyc_submitted: -11 * DAY });
  // The second rate is locked once the first has ended, both while banks are open: before a holiday the first one is locked earlier.
  const times = { first: -6 * DAY, second: -3, earliest: -10.4 * DAY } as const;
  const first = scenery.firstLock(times);
  const payment = of.order("payment", scenery.atBanks(times.earliest, first === null ? 2 : undefined));
  await lock(payment, first ?? times.first, "1210");
  await lockWorse(payment, times.second, "1090");

  const inspection = of.order("inspection");
  await book(inspection, -5 * DAY, { arrives: -2.5, name: "谭雨晴 Tan Yuqing" });
  await arrive(inspection, scenery.at(-2.5));
  const [from, to] = [scenery.at(-2.2), scenery.at(-0.6)];
  const photoIds = await photograph(inspection, { from, minutes: (to - from) / MINUTE_MS }, [9, 10, SENT_BEFORE]);
  await find(inspection, scenery.at(-0.25), { majors: 2, photoIds, isHalf: true });
}
