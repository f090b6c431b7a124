import { useLocale, useTranslations } from "next-intl";
import { listFormat } from "@/components/ui/figures/intl-cache";
import { Icon } from "@/components/ui/icons/icon";
import { SERVICES, type Service } from "@/domain/shared/service";
import { useServiceName } from "../words/service-words";
import { serviceIcon } from "./service-icon";

/** A slot for each service, in fixed order so that they can be read without their words; one that is not asked for is empty. */
export function ServiceSlots({ services }: { readonly services: readonly Service[] }) {
  const t = useTranslations("ui.slots");
  const name = useServiceName();
  const locale = useLocale();
  const asked = SERVICES.filter((kind) => services.includes(kind));
  const names = listFormat(locale).format(asked.map(name));
  return (
    <span className="service-slots" role="img" aria-label={t("named", { names })}>
      {SERVICES.map((kind) =>
        asked.includes(kind) ? (
          <span key={kind} className={`service-slot sv-${kind}`}>
            <Icon name={serviceIcon(kind)} />
          </span>
        ) : (
          <span key={kind} className="service-slot is-empty" />
        ),
      )}
    </span>
  );
}
