import { readFileSync } from "node:fs";
import { LIST_NAMES } from "@/domain/accounts/list-view";
import { type Role, keptFile } from "./sign-in";
import { organisationOf, stored } from "./stored";

type Sampler = (role: Role) => readonly string[];

/** Where the setup leaves the id of a draft that could be published. */
export const COMPLETE_DRAFT = "complete-draft";
/** Another, which the tried forms may write anything into: a draft keeps what it is told. */
export const TRIED_DRAFT = "tried-draft";

const SERVICES = ["logistics", "payment", "customs", "inspection"];

const ids = (query: string, ...values: Parameters<typeof stored>[1][]): string[] =>
  stored(query, ...values).map(({ id }) => id as string);

/** One id for each state that the rows of a party are in, so that every face of a page is looked at. */
const eachState =
  (table: string, column: string): Sampler =>
  (role) => {
    if (role !== "buyer" && role !== "provider") return [];
    return ids(
      `SELECT max(id) AS id FROM ${table} WHERE ${column.replace("*", role)} = ? GROUP BY state`,
      organisationOf(role),
    );
  };

/** For each parameter of an address, ids that a role may look at. A new parameter is taught here, or its page is not tested. */
const SAMPLERS: Readonly<Record<string, Sampler>> = {
  requestId: (role) => {
    if (role === "buyer") return eachState("requests", "buyer_organisation_id")(role);
    if (role === "provider")
      return ids(
        `SELECT max(r.id) AS id FROM requests r JOIN bids b ON b.request_id = r.id
          WHERE b.provider_organisation_id = @own GROUP BY r.state, b.state
          UNION SELECT min(request_id) AS id FROM bid_drafts WHERE provider_organisation_id = @own GROUP BY provider_organisation_id`,
        { own: organisationOf(role) },
      );
    return ids("SELECT id FROM requests WHERE state = 'open' AND visibility = 'open' ORDER BY id DESC LIMIT 1");
  },
  orderId: eachState("orders", "*_organisation_id"),
  dealId: (role) =>
    role === "buyer"
      ? ids("SELECT id FROM deals WHERE buyer_organisation_id = ? ORDER BY id DESC LIMIT 2", organisationOf(role))
      : [],
  // The one that could be published: what is not complete has no page to check it on.
  draftId: (role) => (role === "buyer" ? [readFileSync(keptFile(COMPLETE_DRAFT), "utf8")] : []),
  hubId: (role) =>
    role === "admin" || role === "visitor" ? ids("SELECT id FROM hubs ORDER BY is_border_hub DESC, id LIMIT 2") : [],
  providerId: (role) =>
    role === "visitor" ? ids("SELECT min(organisation_id) AS id FROM listings GROUP BY service") : [],
  hsId: (role) => (role === "visitor" ? ["85", "850440"] : []),
  articleId: (role) => (role === "visitor" ? ["where_is_order"] : []),
  packId: (role) => (role === "visitor" ? ids("SELECT max(id) AS id FROM packs") : []),
  disputeId: (role) =>
    role === "admin" ? ids("SELECT max(id) AS id FROM disputes WHERE escalated_at IS NOT NULL GROUP BY state") : [],
  caseId: (role) => (role === "admin" ? ids("SELECT max(id) AS id FROM check_cases GROUP BY state") : []),
  service: (role) => (role === "provider" ? SERVICES : []),
  list: (role) => (role === "buyer" || role === "provider" ? LIST_NAMES : []),
  organisationId: (role) => (role === "admin" ? ids("SELECT min(id) AS id FROM organisations GROUP BY kind") : []),
};

/** Of pages that not every row of their parameter has, those that do. */
const OF_PAGE: Readonly<Record<string, Sampler>> = {
  "/[locale]/deals/[dealId]/chain/gates": (role) =>
    role === "buyer"
      ? ids(
          `SELECT max(id) AS id FROM deals WHERE buyer_organisation_id = ? AND contracted_at IS NULL GROUP BY mode`,
          organisationOf(role),
        )
      : [],
  "/[locale]/orders/[orderId]/inspection": (role) =>
    role === "buyer" || role === "provider"
      ? ids(
          `SELECT max(id) AS id FROM orders WHERE ${role}_organisation_id = ? AND service = 'inspection' GROUP BY state`,
          organisationOf(role),
        )
      : [],
};

/** A bid that is negotiated is found under its request alone: the first of each party, which the setup made. */
const tablesOf = (role: Role): Readonly<Record<string, string>>[] =>
  role === "buyer" || role === "provider"
    ? (stored(
        `SELECT b.request_id AS "requestId", b.id AS "bidId" FROM bids b JOIN requests r ON r.id = b.request_id
          WHERE CAST(r.terms ->> 'negotiationRounds' AS integer) > 0 AND b.total_minor IS NOT NULL
            AND ? IN (r.buyer_organisation_id, b.provider_organisation_id) ORDER BY b.id LIMIT 1`,
        organisationOf(role),
      ) as Record<string, string>[])
    : [];

/** A slot is found under its order alone; one for each state that the party's slots are in. */
const slotsOf = (role: Role): Readonly<Record<string, string>>[] =>
  role === "buyer" || role === "provider"
    ? (stored(
        `SELECT s.order_id AS "orderId", max(s.id) AS "slotId" FROM border_slots s JOIN orders o ON o.id = s.order_id
          WHERE ? IN (o.buyer_organisation_id, o.provider_organisation_id) GROUP BY s.state, s.order_id`,
        organisationOf(role),
      ) as Record<string, string>[])
    : [];

/** A service at the hub where most offer it, and on the corridor of most. */
const waysOf = (role: Role): Readonly<Record<string, string>>[] =>
  role === "visitor"
    ? (stored(
        `SELECT * FROM (SELECT l.service, h.hub_id AS way FROM listings l JOIN listing_hubs h ON h.listing_id = l.id
          WHERE l.is_active AND l.service = 'customs' GROUP BY l.service, h.hub_id ORDER BY count(*) DESC, h.hub_id LIMIT 1) one
          UNION ALL SELECT 'logistics', 'CN-KZ'`,
      ) as Record<string, string>[])
    : [];

/** All ways to fill the parameters of an address for a role; none where the role has nothing there. */
export function samplesOf(
  { path, params }: { readonly path: string; readonly params: readonly string[] },
  role: Role,
): Readonly<Record<string, string>>[] {
  if (params.includes("bidId")) return tablesOf(role);
  if (params.includes("way")) return waysOf(role);
  if (params.includes("slotId")) return slotsOf(role);
  return params.reduce<Record<string, string>[]>(
    (filled, name) => {
      const sampler = OF_PAGE[path] ?? SAMPLERS[name];
      if (!sampler) throw new Error(`e2e/support/samples.ts knows no sample for [${name}]`);
      return filled.flatMap((values) => sampler(role).map((id) => ({ ...values, [name]: id })));
    },
    [{}],
  );
}
