"use server";

import { retryDelivery } from "@/server/notices/retry-delivery";
import { formAction } from "@/server/platform/form/form-action";

export const retryAction = formAction({ command: retryDelivery, then: () => ({ goTo: "/admin/deliveries" }) });
