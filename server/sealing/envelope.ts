import { createCipheriv, createDecipheriv, createHash, createSecretKey, KeyObject, randomBytes } from "node:crypto";
import { assert } from "../../domain/shared/result";

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
export const KEY_BYTES = 32;

/** Every sealed bid has this size before encryption, whatever it says: the length of a ciphertext tells nothing. */
export const SEALED_BYTES = 16 * 1024;
const LENGTH_BYTES = 4;

// A key given as bytes costs Node four times what the whole encryption of a short text does; as a key object it does not.
const asKeyObject = (key: Buffer | KeyObject): KeyObject => (key instanceof KeyObject ? key : createSecretKey(key));

/** Encrypts with a fresh nonce. `context` is authenticated: a ciphertext moved to another bid does not open. */
export function encrypt(key: Buffer | KeyObject, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, asKeyObject(key), nonce);
  cipher.setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws where the key, the context or a single byte is wrong. */
export function decrypt(key: Buffer | KeyObject, sealed: Buffer, context: string): Buffer {
  const decipher = createDecipheriv(ALGORITHM, asKeyObject(key), sealed.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const body = sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

/** Puts the text into a block of one size; whether it fits is checked where what it says is validated. */
export function pad(text: string, blockBytes = SEALED_BYTES): Buffer {
  const bytes = Buffer.from(text);
  assert(bytes.length <= blockBytes - LENGTH_BYTES, "what is sealed fits its padded block");
  const block = Buffer.alloc(blockBytes);
  block.writeUInt32BE(bytes.length, 0);
  bytes.copy(block, LENGTH_BYTES);
  return block;
}

export const unpad = (block: Buffer): string =>
  block.subarray(LENGTH_BYTES, LENGTH_BYTES + block.readUInt32BE(0)).toString();

export const fitsPadding = (text: string): boolean => Buffer.byteLength(text) <= SEALED_BYTES - LENGTH_BYTES;

export const newKey = (): Buffer => randomBytes(KEY_BYTES);

/** SHA-256 over what is stored: the bidder's proof of what was handed in, which tells nothing of what it says. */
export const receiptOf = (stored: Buffer): string => createHash("sha256").update(stored).digest("base64url");
