import { Icon } from "@/components/ui/icons/icon";
import type { Service } from "@/domain/shared/vocabulary";
import { serviceIcon } from "./service-icon";

// Services as rows of lists show them: sent as their values, with words from the server (components/ui/cells.tsx).

/** Icon in the colour of the service, word in ink. */
export function ServiceMark({ service, name }: { readonly service: Service; readonly name: string }) {
  return (
    <span className={`service sv-${service}`}>
      <Icon name={serviceIcon(service)} />
      <span>{name}</span>
    </span>
  );
}

/** The services that are asked for, each in its own of four slots; `label` names them. */
export function FilledSlots({ services, label }: { readonly services: readonly Service[]; readonly label: string }) {
  return (
    <span className="service-slots" role="img" aria-label={label}>
      {services.map((service) => (
        <span key={service} className={`sv-${service}`}>
          <Icon name={serviceIcon(service)} />
        </span>
      ))}
    </span>
  );
}
