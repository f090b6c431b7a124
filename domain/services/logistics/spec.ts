import {
  type TypeOfList,
  answer,
  choice,
  dayOrTime,
  flag,
  group,
  ids,
  list,
  money,
  number,
  text,
} from "../member-list";
import {
  CONTAINER_OWNERS,
  HANDLERS,
  HANDOVERS,
  INSURANCE_CLAUSES,
  OTHER_HUBS_MAX,
  SHIPPER_DOCUMENTS,
  TRANSIT_GUARANTORS,
  TRANSIT_REGIMES,
} from "./choices";
import { EQUIPMENT, HAULS } from "./equipment";

const option = <const Group extends string>(group: Group) => `service-logistics.option.${group}` as const;
const HANDOVER = { values: HANDOVERS, words: option("handover"), fold: "handover" } as const;
const HANDLER = { values: HANDLERS, words: option("handler"), fold: "handover" } as const;
const CELSIUS = { min: -60, max: 60, isRequired: true, fold: "transport" } as const;
const FREE_HOURS = { min: 0, max: 720, unit: "hours", fold: "risk", width: 4 } as const;

/** What a request for logistics says, in the order of its form. */
export const logisticsFields = [
  choice("equipment", { values: EQUIPMENT, words: "services.equipment", isRequired: true, width: "pair", box: 1 }),
  number("equipmentCount", { min: 1, max: 200, width: "pair" }, "1 where not given"),
  dayOrTime("pickupFrom", { isRequired: true, width: "pair", box: 3 }),
  dayOrTime("pickupTo", { isRequired: true, width: "pair" }),
  text("pickupAddress", { max: 300, fold: "delivery", width: 12, box: 4, span: 2, book: "pickup.address" }),
  dayOrTime("deliveryFrom", { fold: "delivery", width: "pair", box: 15 }),
  dayOrTime("deliveryTo", { fold: "delivery", width: "pair" }),
  text("deliveryAddress", { max: 300, fold: "delivery", width: 12, box: 16, span: 2, book: "delivery.address" }),
  choice("pickupAt", { ...HANDOVER, box: 13 }),
  choice("deliverAt", { ...HANDOVER, box: 14 }),
  choice("loadingBy", { ...HANDLER, box: 7 }),
  choice("unloadingBy", { ...HANDLER, box: 8 }),
  flag("needsTailLift", { fold: "handover", box: 10 }),
  flag("needsDeliveryAppointment", { fold: "handover", box: 17 }),
  choice("haul", { values: HAULS, words: "services.mode", fold: "transport", box: 2 }),
  choice("containerOwner", { values: CONTAINER_OWNERS, words: option("containerOwner"), fold: "transport", box: 5 }),
  group("temperature", { box: 6 }, [
    number("minC", { ...CELSIUS, field: "temperatureMin" }),
    number("maxC", { ...CELSIUS, field: "temperatureMax" }),
  ]),
  answer("isTransshipmentAllowed", { fold: "transport", width: 12, box: 9 }),
  ids(
    "otherHubIds",
    { max: OTHER_HUBS_MAX, fold: "transport", width: 12, box: 18 },
    "Hubs that are acceptable beside the deal's",
  ),
  number("freeTimeHours", { ...FREE_HOURS, box: 11 }, "Free time wished at each end that is not named apart"),
  number("freeTimeBorderHours", { ...FREE_HOURS, box: 21 }),
  number("freeTimeDestinationHours", { ...FREE_HOURS, box: 22 }),
  group("insurance", { box: 19 }, [
    choice(
      "clause",
      {
        values: INSURANCE_CLAUSES,
        words: option("insuranceClause"),
        isRequired: true,
        field: "insuranceClause",
        fold: "risk",
      },
      "Institute Cargo Clauses",
    ),
    money(
      "value",
      { isPositive: true, field: "insuranceValue", fold: "risk" },
      "In the currency of the goods; where not given 110 percent of their value under CIP and CIF, their value otherwise",
    ),
  ]),
  group("transit", {}, [
    choice("regime", {
      values: TRANSIT_REGIMES,
      words: option("transitRegime"),
      isRequired: true,
      field: "transitRegime",
      fold: "risk",
      box: 20,
    }),
    choice("guaranteedBy", {
      values: TRANSIT_GUARANTORS,
      words: option("transitGuarantor"),
      field: "transitGuaranteedBy",
      fold: "risk",
    }),
  ]),
  list(
    "shipperDocuments",
    {
      values: SHIPPER_DOCUMENTS,
      words: option("shipperDocument"),
      isNeverEmpty: true,
      fold: "papers",
      width: 12,
      box: 23,
      span: "all",
    },
    "What the shipper hands over with the goods",
  ),
  text("remarks", { max: 1_000, isLong: true, fold: "papers", width: 12, box: 12, span: "all" }),
] as const;
export type LogisticsSpec = TypeOfList<typeof logisticsFields>;
