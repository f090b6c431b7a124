import { z } from "zod";
import { boundedText, instantField, longText } from "../../shared/wire-fields";
import { DECLARED } from "./systems";

export const DRIVERS_MAX = 6;
export const WORDS_MAX = 500;
export const BOOKING_NUMBER_MAX = 40;

// Letters of any script: plates of China and of the states around it.
const PLATE = /^[\p{L}\p{N}][\p{L}\p{N} ·-]{1,14}$/u;

/** A registration plate as the queue knows it: capital letters, single spaces. */
export const plateField = z
  .string()
  .trim()
  .min(1, "required")
  .transform((text) => text.toUpperCase().replace(/\s+/g, " "))
  .refine((text) => PLATE.test(text), "plate_malformed");

export const driverSchema = z.strictObject({
  name: boundedText(80),
  document: boundedText(40).meta({ description: "Number of the passport or licence that the driver shows" }),
  phone: boundedText(30).optional(),
});
export type SlotDriver = z.output<typeof driverSchema>;

export const driversField = z
  .array(driverSchema)
  .min(1, "driver_needed")
  .max(DRIVERS_MAX, "too_many")
  .refine((list) => new Set(list.map(({ document }) => document)).size === list.length, "named_twice");

export const windowFields = { windowFrom: instantField, windowTo: instantField };

/** What is booked: where, when, with which truck and whom. */
export const bookingFields = {
  placeId: z.string().min(1, "required").max(64),
  ...windowFields,
  tractorPlate: plateField,
  trailerPlate: plateField.optional(),
  drivers: driversField,
};

export const declaredField = z
  .array(z.enum(DECLARED))
  .max(DECLARED.length)
  .refine((list) => new Set(list).size === list.length, "named_twice");

export const wordsField = longText(WORDS_MAX);
export const bookingNumberField = longText(BOOKING_NUMBER_MAX);
