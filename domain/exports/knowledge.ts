import type { LocalDate } from "../shared/time";
import type { Service } from "../shared/vocabulary";
import { NO_TRADE, sumOf, type TradeSum } from "./trade";

/** Which kinds of service somebody counts as knowledge-intensive, by which text and of which day. */
export type KnowledgeDefinition = {
  readonly id: string;
  /** The day of the text that is gone by; a later text is a definition of its own. */
  readonly asOf: LocalDate;
  readonly source: string;
  readonly kinds: readonly Service[];
};

export const KNOWLEDGE_DEFINITION_IDS = ["mofcom", "eurostat"] as const;
export type KnowledgeDefinitionId = (typeof KNOWLEDGE_DEFINITION_IDS)[number];

/**
 * - `mofcom`: what China's Ministry of Commerce counts in its monthly release on trade in services: insurance, finance, telecommunications, computer and
 *   information services, charges for intellectual property, personal, cultural and recreational services, other business services. Transport is none.
 *   The releases name these fields; no list of the ministry's own with a number was found, so a reader is told the release.
 * - `eurostat`: knowledge-intensive services by NACE Rev. 2 (divisions 50, 51, 58 to 66, 69 to 75, 78, 80, 84 to 93). Carriage by water and air would be among
 *   them and carriage by road and rail is not; these figures do not tell modes apart, and carriage counts as none.
 */
export const KNOWLEDGE_DEFINITIONS: Readonly<Record<KnowledgeDefinitionId, KnowledgeDefinition>> = {
  mofcom: {
    id: "mofcom",
    asOf: "2020-07-02" as LocalDate,
    source: "商务部《2020年1-5月我国服务贸易有关情况》, http://finance.people.com.cn/n1/2020/0702/c1004-31769099.html",
    kinds: ["payment", "inspection"],
  },
  eurostat: {
    id: "eurostat",
    asOf: "2011-12-16" as LocalDate,
    source:
      "Eurostat, High-tech aggregation by NACE Rev. 2, annex 3, http://epp.eurostat.ec.europa.eu/cache/ITY_SDDS/EN/htec_esms.htm",
    kinds: ["payment", "inspection"],
  },
};

export const DEFAULT_DEFINITION: KnowledgeDefinitionId = "mofcom";

/** The definition that an address names; the market's own where it names none. */
export const readDefinition = (text: unknown): KnowledgeDefinitionId =>
  KNOWLEDGE_DEFINITION_IDS.find((id) => id === text) ?? DEFAULT_DEFINITION;

type OfKind = TradeSum & { readonly service: Service };

/** What kinds that are knowledge-intensive by a definition come to. */
export const knowledgeSum = (rows: readonly OfKind[], { kinds }: Pick<KnowledgeDefinition, "kinds">): TradeSum =>
  rows.length === 0 ? NO_TRADE : sumOf(rows.filter(({ service }) => kinds.includes(service)));
