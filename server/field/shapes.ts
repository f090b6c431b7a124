import { z } from "zod";
import type { LinkRow } from "../../domain/field/field-view";
import { FIELD_ROLES } from "../../domain/access/field-role";
import { FIELD_LOCALES } from "../../domain/shared/locale";
import { toIso } from "../../domain/shared/instant";
import { idText, isoOrNull, timeText } from "../platform/api/fields";

export const addressText = z.string().meta({
  description: "Opens the page for whoever has it: hand it to its person alone",
  example: "https://market.example/kk/f/01kb…",
});

export const linkShape = z
  .strictObject({
    id: idText,
    role: z.enum(FIELD_ROLES),
    person: z.string(),
    locale: z.enum(FIELD_LOCALES),
    state: z.enum(["stands", "expired", "revoked"]),
    address: addressText.nullable(),
    createdAt: timeText,
    expiresAt: timeText,
    reportCount: z.int(),
    lastReportAt: timeText.nullable(),
  })
  .meta({ id: "FieldLink" });

export const writeLink = ({ id, role, person, locale, state, address, reportCount, ...times }: LinkRow) => ({
  ...{ id, role, person, locale, state, address, reportCount },
  createdAt: toIso(times.createdAt),
  expiresAt: toIso(times.expiresAt),
  lastReportAt: isoOrNull(times.lastReportAt),
});
