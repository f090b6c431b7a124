import { proofOf } from "@/server/bidding/queries/proof";
import { download } from "@/server/platform/form/page-download";
import { platform } from "@/server/platform/platform";
import { toWire } from "@/views/fields";
import { proof } from "@/views/proofs";

/** The proof as the API answers it, for people who are signed in: they may see requests that visitors may not. */
export const GET = download("proof.read", async ({ actor, params }) => {
  const found = await proofOf(platform().database.read, actor, { id: params.requestId ?? "", receipt: null });
  if (!found) return null;
  return {
    fileName: `proof-${found.reference}.json`,
    contentType: "application/json; charset=utf-8",
    body: `${JSON.stringify(toWire(proof, found), null, 2)}\n`,
  };
});
