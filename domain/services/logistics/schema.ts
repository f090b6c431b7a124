import { schemaOf } from "../spec-schema";
import { logisticsFields } from "./spec";

export const logisticsSpecSchema = schemaOf(logisticsFields);

/** How many trucks, containers or wagons a haul is asked for with: one where its spec does not say. */
export const trucksIn = (spec: unknown): number => logisticsSpecSchema.safeParse(spec).data?.equipmentCount ?? 1;
