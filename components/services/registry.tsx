import type { Service } from "@/domain/shared/vocabulary";
import { customsScreens } from "./customs/screens";
import { inspectionScreens } from "./inspection/screens";
import { logisticsScreens } from "./logistics/screens";
import { paymentScreens } from "./payment/screens";
import type { ServiceScreens } from "./screens";

/** Views of every kind of service; spec and terms must have been read by the same kind's schema. */
export const SERVICE_SCREENS: { readonly [S in Service]: ServiceScreens } = {
  logistics: logisticsScreens,
  payment: paymentScreens,
  customs: customsScreens,
  inspection: inspectionScreens,
};
