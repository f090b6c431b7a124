import type { Service } from "@/domain/shared/vocabulary";
import type { IconName } from "@/components/ui/icons/icon";

const OWN: Readonly<Partial<Record<Service, IconName>>> = {
  logistics: "train-front",
  payment: "landmark",
  customs: "stamp",
  inspection: "clipboard-check",
};

/** The mark of a service; one that has no mark of its own, nor a colour (`.sv-*`), wears a plain one. */
export const serviceIcon = (service: Service): IconName => OWN[service] ?? "package";
