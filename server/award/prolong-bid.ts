import { z } from "zod";
import { findVersion, insertVersion, saveRevision } from "../../db/repositories/bidding";
import { bidFacts } from "../../domain/bidding/bid-facts";
import { prolong } from "../../domain/award/decision-extension";
import { instantField } from "../../domain/shared/wire-fields";
import { assert } from "../../domain/shared/assert";
import { instant } from "../../domain/shared/instant";
import { accept, type Result } from "../../domain/shared/result";
import { idText } from "../platform/api/endpoint-kinds";
import { command } from "../platform/command";
import { receiptOfOpenBid } from "../sealing/seal-bid";
import { loadBid } from "../bidding/bid-context";
import type { StoredVersion } from "../bidding/make-version";
import { DECIDING_REFUSALS } from "./decision-fields";

const input = z.strictObject({
  bidId: z.string().min(1).max(64),
  ifVersion: z.int().optional(),
  validUntil: instantField,
});

/**
 * The bidder holds its opened bid for longer: a version of its own, in clear like every bid after the opening, that says the same to the last
 * member but for its validity.
 */
export const prolongBid = command({
  name: "decide.prolong-bid",
  action: "bid.change",
  input,
  http: {
    method: "POST",
    path: "/bids/{bidId}/prolong",
    scope: "bids:write",
    status: 200,
    summary: "Hold your opened bid for longer; nothing else of it changes",
    example: { validUntil: "2027-03-01T08:00:00Z" },
    output: z.strictObject({ id: idText, version: z.int(), receipt: z.string() }),
    refusals: [...DECIDING_REFUSALS, "bid_not_standing", "not_longer", "window_too_long"],
  },
  async run({ tx, actor, now, publish, concerns }, { bidId, ifVersion, validUntil }): Promise<Result<StoredVersion>> {
    const loaded = await loadBid(tx, actor, { bidId, ifVersion });
    if (!loaded.ok) return loaded;
    const { bid, request } = loaded.value;
    const standing = bid.validUntil ?? instant(0);
    const allowed = prolong(request, { ...bid, validUntil: standing }, validUntil, now);
    if (!allowed.ok) return allowed;
    const former = (await findVersion(tx, { bidId, version: bid.version }))?.content;
    assert(former, `the opened bid ${bidId} has its content`);
    const version = bid.version + 1;
    const content = { ...former, validUntil };
    const receipt = receiptOfOpenBid(content, { requestId: request.id, bidId, version });
    await insertVersion(tx, {
      bidId,
      version,
      submittedByUserId: actor.userId,
      submittedAt: now,
      receipt,
      content,
    });
    const { totalMinor, currency, state } = bid;
    await saveRevision(tx, bidId, { state, version, amendment: bid.amendment, now, totalMinor, currency, validUntil });
    publish({ type: "bid.prolonged", version, ...bidFacts(request, bid) });
    concerns(bidId);
    return accept({ id: bidId, version, receipt });
  },
});
