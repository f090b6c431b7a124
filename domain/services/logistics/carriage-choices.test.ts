import { expect, test } from "vitest";
import { everyRefusal } from "../../shared/result";
import { shipmentExample } from "../examples";
import { carriageChoices, checkCarriageTerms, liabilitiesFor, slotSystemsFor } from "./carriage-choices";

test.each([
  ["road", ["CN", "VN"], ["cuakhauso", "cn_port_booking", "none"]],
  ["road", ["KZ", "CN"], ["cargoruqsat", "cn_port_booking", "none"]],
  ["road", ["CN", "RU"], ["rosgranstroy", "cn_port_booking", "none"]],
  ["road", ["CN", "MN"], ["cn_port_booking", "none"]],
  ["road", undefined, ["cargoruqsat", "cuakhauso", "rosgranstroy", "cn_port_booking", "none"]],
  ["rail", ["CN", "VN"], ["none"]],
] as const)("By %s between %j a slot is booked in one of %j.", (mode, borderCountries, systems) => {
  expect(slotSystemsFor({ mode, ...(borderCountries ? { borderCountries } : {}) })).toEqual(systems);
});

test.each([
  ["road", "CN", "KZ", ["cmr", "forwarder_terms"]],
  ["road", "MN", "CN", ["cmr", "forwarder_terms"]],
  ["road", "CN", "VN", ["forwarder_terms"]],
  ["road", "LA", "CN", ["forwarder_terms"]],
  ["rail", "CN", "VN", ["smgs", "forwarder_terms"]],
  ["sea", "CN", "RU", ["hague_visby", "forwarder_terms"]],
  ["air", "CN", "KZ", ["montreal", "forwarder_terms"]],
] as const)(
  "By %s from %s to %s a carrier is liable by one of %j.",
  (mode, originCountry, destinationCountry, rules) => {
    expect(liabilitiesFor({ mode, originCountry, destinationCountry })).toEqual(rules);
  },
);

test.each([
  [{ slot: { system: "cargoruqsat" } }, "slot_system_not_at_hub"],
  [{ liability: "cmr" }, "liability_not_of_way"],
  [{ slot: { system: "cuakhauso" }, liability: "forwarder_terms" }, "ok"],
  [{ slot: { system: "none" } }, "ok"],
  [{}, "ok"],
] as const)("A bid for a truck to Viet Nam that promises %j is answered %s.", (terms, code) => {
  const ends = { originCountry: "CN", destinationCountry: "VN", borderCountries: ["CN", "VN"] };
  const answer = checkCarriageTerms(terms, { shipment: shipmentExample({ mode: "road", ...ends }) });
  expect(answer.ok ? "ok" : answer.refusal.code).toBe(code);
});

test.each([
  ["road", { equipment: "tilt_136", plates: { beforeBorder: "CN", beyondBorder: "KZ" } }, []],
  ["road", { equipment: "covered_wagon" }, [["equipment_not_of_mode", "terms.equipment"]]],
  ["sea", { equipment: "40rf" }, []],
  [
    "rail",
    { equipment: "tilt_136", plates: { beforeBorder: "CN", beyondBorder: "CN" } },
    [
      ["equipment_not_of_mode", "terms.equipment"],
      ["plates_not_of_mode", "terms.plates.beforeBorder"],
    ],
  ],
  [
    "air",
    { plates: { beforeBorder: "CN", beyondBorder: "KZ" } },
    [["plates_not_of_mode", "terms.plates.beforeBorder"]],
  ],
] as const)("A bid by %s that promises %j is refused for what its mode does not have.", (mode, terms, refused) => {
  const answer = checkCarriageTerms(terms, { shipment: shipmentExample({ mode }) });
  const said = answer.ok ? [] : everyRefusal(answer.refusal).map(({ code, details }) => [code, details?.["field"]]);
  expect(said).toEqual(refused);
});

test.each([
  ["road", ["tilt_136", "20gp"], ["covered_wagon", "air_pallet"], undefined],
  ["rail", ["covered_wagon", "20gp"], ["tilt_136", "air_pallet"], []],
  ["sea", ["20gp", "40rf"], ["tilt_136", "covered_wagon"], []],
  ["air", ["air_pallet"], ["tilt_136", "20gp"], []],
] as const)("A bid by %s chooses among %j and not %j, and plates are those of trucks.", (mode, has, hasNot, plates) => {
  const choices = carriageChoices(shipmentExample({ mode }));
  expect(choices["equipment"]).toEqual(expect.arrayContaining([...has]));
  for (const other of hasNot) expect(choices["equipment"]).not.toContain(other);
  expect([choices["platesBeforeBorder"], choices["platesBeyondBorder"]]).toEqual([plates, plates]);
});
