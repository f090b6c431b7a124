import { expect, test } from "vitest";
import { HAZARD_CLASSES, mayHavePackingGroup } from "./hazard-classes";
import { batteryNumbersOf, unEntriesOf } from "./un-numbers";

test.each([
  ["1263", "3", "I II III"],
  ["1170", "3", "II III"],
  ["1219", "3", "II"],
  ["1203", "3", "II"],
  ["3077", "9", "III"],
  ["3082", "9", "III"],
  ["3480", "9", ""],
  ["3481", "9", ""],
  ["3090", "9", ""],
  ["3171", "9", ""],
  ["3556", "9", ""],
  ["1006", "2.2", ""],
  ["1013", "2.2", ""],
  ["1978", "2.1", ""],
  ["1266", "3", "II III"],
  ["1760", "8", "I II III"],
  ["1824", "8", "II III"],
  ["1830", "8", "II"],
  ["1805", "8", "III"],
  ["2794", "8", ""],
  ["3257", "9", "III"],
  ["1402", "4.3", "I II"],
  ["1350", "4.1", "III"],
  ["1361", "4.2", "II III"],
  ["1362", "4.2", "III"],
  ["1942", "5.1", "III"],
  ["1495", "5.1", "II"],
  ["2014", "5.1", "II"],
  ["1845", "9", ""],
])("UN %s is of class %s and of packing groups “%s”", (unNumber, hazardClass, groups) => {
  expect(unEntriesOf(unNumber)).toEqual([{ hazardClass, packingGroups: groups.split(" ").filter(Boolean) }]);
});

test("aerosols are of class 2.1 or 2.2, and a number that the table lacks is of none", () => {
  expect(unEntriesOf("1950").map(({ hazardClass }) => hazardClass)).toEqual(["2.1", "2.2"]);
  expect(unEntriesOf("2025")).toEqual([]);
});

test("no entry has a packing group in a class that has none, and no number stands in a class twice", () => {
  for (let number = 1; number < 4_000; number++) {
    const entries = unEntriesOf(String(number).padStart(4, "0"));
    const classes = entries.map(({ hazardClass }) => hazardClass);
    expect(new Set(classes).size).toBe(classes.length);
    for (const { hazardClass, packingGroups } of entries) {
      expect(HAZARD_CLASSES).toContain(hazardClass);
      if (!mayHavePackingGroup(hazardClass)) expect(packingGroups).toEqual([]);
    }
  }
});

test.each([
  ["850650", "Coin cells", "3090"],
  ["85076000", "Packs for e-bikes", "3480"],
  ["850780", "Sodium-ion packs", "3551"],
  ["870380", "Electric cars", "3556"],
  ["871160", "Scooters", "3171"],
  ["850440", "Inverter with lithium battery pack", "3481"],
  ["940542", "Li-ion battery lamps", "3481"],
  ["940542", "锂离子电池灯", "3481"],
  ["850440", "磷酸铁锂电池储能柜", "3480"],
  ["850440", "литий-ионные аккумуляторы", "3480"],
  ["850440", "pin lithium", "3480"],
])("HS %s “%s” has to name a UN number such as %s", (hsCode, description, unNumber) => {
  expect(batteryNumbersOf({ hsCode, description })).toContain(unNumber);
});

test.each([
  ["340319", "Lithium grease"],
  ["282520", "Lithium hydroxide"],
  ["282520", "氢氧化锂"],
  ["850710", "Lead-acid batteries"],
  ["850440", "Inverters 10 kW"],
  ["870323", "Petrol cars"],
])("HS %s “%s” has to name none for its batteries", (hsCode, description) => {
  expect(batteryNumbersOf({ hsCode, description })).toBeNull();
});
