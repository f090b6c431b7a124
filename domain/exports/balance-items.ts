import type { Service } from "../shared/vocabulary";

/** Where a kind of service stands in the balance of payments. */
export type BalanceItem = {
  /** The component of services (BPM6): what trade statistics publish. */
  readonly component: "SC" | "SG" | "SJ";
  /** The item below it, by its code of the balance of payments' data structure (BPM6, EBOPS 2010). */
  readonly item: string;
  /** Whether a source names this kind itself, or it is our reading of what the source says of its neighbours. */
  readonly isNamed: boolean;
  readonly source: string;
};

/**
 * IMF, Balance of Payments Manual, 6th edition (BPM6, 2009), chapter 10, and UN, Manual on Statistics of International Trade in Services 2010
 * with its Extended Balance of Payments Services classification (EBOPS 2010). Codes as the OECD's and IMF's data structure writes them.
 *
 * - Carriage: transport, all modes, freight.
 * - Payment: financial services may be charged for by explicit charges and by margins on buying and selling; both are SG1, and are kept apart. FISIM (SG2)
 *   is a margin on loans and deposits, of which this market has none.
 * - Customs declarations: activities of customs agents are support activities of transport (ISIC Rev. 4, class 5229), which lead to supporting and auxiliary
 *   transport services. EBOPS itself does not name them.
 * - Inspection: product testing, certification and technical inspection are scientific and other technical services.
 */
export const BALANCE_ITEMS: Readonly<Record<Service, BalanceItem>> = {
  logistics: { component: "SC", item: "SCB", isNamed: true, source: "BPM6, chapter 10, transport; EBOPS 2010, SCB" },
  payment: {
    component: "SG",
    item: "SG1",
    isNamed: true,
    source: "BPM6, chapter 10, financial services; EBOPS 2010, SG1",
  },
  customs: { component: "SC", item: "SC3G", isNamed: false, source: "ISIC Rev. 4, 5229; EBOPS 2010, SC3G" },
  inspection: {
    component: "SJ",
    item: "SJ313",
    isNamed: true,
    source: "BPM6, chapter 10, other business services; EBOPS 2010, SJ313",
  },
};
