import { z } from "zod";
import { moneySchema } from "@/domain/shared/money-schema";
import { boundedText, dayOrTimeField } from "../../shared/wire-fields";
import {
  CONTAINER_OWNERS,
  HANDLERS,
  HANDOVERS,
  INSURANCE_CLAUSES,
  SHIPPER_DOCUMENTS,
  TRANSIT_GUARANTORS,
  TRANSIT_REGIMES,
} from "./choices";
import { EQUIPMENT, HAULS } from "./equipment";

export const OTHER_HUBS_MAX = 5;

const celsius = z.int().min(-60).max(60);
const hours = z.int().min(0).max(720);

const eachOnce = <Item extends z.ZodType<string>>(item: Item, max: number) =>
  z
    .array(item)
    .min(1)
    .max(max)
    .refine((list) => new Set(list).size === list.length, "named_twice");

export const logisticsSpecSchema = z.strictObject({
  equipment: z.enum(EQUIPMENT),
  equipmentCount: z.int().min(1).max(200).optional().meta({ description: "1 where not given" }),
  haul: z.enum(HAULS).optional(),
  pickupFrom: dayOrTimeField,
  pickupTo: dayOrTimeField,
  pickupAddress: boundedText(300).optional(),
  pickupAt: z.enum(HANDOVERS).optional(),
  deliveryFrom: dayOrTimeField.optional(),
  deliveryTo: dayOrTimeField.optional(),
  deliveryAddress: boundedText(300).optional(),
  deliverAt: z.enum(HANDOVERS).optional(),
  needsDeliveryAppointment: z.boolean().optional(),
  otherHubIds: eachOnce(z.string().min(1, "required").max(64), OTHER_HUBS_MAX)
    .optional()
    .meta({ description: "Hubs that are acceptable beside the deal's" }),
  loadingBy: z.enum(HANDLERS).optional(),
  unloadingBy: z.enum(HANDLERS).optional(),
  containerOwner: z.enum(CONTAINER_OWNERS).optional(),
  temperature: z.strictObject({ minC: celsius, maxC: celsius }).optional(),
  isTransshipmentAllowed: z.boolean().optional(),
  needsTailLift: z.boolean().optional(),
  insurance: z
    .strictObject({
      clause: z.enum(INSURANCE_CLAUSES).meta({ description: "Institute Cargo Clauses" }),
      value: moneySchema
        .refine(({ minor }) => minor > 0n, "amount_not_positive")
        .optional()
        .meta({
          description:
            "In the currency of the goods; where not given 110 percent of their value under CIP and CIF, their value otherwise",
        }),
    })
    .optional(),
  transit: z
    .strictObject({ regime: z.enum(TRANSIT_REGIMES), guaranteedBy: z.enum(TRANSIT_GUARANTORS).optional() })
    .optional(),
  shipperDocuments: eachOnce(z.enum(SHIPPER_DOCUMENTS), SHIPPER_DOCUMENTS.length)
    .optional()
    .meta({ description: "What the shipper hands over with the goods" }),
  freeTimeHours: hours.optional().meta({ description: "Free time wished at each end that is not named apart" }),
  freeTimeBorderHours: hours.optional(),
  freeTimeDestinationHours: hours.optional(),
  remarks: boundedText(1_000).optional(),
});
export type LogisticsSpec = z.output<typeof logisticsSpecSchema>;

/** How many trucks, containers or wagons a haul is asked for with: one where its spec does not say. */
export const trucksIn = (spec: unknown): number => logisticsSpecSchema.safeParse(spec).data?.equipmentCount ?? 1;
