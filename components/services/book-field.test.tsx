import { expect, test } from "vitest";
import type { OfferedEntry } from "@/domain/services/address-book";
import { drawn } from "@/test/drawn";
import { SERVICE_FORMS } from "./form-registry";

const rooms = ["ui", "services", "service-inspection", "service-customs"];
const factory = (id: string, name: string): OfferedEntry => ({ id, kind: "factory", facts: { name, address: "Yiwu" } });
const BOOK = [factory("1", "Hongda"), factory("2", "Haida"), factory("3", "Luyao")];

const inspection = (book: readonly OfferedEntry[]) => {
  const { SpecFields } = SERVICE_FORMS.inspection;
  return drawn(<SpecFields prefix="services.inspection." book={book} />, { rooms });
};

test("the last used entries stand at the first field that they fill, each behind a button that works without a script", () => {
  const html = inspection(BOOK);
  expect(html.match(/data-book="/g)).toHaveLength(1);
  expect(html).toContain('value="take-entry:services.inspection.manufacturer:1"');
  expect(html).toContain('value="take-entry:services.inspection.manufacturer:2"');
  expect(html).not.toContain(":3");
  expect(html).toContain("All 3");
});

test("a form without entries to offer has plain fields", () => {
  expect(inspection([])).not.toContain("data-book");
  const { SpecFields } = SERVICE_FORMS.customs;
  expect(drawn(<SpecFields prefix="services.customs." book={BOOK} />, { rooms })).not.toContain("data-book");
});
