import { expect, test } from "vitest";
import { fieldNames } from "@/domain/documents/document-form";
import type { FormValues } from "@/domain/shared/form-state";
import { drawn } from "@/test/drawn";
import { DocumentForm } from "./document-form";

/** As the server draws it, which is all there is without a script. */
const draw = (values: FormValues): string =>
  drawn(
    <DocumentForm
      action={() => Promise.resolve(null)}
      title="Enter: Packing list"
      hidden={{ kind: "packing_list" }}
      names={fieldNames("packing_list")}
      isIncotermOptional={false}
      values={values}
      backHref="/en"
    />,
    { rooms: ["ui", "services", "documents"] },
  );

const buttons = (html: string): string[] =>
  [...html.matchAll(/<button[^>]* value="([^"]+)"/g)].map(([, value = ""]) => value);

const two = { "fields.lines[0].description": "Cables", "fields.lines[1].hsCode": "8504" };

test("a paper begins with the one line that it needs, and a button for another", () => {
  expect(buttons(draw({}))).toEqual(["save", "add-row:fields.lines"]);
  expect(draw({})).not.toContain("fields.lines[1]");
});

test("each of several lines has a button to go, and what was typed stands in its line", () => {
  const html = draw(two);
  expect(buttons(html)).toEqual([
    "save",
    "remove-row:fields.lines[0]",
    "remove-row:fields.lines[1]",
    "add-row:fields.lines",
  ]);
  expect(html).toMatch(/name="fields\.lines\[1\]\.hsCode"[^>]*value="8504"/);
});

test("Enter in a field saves: the form's first button is no line's", () => {
  expect(buttons(draw(two))[0]).toBe("save");
});

test("every control has a label of its own", () => {
  const html = draw(two);
  const ids = [...html.matchAll(/<(?:input|select)[^>]* id="([^"]+)"/g)].map(([, id = ""]) => id);
  expect(ids.length).toBeGreaterThan(10);
  for (const id of ids) expect(html, id).toContain(`for="${id}"`);
});
