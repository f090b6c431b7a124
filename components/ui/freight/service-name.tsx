import { useTranslations } from "next-intl";
import { Icon } from "../icons/icon";
import { SERVICE_ICONS, type ServiceKind } from "./service-kinds";

/** Icon in the colour of the service, word in ink. */
export function ServiceName({ service }: { readonly service: ServiceKind }) {
  const t = useTranslations("ui.service");
  return (
    <span className={`service sv-${service}`}>
      <Icon name={SERVICE_ICONS[service]} />
      <span>{t(service)}</span>
    </span>
  );
}
