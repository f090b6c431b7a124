import type { ReactNode } from "react";
import type { Service } from "@/domain/shared/vocabulary";
import type { FieldsProps } from "./fields-form";
import { CustomsTermsFields } from "./customs/terms-fields";
import { InspectionTermsFields } from "./inspection/terms-fields";
import { LogisticsTermsFields } from "./logistics/terms-fields";
import { PaymentTermsFields } from "./payment/terms-fields";

/** The fields of a bid beside its charges for every kind of service, for a `form-grid`. Apart from those of a request: nobody types both on one page. */
export const TERMS_FIELDS: { readonly [S in Service]: (props: FieldsProps) => ReactNode } = {
  logistics: LogisticsTermsFields,
  payment: PaymentTermsFields,
  customs: CustomsTermsFields,
  inspection: InspectionTermsFields,
};
