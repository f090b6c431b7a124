import { createHash } from "node:crypto";

/** What the database keeps of a random token (session id, key secret, mailed link): 256 random bits need no slow hash. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");
