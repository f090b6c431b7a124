import { schemaOf } from "../list-schema";
import { warehousingFields, warehousingTermsFields } from "./spec";

export const warehousingSpecSchema = schemaOf(warehousingFields);

export const warehousingTermsSchema = schemaOf(warehousingTermsFields);
