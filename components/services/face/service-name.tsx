import { Icon } from "@/components/ui/icons/icon";
import type { Service } from "@/domain/shared/service";
import { useServiceName } from "../words/service-words";
import { serviceIcon } from "./service-icon";

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
