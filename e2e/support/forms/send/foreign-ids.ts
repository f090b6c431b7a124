import type { Role } from "../../sign-in";
import { organisationOf, stored } from "../../stored";

/** For each hidden name, the oldest thing of its kind in which an organisation has no part. */
const QUERIES: Readonly<Record<string, string>> = {
  requestId: "SELECT min(id) AS id FROM requests WHERE buyer_organisation_id <> @own",
  orderId: "SELECT min(id) AS id FROM orders WHERE buyer_organisation_id <> @own AND provider_organisation_id <> @own",
  dealId: "SELECT min(id) AS id FROM deals WHERE buyer_organisation_id <> @own",
  draftId: "SELECT min(id) AS id FROM deal_drafts WHERE organisation_id <> @own",
  bidId: `SELECT min(b.id) AS id FROM bids b JOIN requests r ON r.id = b.request_id
    WHERE b.provider_organisation_id <> @own AND r.buyer_organisation_id <> @own`,
  questionId: `SELECT min(q.id) AS id FROM request_questions q JOIN requests r ON r.id = q.request_id
    WHERE r.buyer_organisation_id <> @own`,
  userId: "SELECT min(user_id) AS id FROM memberships WHERE organisation_id <> @own",
  organisationId: "SELECT min(id) AS id FROM organisations WHERE id <> @own",
  keyId: "SELECT min(id) AS id FROM api_keys WHERE organisation_id <> @own",
  invitationId: "SELECT min(id) AS id FROM member_invitations WHERE organisation_id <> @own",
  noticeId: `SELECT min(id) AS id FROM notices
    WHERE user_id NOT IN (SELECT user_id FROM memberships WHERE organisation_id = @own)`,
  idHash: `SELECT min(id_hash) AS id FROM sessions
    WHERE user_id NOT IN (SELECT user_id FROM memberships WHERE organisation_id = @own)`,
};

/** Ids of what is other people's, by the names that forms hide them under. An administrator may act on all of it, a visitor on none. */
export function foreignIds(role: Role): ReadonlyMap<string, string> {
  if (role === "admin" || role === "visitor") return new Map();
  const own = organisationOf(role);
  return new Map(
    Object.entries(QUERIES).flatMap(([name, query]): [string, string][] => {
      const id = stored(query, { own })[0]?.id;
      return typeof id === "string" ? [[name, id]] : [];
    }),
  );
}
