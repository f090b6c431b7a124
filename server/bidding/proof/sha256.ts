import { createHash } from "node:crypto";
import type { Digest } from "@/domain/requests/proof/merkle-tree";

export const sha256: Digest = (bytes) => createHash("sha256").update(bytes).digest();
