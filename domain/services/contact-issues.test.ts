import { expect, test } from "vitest";
import { contactIssues } from "./contact-issues";

const fieldsOf = (spec: unknown) => contactIssues(spec).map(({ path, message }) => `${message} ${path.join(".")}`);

test("a way to reach the buyer is found in any text of a request, however deep", () => {
  expect(
    fieldsOf({
      remarks: "call 13857912345",
      factoryAddress: "12 Chouzhou Road, Yiwu",
      checklist: [{ text: "colour" }, { text: "ask lin@example.cn" }],
    }),
  ).toEqual(["issue.contact_in_text remarks", "issue.contact_in_text checklist.1.text"]);
});

test("numbers of a register are not taken for a telephone's, nor are times and amounts", () => {
  expect(
    fieldsOf({
      importerOfRecord: { name: "Almaty Machine Trade LLP", country: "KZ", taxId: "13857912345" },
      pickupFrom: "2026-11-20T08:00:00Z",
      amount: { minor: 13_857_912_345, currency: "CNY" },
      containers: 2,
    }),
  ).toEqual([]);
});
