import { schemaOf } from "../spec-schema";
import { payeeFields, paymentFields } from "./spec";

export const payeeSchema = schemaOf(payeeFields);

export const paymentSpecSchema = schemaOf(paymentFields);
