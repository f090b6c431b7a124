import { expect } from "vitest";
import type { Model } from "./model";
import { isLive } from "./model";
import { PROVIDERS, READERS, type RealMarket } from "./market";

/** Two that read are never told different things: what each has heard is how the one sequence begins. */
async function readersAgree(real: RealMarket): Promise<void> {
  const log = await real.log();
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1));
  for (const reader of READERS) {
    const heard = real.heard(reader);
    expect(heard).toEqual(log.slice(0, heard.length));
  }
}

/** What the market keeps is what the model says, whatever happened in between. */
export async function agree(model: Model, real: RealMarket): Promise<void> {
  const request = await real.request();
  expect({
    state: request.state,
    closesAt: request.closesAt,
    decideBy: request.decideBy,
    amendment: request.amendmentCount,
  }).toEqual({
    state: model.state,
    closesAt: model.closesAt,
    decideBy: model.decideBy,
    amendment: model.amendment,
  });
  for (const provider of PROVIDERS) {
    const [known, bid] = [model.bids.get(provider), await real.bidOf(provider)];
    expect(bid === undefined).toBe(known === undefined);
    if (!bid || !known) continue;
    const versions = await real.versionsOf(bid.id);
    // Every version that was acknowledged is there as it was handed in, and no other is.
    expect(versions.map(({ receipt }) => receipt)).toEqual(known.receipts);
    expect(versions.map(({ version }) => version)).toEqual(known.receipts.map((_, at) => at + 1));
    if (model.state === "open" || known.state === "withdrawn" || known.state === "disqualified")
      expect(bid.state).toBe(known.state);
    if (isLive(known)) expect(bid.amendment).toBe(known.amendment);
    if (bid.state === "won") {
      expect(provider).toBe(model.winner);
      expect({ was: known.state, amendment: bid.amendment }).toEqual({ was: "submitted", amendment: model.amendment });
    } else expect(provider).not.toBe(model.winner);
    // What was withdrawn, or not confirmed by the close, stays sealed for ever.
    if (request.openedAt === null || known.state === "withdrawn" || known.state === "stale") {
      expect(bid.totalMinor).toBeNull();
      expect(versions.every(({ content }) => content === null)).toBe(true);
    }
  }
  await readersAgree(real);
}
