import { useTranslations } from "next-intl";
import { MINUTE_MS } from "@/domain/shared/instant";
import type { FieldOrigin } from "@/domain/orders/evidence/evidence";

// Less is what a slow line makes of a right clock; the told time was left as it was.
const SAID_FROM_MS = 2 * MINUTE_MS;

/** From whose phone it came, and what was made of its clock where that was wrong. */
export function OriginText({ role, person, clockDriftMs }: FieldOrigin) {
  const t = useTranslations("field.origin");
  const roles = useTranslations("field.role");
  const minutes = Math.round(Math.abs(clockDriftMs) / MINUTE_MS);
  return (
    <p className="evidence-origin">
      {t("from", { person, role: roles(role) })}
      {Math.abs(clockDriftMs) > SAID_FROM_MS && ` ${t(clockDriftMs > 0 ? "ahead" : "behind", { minutes })}`}
    </p>
  );
}
