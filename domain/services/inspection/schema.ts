import { schemaOf } from "../spec-schema";
import { inspectionFields } from "./spec";

export const inspectionSpecSchema = schemaOf(inspectionFields);
