import { expect, test } from "vitest";
import type { OfferedEntry } from "@/domain/services/address-book";
import { drawn, drawnWhole } from "@/test/drawn";
import { SPEC_FIELDS } from "./spec-fields";

const rooms = ["ui", "services", "service-inspection", "service-customs"];
const factory = (id: string, name: string): OfferedEntry => ({ id, kind: "factory", facts: { name, address: "Yiwu" } });
const BOOK = [factory("1", "Hongda"), factory("2", "Haida"), factory("3", "Luyao")];

const inspection = (book: readonly OfferedEntry[]) => {
  const SpecFields = SPEC_FIELDS.inspection;
  return drawnWhole(<SpecFields prefix="services.inspection." book={book} />, { rooms, inBrowser: true });
};

test("the last used entries stand at the first field that they fill, each behind a button that works without a script", async () => {
  const html = await inspection(BOOK);
  expect(html.match(/data-book="/g)).toHaveLength(1);
  expect(html).toContain('value="take-entry:services.inspection.manufacturer:1"');
  expect(html).toContain('value="take-entry:services.inspection.manufacturer:2"');
  expect(html).not.toContain(":3");
  expect(html).toContain("All 3");
});

test("a form without entries to offer has plain fields", async () => {
  expect(await inspection([])).not.toContain("data-book");
  const SpecFields = SPEC_FIELDS.customs;
  expect(drawn(<SpecFields prefix="services.customs." book={BOOK} />, { rooms, inBrowser: true })).not.toContain(
    "data-book",
  );
});
