/** A folder on each floor that has one, and the kind's words. */
export const FOLDERS = {
  domain: "domain/services/warehousing",
  components: "components/services/warehousing",
  "server/in-order.ts": "server/orders/kinds/warehousing.ts",
  "messages/en.json": "messages/en/forms/service-warehousing.json",
  "messages/zh-CN.json": "messages/zh-CN/forms/service-warehousing.json",
  "messages/ru.json": "messages/ru/forms/service-warehousing.json",
  "messages/vi.json": "messages/vi/forms/service-warehousing.json",
  "messages/kk.json": "messages/kk/forms/service-warehousing.json",
} as const;

const ORDER_SECTIONS = "app/[locale]/(market)/orders/[orderId]/order-sections.tsx";

/** Its line in each register: `[file, what stands there, what stands there then]`. */
export const LINES = [
  ["domain/shared/vocabulary.ts", '"inspection"]', '"inspection", "warehousing"]'],
  ["domain/services/registry.ts", "customs, inspection }", "customs, inspection, warehousing }"],
  ["server/orders/kinds/registry.ts", "  inspection: ", "  warehousing: warehousingInOrder,\n  inspection: "],
  [ORDER_SECTIONS, "  inspection: ", "  warehousing: WarehousingSection,\n  inspection: "],
  ["components/services/registry.tsx", "  inspection: ", "  warehousing: warehousingScreens,\n  inspection: "],
  ["components/services/spec-fields.tsx", "  inspection: ", "  warehousing: WarehousingSpecFields,\n  inspection: "],
  ["components/services/terms-fields.tsx", "  inspection: ", "  warehousing: WarehousingTermsFields,\n  inspection: "],
  ["app/room-words.tsx", '  | "service-payment"', '  | "service-warehousing"\n  | "service-payment"'],
  ["domain/deals/clerk/certainty.ts", "  inspection: /", "  warehousing: /storage/u,\n  inspection: /"],
] as const;
export const IMPORTS = {
  "server/orders/kinds/registry.ts": 'import { warehousingInOrder } from "./warehousing";\n',
  [ORDER_SECTIONS]: 'import { WarehousingSection } from "@/components/services/warehousing/order-section";\n',
  "domain/services/registry.ts": 'import { warehousing } from "./warehousing/kind";\n',
  "components/services/spec-fields.tsx": 'import { WarehousingSpecFields } from "./warehousing/spec-fields";\n',
  "components/services/terms-fields.tsx": 'import { WarehousingTermsFields } from "./warehousing/terms-fields";\n',
  "components/services/registry.tsx": 'import { warehousingScreens } from "./warehousing/screens";\n',
} as const;

/** What is asked of the market then. */
export const WALKS = {
  "walk/market.ts": "server/api/fifth-kind.test.ts",
  "walk/screens.tsx": "components/services/fifth-kind.test.tsx",
} as const;
