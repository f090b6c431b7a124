import type { ReactNode } from "react";
import type { Service } from "@/domain/shared/vocabulary";
import type { FieldsProps } from "./fields-form";
import { CustomsSpecFields } from "./customs/spec-fields";
import { InspectionSpecFields } from "./inspection/spec-fields";
import { LogisticsSpecFields } from "./logistics/spec-fields";
import { PaymentSpecFields } from "./payment/spec-fields";

/** The fields of a request for every kind of service, for a `form-grid`. */
export const SPEC_FIELDS: { readonly [S in Service]: (props: FieldsProps) => ReactNode } = {
  logistics: LogisticsSpecFields,
  payment: PaymentSpecFields,
  customs: CustomsSpecFields,
  inspection: InspectionSpecFields,
};

export type SpecFieldsProps = FieldsProps & { readonly service: Service };

/** The fields of a request for a service that is only known once it is chosen. */
export function SpecFields({ service, ...props }: SpecFieldsProps) {
  const Fields = SPEC_FIELDS[service];
  return <Fields {...props} />;
}
