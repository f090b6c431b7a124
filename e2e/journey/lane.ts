import type { Service } from "@/domain/shared/vocabulary";
import type { Typed } from "./typed";

export type Company = {
  readonly person: string;
  readonly nameOwn: string;
  readonly nameLatin: string;
  readonly country: string;
  readonly city: string;
  readonly registrationNumber: string;
};

/** A row of a sampling plan as ISO 2859-1 has it: the code letter, the sample, the numbers of acceptance and rejection. */
export type PlanRow = readonly [letter: string, sample: number, accept: number, reject: number];

/** How a lot is to be inspected, with what the published tables say to it: copied from them, computed by nobody. */
export type Inspected = {
  readonly lot: Typed;
  readonly plan: Readonly<Record<"critical" | "major" | "minor", PlanRow>>;
  /** The sample of the carton drop at its special level. */
  readonly dropTest: PlanRow;
  /** Man-days that so many checks and tests come to, in tenths. */
  readonly manDayTenths: number;
};

/**
 * One trade a browser: who asks, who is new among those that offer, and which way the goods go. Each lane crosses another
 * border.
 */
export type Lane = {
  readonly locale: string;
  /** Sets its amounts apart from those of the other lanes, which play at the same time. */
  readonly mark: number;
  readonly buyer: Company;
  readonly newcomer: Company;
  /** Where the goods are declared for import in the buyer's or its customer's name. */
  readonly importer: { readonly name: string; readonly country: string; readonly taxId: string };
  /** What the newcomer bids in where nothing is a share of the goods or the payment, and what the foreign side of the payment has. */
  readonly currency: string;
  readonly direction: "export" | "import";
  readonly mode: "road" | "rail";
  readonly originId: string;
  readonly destinationId: string;
  readonly corridor: string;
  readonly goods: string;
  /** The lines of the goods, without their weights and packages. */
  readonly cargo: readonly Typed[];
  /** The equipment, and what the goods ask of it. */
  readonly carriage: Typed;
  /** What trucks or containers are counted in. */
  readonly unitBasis: "truck" | "container";
  readonly haulBasis: "truck" | "container_40hc";
  readonly inspected: Inspected;
  readonly payment: "transfer" | "credit";
  /** Whether two people of the buyer open the bids. */
  readonly isOpenedByTwo: boolean;
  /** Whether every page is read before the opening by everybody: once a language, since the pages know no difference in windows. */
  readonly isSwept: boolean;
  /** The order that is carried out to its end, and the steps that are reported of it: the last but one delivers. */
  readonly performed: Service;
  readonly steps: readonly [string, string, string, string];
};
