import { BID_DRAFT_BYTES, type BidDraft } from "../../domain/bidding/bid-draft";
import { decrypt, encrypt, newKey, pad, unpad } from "./envelope";
import type { Reader } from "../../db/database";
import type { StoredBidDraft } from "../../db/repositories/bid-drafts";
import { findOrganisationKey } from "../../db/repositories/request-keys";
import { assert } from "../../domain/shared/assert";
import { organisationKey } from "./keys";

/** Whose draft on which request; part of every ciphertext, so that none can be moved. */
type DraftContext = { readonly requestId: string; readonly providerOrganisationId: string };

export type SealedDraft = { readonly sealed: Buffer; readonly keyForBidder: Buffer };

const nameOf = (of: DraftContext): string => `bid-draft|${of.requestId}|${of.providerOrganisationId}`;

/** Seals a draft with a key of its own that only the bidder's key opens: there is no opening at which anybody else could. */
export function sealDraft(draft: BidDraft, context: DraftContext, bidderKey: Buffer): SealedDraft {
  const name = nameOf(context);
  const dataKey = newKey();
  return {
    sealed: encrypt(dataKey, pad(JSON.stringify(draft), BID_DRAFT_BYTES), name),
    keyForBidder: encrypt(bidderKey, dataKey, `bidder|${name}`),
  };
}

function openDraft({ sealed, keyForBidder }: SealedDraft, context: DraftContext, bidderKey: Buffer): BidDraft {
  const name = nameOf(context);
  const dataKey = decrypt(bidderKey, keyForBidder, `bidder|${name}`);
  return JSON.parse(unpad(decrypt(dataKey, sealed, name))) as BidDraft;
}

/** What a draft says. Whether it is its own organisation that asks, the caller has decided. */
export async function readOwnDraft(db: Reader, draft: StoredBidDraft): Promise<BidDraft> {
  const wrapped = await findOrganisationKey(db, draft.providerOrganisationId);
  assert(wrapped, "who has saved a draft has its key");
  return openDraft(draft, draft, organisationKey(wrapped, draft.providerOrganisationId));
}
