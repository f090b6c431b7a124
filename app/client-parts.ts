import { SERVICES } from "@/domain/shared/vocabulary";

/** Words of a form that is a button and nothing else. */
export const BUTTON_PARTS: readonly string[] = ["ui.errors"];

/** Words of parts that client components are made of; a room's own words are asked for by its page. */
export const CLIENT_PARTS: readonly string[] = [
  ...BUTTON_PARTS,
  "ui.field",
  "ui.form",
  "ui.measure",
  "ui.slots",
  ...SERVICES.map((service) => `service-${service}.name`),
];

/** Words of the frame around every page. */
export const FRAME_PARTS: readonly string[] = ["ui.shell"];

/** Words of the frame around pages of people in the field, and of a fault in their place. */
export const FIELD_FRAME_PARTS: readonly string[] = ["ui.shell", "common.product", "instead.fault"];

/** What a field link's own page speaks with in the browser. */
export const FIELD_PARTS = [
  "field.outbox",
  "field.waiting",
  "field.report",
  "field.place",
  "field.number",
  "field.numberHelp",
  "field.problem",
  "field.refusal",
  "field.strike",
] as const;
