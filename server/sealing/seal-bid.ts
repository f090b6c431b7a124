import { createHmac } from "node:crypto";
import type { BidContent } from "../../domain/bidding/bid";
import { secret } from "../platform/process/secrets";
import { decrypt, encrypt, newKey, pad, receiptOf, unpad } from "./envelope";
import { inOneOrder } from "../../domain/requests/canonical-json";
import { openFromRequest, type RequestLock, type RequestOpener, sealToRequest } from "./request-key";

/** Where a sealed version belongs; part of every ciphertext, so that none can be moved. */
export type SealContext = { readonly requestId: string; readonly bidId: string; readonly version: number };

export type SealedVersion = {
  readonly sealed: Buffer;
  readonly keyForRequest: Buffer;
  readonly keyForBidder: Buffer;
  readonly receipt: string;
};

const nameOf = ({ requestId, bidId, version }: SealContext): string => `${requestId}|${bidId}|${version}`;

/** Seals a version with a key of its own, wrapped once to the request's key and once to the bidder's. */
export function sealBid(
  content: BidContent,
  context: SealContext,
  keys: { request: RequestLock; bidder: Buffer },
): SealedVersion {
  const name = nameOf(context);
  const dataKey = newKey();
  const sealed = encrypt(dataKey, pad(JSON.stringify(content)), name);
  return {
    sealed,
    keyForRequest: sealToRequest(keys.request, dataKey, `request|${name}`),
    keyForBidder: encrypt(keys.bidder, dataKey, `bidder|${name}`),
    receipt: receiptOf(sealed),
  };
}

/** Opens a version with the request's key (at the opening) or the bidder's (its own bid, any time). */
export function openBid(
  version: { sealed: Buffer; wrappedDataKey: Buffer },
  context: SealContext,
  by: { holder: "request"; key: RequestOpener } | { holder: "bidder"; key: Buffer },
): BidContent {
  const name = nameOf(context);
  const dataKey =
    by.holder === "request"
      ? openFromRequest(by.key, version.wrappedDataKey, `request|${name}`)
      : decrypt(by.key, version.wrappedDataKey, `bidder|${name}`);
  return JSON.parse(unpad(decrypt(dataKey, version.sealed, name))) as BidContent;
}

const keyedHash = (content: string, context: SealContext): string =>
  createHmac("sha256", secret("kouan-hash-key"))
    .update(`${nameOf(context)}|${content}`)
    .digest("base64url");

/** The receipt of an open bid: keyed, since its content is short enough to be guessed, and ours to recompute when it is shown. */
export const receiptOfOpenBid = (content: BidContent, context: SealContext): string =>
  keyedHash(inOneOrder(content), context);

/** How receipts of open bids were made until versions named their files: over the members in the order of their writing. */
export const formerReceiptOfOpenBid = (content: BidContent, context: SealContext): string =>
  keyedHash(JSON.stringify(content), context);
