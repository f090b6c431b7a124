import { proofOf, writeProof } from "@/server/bidding/queries/proof";
import { download } from "@/server/platform/form/page-download";
import { platform } from "@/server/platform/platform";

/** The proof as the API answers it, for people who are signed in: they may see requests that visitors may not. */
export const GET = download("proof.read", async ({ actor, params }) => {
  const proof = await proofOf(platform().database.read, actor, { id: params.requestId ?? "", receipt: null });
  if (!proof) return null;
  return {
    fileName: `proof-${proof.reference}.json`,
    contentType: "application/json; charset=utf-8",
    body: `${JSON.stringify(writeProof(proof), null, 2)}\n`,
  };
});
