import { schemaOf } from "../list-schema";
import { logisticsFields } from "./spec";
import { logisticsTermsFields } from "./terms";

export const logisticsSpecSchema = schemaOf(logisticsFields);

export const logisticsTermsSchema = schemaOf(logisticsTermsFields);

/** How many trucks, containers or wagons a haul is asked for with: one where its spec does not say. */
export const trucksIn = (spec: unknown): number => logisticsSpecSchema.safeParse(spec).data?.equipmentCount ?? 1;
