import { expect, test } from "vitest";
import { NO_RESULTS } from "@/domain/inspections/results/results";
import { roundPlan } from "@/domain/inspections/round-plan";
import { specExample } from "@/domain/services/inspection/spec-example";
import { drawn, wordsIn } from "@/test/drawn";
import { FormProblems } from "../ui/form/form-actions";
import { ChecklistFields, QuantityFields, TestFields } from "./checklist-fields";
import { DefectFields } from "./findings-form";
import { useFindingLabels } from "./inspection-words";

const ROOMS = ["inspections", "service-inspection", "ui"];
const plan = roundPlan(specExample({ checklist: [{ code: "dimensions", level: "S-2" }] }), "normal");
const DRAWN = { plan, results: NO_RESULTS, errors: {} };

function Fields() {
  return (
    <>
      <DefectFields plan={plan} defects={[]} errors={{}} />
      <QuantityFields {...DRAWN} />
      <ChecklistFields {...DRAWN} />
      <TestFields {...DRAWN} />
    </>
  );
}

function Problems({ names }: { readonly names: readonly string[] }) {
  const fieldErrors = Object.fromEntries(names.map((name) => [name, "!"]));
  const state = { key: "1", values: {}, fieldErrors, formErrors: [], notice: null };
  return <FormProblems state={state} fieldId={(name) => name} labels={useFindingLabels(plan, NO_RESULTS)} />;
}

test("problems of findings name the row and the field, in the order of the fields", () => {
  const html = drawn(<Fields />, { rooms: ROOMS });
  const names = [...html.matchAll(/<(?:input|textarea|select)\b[^>]* name="(results\.[a-z]+\[\d+\]\.[A-Za-z]+)"/g)].map(
    ([, name = ""]) => name,
  );
  expect(names.length).toBeGreaterThan(8);
  const problems = drawn(<Problems names={names.toReversed()} />, { rooms: ROOMS });
  const told = [...problems.matchAll(/<a href="#([^"]*)">([^<]*)<\/a>/g)];
  expect(told.map(([, name]) => name)).toEqual(names);
  const { defect, count } = wordsIn("inspections").site;
  expect(problems).toContain(`${defect.replace("{number}", "1")}, ${count}: !`);
  for (const [, , words = ""] of told) expect(words).toMatch(/^.+, .+: !$/);
});

test("a problem of one drawn carton is told of the cartons", () => {
  const html = drawn(<Problems names={["results.remarks", "results.openedCartons[2]"]} />, { rooms: ROOMS });
  const { cartons, remarks } = wordsIn("inspections").site;
  expect(html.indexOf(`${cartons}: !`)).toBeGreaterThan(0);
  expect(html.indexOf(`${cartons}: !`)).toBeLessThan(html.indexOf(`${remarks}: !`));
});
