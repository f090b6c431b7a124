import type { Service } from "../shared/vocabulary";

/** Who reports from the field: whoever drives, whoever loads and unloads, whoever looks at the goods. */
export const FIELD_ROLES = ["driver", "yard", "inspector"] as const;
export type FieldRole = (typeof FIELD_ROLES)[number];

/** Which steps each of them sees happen with their own eyes; desk work is not reported from a truck. */
const STEPS: Readonly<Record<FieldRole, Partial<Readonly<Record<Service, readonly string[]>>>>> = {
  driver: {
    logistics: [
      "picked_up",
      "left_for_hub",
      "arrived_hub",
      "export_released",
      "crossed_border",
      "import_released",
      "arrived_destination",
      "delivered",
    ],
  },
  yard: { logistics: ["picked_up", "arrived_hub", "loaded", "arrived_port", "arrived_destination", "delivered"] },
  inspector: { inspection: ["on_site", "report_drafted"] },
};

/**
 * The steps of an order that somebody in this role may report, in the order in which they stand in it; none where the role has no part in it.
 */
export function stepsOf<M extends { readonly code: string }>(
  role: FieldRole,
  { service, milestones }: { readonly service: Service; readonly milestones: readonly M[] },
): readonly M[] {
  const codes = STEPS[role][service] ?? [];
  return milestones.filter(({ code }) => codes.includes(code));
}

/** The roles that have something to report on a service, to one of its order's parties: the buyer has a yard, and the provider all. */
export const rolesFor = (service: Service, side: "buyer" | "provider"): readonly FieldRole[] =>
  FIELD_ROLES.filter((role) => STEPS[role][service] && (side === "provider" || role === "yard"));
