import { randomBytes } from "node:crypto";
import { assert } from "../../../domain/shared/assert";

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
