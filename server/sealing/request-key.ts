import type { Reader } from "../../db/database";
import { findRequestKey, releasedShares, type StoredRequestKey } from "../../db/repositories/platform";
import { assert } from "../../domain/shared/result";
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { decrypt, encrypt, KEY_BYTES } from "./envelope";
import { secretKey } from "../platform/process/secrets";

async function keptKey(db: Reader, requestId: string) {
  const kept = await findRequestKey(db, requestId);
  assert(kept, `sealed request ${requestId} has its key`);
  return kept;
}

/** What seals to the request, read from the database. */
export const readRequestLock = async (db: Reader, requestId: string): Promise<RequestLock> =>
  lockOf(await keptKey(db, requestId), requestId);

/** What opens the request's bids. Whether they may be opened, or are already, the caller has decided. */
export async function readRequestOpener(db: Reader, requestId: string): Promise<RequestOpener> {
  const kept = await keptKey(db, requestId);
  const released = kept.wrappedShare === null ? [] : await releasedShares(db, requestId);
  return openerOf(kept, requestId, released as ReleasedShare[]);
}

type Released = { readonly shareNumber: ShareNumber | null; readonly share: Buffer | null };

/**
 * What one person's word releases of the request's key: the first word (`known` words before it: 0) the first share, the second the other,
 * each bound to its person. Nothing where the key is not split.
 */
export async function releaseNextShare(
  db: Reader,
  of: { readonly requestId: string; readonly userId: string; readonly known: number },
): Promise<Released> {
  const kept = await findRequestKey(db, of.requestId);
  if (!kept || kept.wrappedShare === null) return { shareNumber: null, share: null };
  const number: ShareNumber = of.known === 0 ? 1 : 2;
  return { shareNumber: number, share: releaseShare(kept, { ...of, number }) };
}

/** An X25519 key pair (RFC 7748) as its two raw halves: whoever seals needs the public one only. */
type KeyPair = { readonly publicKey: Buffer; readonly privateKey: Buffer };

// What stands before the 32 bytes of a private X25519 key in DER (RFC 8410): Node takes no raw keys.
const PRIVATE_PREFIX = Buffer.from("302e020100300506032b656e04220420", "hex");

const publicObject = (raw: Buffer) =>
  createPublicKey({ key: { kty: "OKP", crv: "X25519", x: raw.toString("base64url") }, format: "jwk" });
const privateObject = (raw: Buffer) =>
  createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, raw]), format: "der", type: "pkcs8" });

/** As JSON, which is written out in a tenth of the time that DER takes. */
export function newKeyPair(): KeyPair {
  const { x, d } = generateKeyPairSync("x25519").privateKey.export({ format: "jwk" });
  assert(x && d, "a private key has both halves");
  return { publicKey: Buffer.from(x, "base64url"), privateKey: Buffer.from(d, "base64url") };
}

type Exchange = { readonly shared: Buffer; readonly ephemeral: Buffer; readonly publicKey: Buffer };

// HKDF (RFC 5869) over what both sides reach, bound to both public keys and to what is sealed.
const keyOf = ({ shared, ephemeral, publicKey }: Exchange, context: string): Buffer =>
  Buffer.from(hkdfSync("sha256", shared, Buffer.concat([ephemeral, publicKey]), `kouan|${context}`, KEY_BYTES));

/**
 * Seals to the public key with an ephemeral pair of its own: who has sealed cannot open it again. Its private half is never written
 * out, which costs a bid 60 µs less than reading it back.
 */
export function sealTo(publicKey: Buffer, plain: Buffer, context: string): Buffer {
  const own = generateKeyPairSync("x25519");
  const ephemeral = Buffer.from(own.publicKey.export({ format: "jwk" }).x as string, "base64url");
  const shared = diffieHellman({ privateKey: own.privateKey, publicKey: publicObject(publicKey) });
  return Buffer.concat([ephemeral, encrypt(keyOf({ shared, ephemeral, publicKey }, context), plain, context)]);
}

// Reading a private key is a quarter of an opening, and one pair opens all bids: kept with the pair, and gone with it.
const readKeys = new WeakMap<KeyPair, KeyObject>();

/** Throws where the pair, the context or a single byte is wrong. */
export function openWith(pair: KeyPair, sealed: Buffer, context: string): Buffer {
  const privateKey = readKeys.get(pair) ?? privateObject(pair.privateKey);
  readKeys.set(pair, privateKey);
  const [ephemeral, publicKey] = [sealed.subarray(0, KEY_BYTES), pair.publicKey];
  const shared = diffieHellman({ privateKey, publicKey: publicObject(ephemeral) });
  return decrypt(keyOf({ shared, ephemeral, publicKey }, context), sealed.subarray(KEY_BYTES), context);
}

const xor = (one: Buffer, other: Buffer): Buffer => {
  assert(one.length === other.length, "two shares of one key have one length");
  return Buffer.from(one.map((byte, at) => byte ^ (other[at] as number)));
};

/** Two shares of which neither tells anything: the first is random, the second is the key with it taken off. */
export function splitKey(key: Buffer): readonly [Buffer, Buffer] {
  const first = randomBytes(key.length);
  return [first, xor(key, first)];
}

export const joinKey = (first: Buffer, second: Buffer): Buffer => xor(first, second);

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
    const wrappedKey = encrypt(secretKey("kouan-master-key"), privateKey, wholeContext(requestId));
    return { publicKey, wrappedKey, wrappedShare: null };
  }
  const [first, second] = splitKey(privateKey);
  return {
    publicKey,
    wrappedKey: encrypt(secretKey(SECRET_OF_SHARE[1]), first, shareContext(requestId, 1)),
    wrappedShare: encrypt(secretKey(SECRET_OF_SHARE[2]), second, shareContext(requestId, 2)),
  };
}

const singleKeyOf = ({ wrappedKey }: StoredRequestKey, requestId: string): Buffer =>
  decrypt(secretKey("kouan-master-key"), wrappedKey, singleContext(requestId));

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
  const key = secretKey(name);
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
  const key = secretKey(SECRET_OF_SHARE[of.number]);
  const share = decrypt(key, wrapped, shareContext(of.requestId, of.number));
  return encrypt(key, share, releasedContext(of.requestId, of));
}

/** The private key out of the rows of two different people: there is no other way to it. */
function joined(requestId: string, released: readonly ReleasedShare[]): Buffer {
  const [first, second] = ([1, 2] as const).map((number) => released.find((one) => one.number === number));
  assert(first && second && first.userId !== second.userId, `two people have released the key of request ${requestId}`);
  const shareOf = (one: ReleasedShare) =>
    decrypt(secretKey(SECRET_OF_SHARE[one.number]), one.share, releasedContext(requestId, one));
  return joinKey(shareOf(first), shareOf(second));
}

/** What opens the request's bids. Where the key is split, whatever the request itself says, only by what two people released. */
export function openerOf(kept: StoredRequestKey, requestId: string, released: readonly ReleasedShare[]): RequestOpener {
  if (kept.publicKey === null) return { singleKey: singleKeyOf(kept, requestId) };
  const privateKey =
    kept.wrappedShare === null
      ? decrypt(secretKey("kouan-master-key"), kept.wrappedKey, wholeContext(requestId))
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
