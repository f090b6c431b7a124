import type { IconName } from "@/components/ui/icons/icon-paths";
import { SERVICES, type Service } from "@/domain/shared/service";
import { Icon } from "@/components/ui/icons/icon";
import { useServiceName } from "./service-words";
import { useLocale, useTranslations } from "next-intl";
import { listFormat } from "@/components/ui/intl-cache";

const OWN: Readonly<Partial<Record<Service, IconName>>> = {
  logistics: "train-front",
  payment: "landmark",
  customs: "stamp",
  inspection: "clipboard-check",
};

/** The mark of a service; one that has no mark of its own, nor a colour (`.sv-*`), wears a plain one. */
export const serviceIcon = (service: Service): IconName => OWN[service] ?? "package";

/** Icon in the colour of the service, word in ink. */
export function ServiceName({ service }: { readonly service: Service }) {
  const name = useServiceName();
  return (
    <span className={`service sv-${service}`}>
      <Icon name={serviceIcon(service)} />
      <span>{name(service)}</span>
    </span>
  );
}

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
