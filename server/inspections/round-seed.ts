import { createHash, createHmac } from "node:crypto";
import { commitmentOf } from "../../domain/inspections/draw/draw-cartons";
import type { Digest } from "../../domain/requests/proof/merkle-tree";
import { secret } from "../platform/process/secrets";

export const sha256: Digest = (bytes) => createHash("sha256").update(bytes).digest();

/**
 * The seed of a round, of the round's id and a secret of this installation: whoever has the database alone cannot tell it before it is
 * told, and nobody has to keep it until then.
 */
export const seedOfRound = (roundId: string): string =>
  createHmac("sha256", secret("kouan-master-key")).update(`inspection-seed|${roundId}`).digest("hex");

/** What is told of the seed at booking. */
export const commitmentOfRound = (roundId: string): string => commitmentOf(seedOfRound(roundId), sha256);
