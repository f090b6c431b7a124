import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync } from "node:crypto";
import { decrypt, encrypt, KEY_BYTES } from "../envelope";

/** An X25519 key pair (RFC 7748) as its two raw halves: whoever seals needs the public one only. */
export type KeyPair = { readonly publicKey: Buffer; readonly privateKey: Buffer };

// What stands before the 32 bytes of an X25519 key in DER (RFC 8410): Node takes no raw keys.
const PUBLIC_PREFIX = Buffer.from("302a300506032b656e032100", "hex");
const PRIVATE_PREFIX = Buffer.from("302e020100300506032b656e04220420", "hex");

const publicObject = (raw: Buffer) =>
  createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, raw]), format: "der", type: "spki" });
const privateObject = (raw: Buffer) =>
  createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, raw]), format: "der", type: "pkcs8" });

export function newKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync("x25519", {
    publicKeyEncoding: { format: "der", type: "spki" },
    privateKeyEncoding: { format: "der", type: "pkcs8" },
  });
  return { publicKey: publicKey.subarray(-KEY_BYTES), privateKey: privateKey.subarray(-KEY_BYTES) };
}

type Exchange = { readonly shared: Buffer; readonly ephemeral: Buffer; readonly publicKey: Buffer };

// HKDF (RFC 5869) over what both sides reach, bound to both public keys and to what is sealed.
const keyOf = ({ shared, ephemeral, publicKey }: Exchange, context: string): Buffer =>
  Buffer.from(hkdfSync("sha256", shared, Buffer.concat([ephemeral, publicKey]), `kouan|${context}`, KEY_BYTES));

/** Seals to the public key with an ephemeral pair of its own: who has sealed cannot open it again. */
export function sealTo(publicKey: Buffer, plain: Buffer, context: string): Buffer {
  const own = newKeyPair();
  const shared = diffieHellman({ privateKey: privateObject(own.privateKey), publicKey: publicObject(publicKey) });
  const key = keyOf({ shared, ephemeral: own.publicKey, publicKey }, context);
  return Buffer.concat([own.publicKey, encrypt(key, plain, context)]);
}

/** Throws where the pair, the context or a single byte is wrong. */
export function openWith({ publicKey, privateKey }: KeyPair, sealed: Buffer, context: string): Buffer {
  const ephemeral = sealed.subarray(0, KEY_BYTES);
  const shared = diffieHellman({ privateKey: privateObject(privateKey), publicKey: publicObject(ephemeral) });
  return decrypt(keyOf({ shared, ephemeral, publicKey }, context), sealed.subarray(KEY_BYTES), context);
}
