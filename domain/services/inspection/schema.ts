import { schemaOf } from "../list-schema";
import { inspectionFields } from "./spec";
import { inspectionTermsFields } from "./terms";

export const inspectionSpecSchema = schemaOf(inspectionFields);

export const inspectionTermsSchema = schemaOf(inspectionTermsFields);
