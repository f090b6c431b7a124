import { SERVICES } from "@/domain/services/service";

/** Words of parts that client components are made of; a room's own words are asked for by its page. */
export const CLIENT_PARTS: readonly string[] = [
  "ui.errors",
  "ui.field",
  "ui.form",
  "ui.measure",
  "ui.slots",
  ...SERVICES.map((service) => `service-${service}.name`),
];

/** Words of the frame around every page. */
export const FRAME_PARTS: readonly string[] = ["ui.shell"];
