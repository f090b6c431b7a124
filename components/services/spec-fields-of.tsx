import type { Service } from "@/domain/shared/vocabulary";
import type { FieldsProps } from "./fields-form";
import { SERVICE_FORMS } from "./form-registry";

export type SpecFieldsOfProps = FieldsProps & { readonly service: Service };

/** The fields of a request for a service that is only known once it is chosen. */
export function SpecFieldsOf({ service, ...props }: SpecFieldsOfProps) {
  const { SpecFields } = SERVICE_FORMS[service];
  return <SpecFields {...props} />;
}
