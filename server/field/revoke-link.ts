import { z } from "zod";
import { findLink, revokeLink as revoke } from "../../db/repositories/field";
import { may } from "../../domain/access/policy";
import { accept, refuse } from "../../domain/shared/result";
import { idText } from "../platform/api/endpoint-kinds";
import { command } from "../platform/command";

/** A link opens nothing from now on. What came by it stays; calling it back twice is calling it back once. */
export const revokeLink = command({
  name: "field.revoke-link",
  action: "field_link.change",
  input: z.strictObject({ linkId: z.string().min(1).max(64) }),
  http: {
    method: "POST",
    path: "/field-links/{linkId}/revoke",
    operation: "revokeFieldLink",
    scope: "orders:write",
    status: 200,
    summary: "Calls a link back: it opens nothing from now on",
    output: z.strictObject({ id: idText }),
    refusals: [],
  },
  async run({ tx, actor, now, concerns }, { linkId }) {
    const link = await findLink(tx, linkId);
    if (!link || !may(actor, "field_link.change", { organisationIds: [link.organisationId] }))
      return refuse("not_found");
    if (link.revokedAt === null) await revoke(tx, linkId, { now, userId: actor.userId });
    concerns(linkId);
    return accept({ id: linkId });
  },
});
