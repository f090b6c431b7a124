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

type FilledSlotsProps = {
  readonly services: readonly Service[];
  readonly label: string;
  /** The look of each one's state, which stands below its mark. */
  readonly looks?: readonly (string | undefined)[];
};

/** The services that are asked for, each in its own of four slots; `label` names them. */
export function FilledSlots({ services, label, looks }: FilledSlotsProps) {
  return (
    <span className={looks ? "service-slots has-states" : "service-slots"} role="img" aria-label={label}>
      {services.map((service, at) => (
        <span key={service} className={looks?.[at] ? `sv-${service} at-${looks[at]}` : `sv-${service}`}>
          <Icon name={serviceIcon(service)} />
        </span>
      ))}
    </span>
  );
}
