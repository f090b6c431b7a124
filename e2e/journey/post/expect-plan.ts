import { expect } from "../../support/test";
import type { Lane, PlanRow } from "../lanes/lane";
import type { Person } from "../person";

const cellsOf = (row: PlanRow): string[] => row.map(String);

/** The sampling plan on the page holds the numbers of the published tables, class by class, and those of the carton drop. */
export async function expectPlan({ page, t }: Person, { inspected }: Lane): Promise<void> {
  const rowsOf = (caption: string) =>
    page
      .getByRole("table", { name: t(caption), exact: true })
      .locator("tbody tr")
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
  const classes = Object.entries(inspected.plan).map(([name, row]) => [t(`services.plan.${name}`), ...cellsOf(row)]);
  expect(await rowsOf("services.plan.caption")).toEqual(classes);
  const dropTest = [t("service-inspection.option.test.carton_drop"), "S-3", ...cellsOf(inspected.dropTest)];
  expect(await rowsOf("service-inspection.testPlan.caption")).toEqual([dropTest]);
}
