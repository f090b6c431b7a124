import { beforeAll, expect, test } from "vitest";
import type { FormValues } from "@/domain/shared/form-state";
import { drawn, drawnWhole } from "@/test/drawn";
import { InspectionSpecFields } from "./spec-fields";

const rooms = ["ui", "services", "service-inspection"];
// The part that is fetched once it is drawn is there from then on.
beforeAll(() => drawnWhole(<InspectionSpecFields prefix="s." />, { rooms }));

/** As the server draws it, which is all there is without a script. */
const draw = (values?: FormValues, errors: Record<string, string> = {}): string =>
  drawn(<InspectionSpecFields prefix="s." values={values} errors={errors} />, { rooms });

const buttons = (html: string): string[] =>
  [...html.matchAll(/<button[^>]* value="([^"]+)"/g)].map(([, value = ""]) => value);

const lamp = { "s.type": "pre_shipment", "s.products[0].name": "Lamp", "s.products[0].quantity": "3200" };

test("the plan of what was typed stands in the form, by the usual level and limits until others are chosen", () => {
  const text = draw(lamp).replace(/<[^>]+>/g, " ");
  expect(text).toContain("Major: letter K, sample 125, accept up to 7, reject from 8");
  expect(draw({ ...lamp, "s.aqlPreset": "high_value" })).toContain("accept up to 5, reject from 6");
  expect(draw({ ...lamp, "s.specialTests[0].test": "rub", "s.specialTests[0].level": "S-4" })).toContain(
    "Rub: letter G, sample 32, accept up to 2, reject from 3",
  );
  expect(draw()).toContain("The sample appears here");
});

test("hours and man-days of what was typed stand with the rule that they follow", () => {
  const text = draw({ ...lamp, "s.siteTests": ["weight"] }).replace(/<[^>]+>/g, " ");
  expect(text).toContain("6 inspector hours on site");
  expect(text).toContain("1 man-day");
  expect(text).toMatch(/each of 375 checks .* each named test \(here 1\) are 303 minutes of one inspector/);
  expect(draw({ "s.type": "container_loading" })).toContain("one man-day for two containers");
});

test("a list shows its lines as typed, with a button for each to go and one for another to come", () => {
  expect(buttons(draw(lamp))).toEqual(["add-row:s.products", "add-row:s.specialTests", "add-row:s.checklist"]);
  const two = draw({ ...lamp, "s.products[1].name": "Shade" });
  expect(two).toMatch(/name="s\.products\[1\]\.name"[^>]*value="Shade"/);
  expect(buttons(two).slice(0, 3)).toEqual([
    "remove-row:s.products[0]",
    "remove-row:s.products[1]",
    "add-row:s.products",
  ]);
});

test("a full list has no button for another line", () => {
  expect(buttons(draw({ ...lamp, "s.products[39].name": "Last" }))).not.toContain("add-row:s.products");
});

test("what is to be mended in a line stands at its own field, with the details open that hold it", () => {
  const html = draw(lamp, { "s.checklist[1].text": "Choose a point or write one." });
  expect(draw(lamp)).not.toMatch(/<details[^>]* open=""/);
  expect(html).toMatch(/<details[^>]* open=""/);
  const second = draw({ ...lamp, "s.checklist[1].tool": "Tape" }, { "s.checklist[1].text": "Choose a point." });
  expect(second).toMatch(/id="s\.checklist\[1\]\.text"[^>]*aria-describedby="[^"]*s\.checklist\[1\]\.text-error/);
});

test("every control of a line has a label of its own", () => {
  const html = draw({ ...lamp, "s.products[1].name": "Shade" });
  const ids = [...html.matchAll(/ id="(s\.products\[\d\]\.\w+)"/g)].map(([, id = ""]) => id);
  expect(ids).toHaveLength(4);
  for (const id of ids) expect(html).toContain(`for="${id}"`);
});
