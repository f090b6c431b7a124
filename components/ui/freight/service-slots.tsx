import { useLocale, useTranslations } from "next-intl";
import { listFormat } from "../figures/intl-cache";
import { Icon } from "../icons/icon";
import { SERVICE_ICONS, SERVICE_KINDS, type ServiceKind } from "./service-kinds";

/** Four slots in fixed order; a service that is not asked for leaves its slot empty. */
export function ServiceSlots({ services }: { readonly services: readonly ServiceKind[] }) {
  const t = useTranslations("ui.service");
  const locale = useLocale();
  const asked = SERVICE_KINDS.filter((kind) => services.includes(kind));
  const names = listFormat(locale).format(asked.map((kind) => t(kind)));
  return (
    <span className="service-slots" role="img" aria-label={t("slots", { names })}>
      {SERVICE_KINDS.map((kind) =>
        asked.includes(kind) ? (
          <span key={kind} className={`service-slot sv-${kind}`}>
            <Icon name={SERVICE_ICONS[kind]} />
          </span>
        ) : (
          <span key={kind} className="service-slot is-empty" />
        ),
      )}
    </span>
  );
}
