import { createHash } from "node:crypto";
import type { StoredRequestKey } from "../../../db/repositories/request-keys";
import { assert } from "../../../domain/shared/assert";
import { secret } from "../../platform/process/secrets";
import { decrypt, encrypt } from "../envelope";
import { type KeyPair, newKeyPair, openWith, sealTo } from "./key-pair";
import { joinKey, splitKey } from "./split-key";

/** What seals to a request: its public key; requests from before there was one have a single key for both. */
export type RequestLock = { readonly publicKey: Buffer } | { readonly singleKey: Buffer };

/** What opens what was sealed to a request. */
export type RequestOpener = KeyPair | { readonly singleKey: Buffer };

/** A share that somebody's word has released, as it lies in that person's row. */
export type ReleasedShare = { readonly userId: string; readonly number: ShareNumber; readonly share: Buffer };

export type ShareNumber = 1 | 2;

// Each share lies under a secret of its own, so that the file of one secret opens nothing.
const SECRET_OF_SHARE = { 1: "kouan-master-key", 2: "kouan-opening-key" } as const;

const shareContext = (requestId: string, number: ShareNumber) => `request-share|${requestId}|${number}`;
const releasedContext = (requestId: string, of: { readonly userId: string; readonly number: ShareNumber }) =>
  `released-share|${requestId}|${of.userId}|${of.number}`;
const singleContext = (requestId: string) => `request-key|${requestId}`;
const wholeContext = (requestId: string) => `request-private-key|${requestId}`;

/** A fresh pair for a request: the public key in clear, the private one wrapped whole, or in two shares where two people open. */
export function newRequestKey(requestId: string, of: { readonly isSplit: boolean }): StoredRequestKey {
  const { publicKey, privateKey } = newKeyPair();
  if (!of.isSplit) {
    const wrappedKey = encrypt(secret("kouan-master-key"), privateKey, wholeContext(requestId));
    return { publicKey, wrappedKey, wrappedShare: null };
  }
  const [first, second] = splitKey(privateKey);
  return {
    publicKey,
    wrappedKey: encrypt(secret(SECRET_OF_SHARE[1]), first, shareContext(requestId, 1)),
    wrappedShare: encrypt(secret(SECRET_OF_SHARE[2]), second, shareContext(requestId, 2)),
  };
}

const singleKeyOf = ({ wrappedKey }: StoredRequestKey, requestId: string): Buffer =>
  decrypt(secret("kouan-master-key"), wrappedKey, singleContext(requestId));

/** Whether this secret is the one that wrapped its part of the request's key; also true where it has no part in it. */
export function isWrappedBy(
  name: "kouan-master-key" | "kouan-opening-key",
  { publicKey, wrappedKey, wrappedShare }: StoredRequestKey,
  requestId: string,
): boolean {
  if (name === "kouan-opening-key" && wrappedShare === null) return true;
  const isFirst = name === "kouan-master-key";
  const whole = publicKey === null ? singleContext(requestId) : wholeContext(requestId);
  const wrapped = isFirst ? wrappedKey : (wrappedShare as Buffer);
  const key = secret(name);
  try {
    decrypt(key, wrapped, wrappedShare === null ? whole : shareContext(requestId, isFirst ? 1 : 2));
    return true;
  } catch {
    // Another key, or a row that was altered: in both cases not ours as it is.
    return false;
  }
}

/** What seals to the request. Of a request with a key pair no secret is touched. */
export const lockOf = (kept: StoredRequestKey, requestId: string): RequestLock =>
  kept.publicKey === null ? { singleKey: singleKeyOf(kept, requestId) } : { publicKey: kept.publicKey };

/** Takes one share out of the request's row and binds it to the person whose word released it. */
export function releaseShare(
  kept: StoredRequestKey,
  of: { readonly requestId: string; readonly userId: string; readonly number: ShareNumber },
): Buffer {
  const wrapped = of.number === 1 ? kept.wrappedKey : kept.wrappedShare;
  assert(wrapped, `the key of request ${of.requestId} is split`);
  const key = secret(SECRET_OF_SHARE[of.number]);
  const share = decrypt(key, wrapped, shareContext(of.requestId, of.number));
  return encrypt(key, share, releasedContext(of.requestId, of));
}

/** The private key out of the rows of two different people: there is no other way to it. */
function joined(requestId: string, released: readonly ReleasedShare[]): Buffer {
  const [first, second] = ([1, 2] as const).map((number) => released.find((one) => one.number === number));
  assert(first && second && first.userId !== second.userId, `two people have released the key of request ${requestId}`);
  const shareOf = (one: ReleasedShare) =>
    decrypt(secret(SECRET_OF_SHARE[one.number]), one.share, releasedContext(requestId, one));
  return joinKey(shareOf(first), shareOf(second));
}

/** What opens the request's bids. Where the key is split, whatever the request itself says, only by what two people released. */
export function openerOf(kept: StoredRequestKey, requestId: string, released: readonly ReleasedShare[]): RequestOpener {
  if (kept.publicKey === null) return { singleKey: singleKeyOf(kept, requestId) };
  const privateKey =
    kept.wrappedShare === null
      ? decrypt(secret("kouan-master-key"), kept.wrappedKey, wholeContext(requestId))
      : joined(requestId, released);
  return { publicKey: kept.publicKey, privateKey };
}

/** Wraps a data key so that only the request's opening brings it back. */
export const sealToRequest = (lock: RequestLock, dataKey: Buffer, context: string): Buffer =>
  "publicKey" in lock ? sealTo(lock.publicKey, dataKey, context) : encrypt(lock.singleKey, dataKey, context);

export const openFromRequest = (opener: RequestOpener, wrapped: Buffer, context: string): Buffer =>
  "publicKey" in opener ? openWith(opener, wrapped, context) : decrypt(opener.singleKey, wrapped, context);

const FINGERPRINT_DIGITS = 16;

/** The first 64 bits of the public key's SHA-256: enough for people to compare. Null where a request has no key pair. */
export const fingerprintOf = (publicKey: Buffer | null): string | null =>
  publicKey && createHash("sha256").update(publicKey).digest("hex").slice(0, FINGERPRINT_DIGITS);
