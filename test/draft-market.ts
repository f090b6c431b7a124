import { findBidDraft } from "../db/repositories/bid-drafts";
import type { Actor } from "../domain/access/policy";
import type { FormValues } from "../domain/shared/form-state";
import { saveBidDraft } from "../server/bidding/bid-draft";
import { requestPage } from "../server/requests/queries/request-page";
import { done } from "./bidding-market";
import { fileMarket } from "./file-market";

/** Digits that occur nowhere else, in the price of a line, which is no number as it stands. */
export const TYPED_PRICE = "73914682,53 or so";

export const TYPED: FormValues = {
  currency: "CNY",
  zone: "Asia/Almaty",
  "charges[0].code": "EXD",
  "charges[0].basis": "declaration",
  "charges[0].price": TYPED_PRICE,
  "transitDays.min": "soon",
  validUntil: "2026-13-99T00:00",
  "terms.hoursToFile": "a few",
  remarks: "USD 200 a day, call +7 727 123 45 67",
};

/** A market whose providers write drafts: the demo of everything that a draft may hold and must not show. */
export async function draftMarket(bidding: object = {}) {
  const market = await fileMarket(bidding);
  const { run, requestId, actors, database, on } = market;
  const save = (
    fields: FormValues = TYPED,
    how: { by?: Actor; mark?: string; window?: string; isOver?: boolean } = {},
  ) =>
    run(saveBidDraft, how.by ?? actors.provider, {
      requestId,
      fields,
      seen: { mark: how.mark ?? "", window: how.window ?? "w1" },
      isOver: how.isOver ?? false,
    });
  const page = (viewer: Actor) => requestPage(database.read, viewer, { id: requestId, now: on.clock() });
  return {
    ...market,
    save,
    saved: async (...what: Parameters<typeof save>) => done(await save(...what)),
    page,
    draft: async (viewer: Actor = actors.provider) => (await page(viewer))?.draft ?? null,
    row: (organisationId = "provider") => findBidDraft(database.read, { requestId, organisationId }),
  };
}
