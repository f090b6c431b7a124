import type { MilestoneDefinition } from "../orders/order";
import { kindOf } from "../services/registry";
import type { Service } from "../services/service";

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
  yard: { logistics: ["picked_up", "arrived_hub", "arrived_destination", "delivered"] },
  inspector: { inspection: ["on_site", "report_drafted"] },
};

/** The steps of a service that somebody in this role may report, in the service's order; none where the role has no part in it. */
export function stepsOf(role: FieldRole, service: Service): readonly MilestoneDefinition[] {
  const codes = STEPS[role][service] ?? [];
  return kindOf(service).milestones.filter(({ code }) => codes.includes(code));
}

/** The roles that have something to report on a service, to one of its order's parties: the buyer has a yard, and the provider all. */
export const rolesFor = (service: Service, side: "buyer" | "provider"): readonly FieldRole[] =>
  FIELD_ROLES.filter((role) => stepsOf(role, service).length > 0 && (side === "provider" || role === "yard"));
