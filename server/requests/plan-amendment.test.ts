import { expect, test } from "vitest";
import { findRequest } from "@/db/repositories/requests";
import { assert } from "@/domain/shared/result";
import { amendFormOf } from "@/domain/requests/amend-form";
import type { PostingIssue } from "@/domain/requests/posting-issue";
import { amendMarket } from "@/test/amend-market";
import { issueWords } from "../platform/form/issue-words";
import { checkAgain, checkAmendment } from "./plan-amendment";

const ZONE = "Asia/Shanghai";

const TYPED = {
  "spec.exporterName": "",
  "spec.exporterCountry": "KP",
  "spec.hsLines": "many",
  "spec.freightToBorder": "100",
  "spec.freightToBorderCurrency": "",
  "spec.insuranceToBorder": "5",
  "spec.insuranceToBorderCurrency": "KZT",
};

const FAULTS = [
  "spec.exporterCountry embargoed_country",
  "spec.exporterName required",
  "spec.freightToBorderCurrency currency_missing",
  "spec.hsLines number_malformed",
  "spec.insuranceToBorder insurance_in_price",
  "spec.insuranceToBorderCurrency not_in_goods_currency",
];

const told = (issues: readonly PostingIssue[]) =>
  issues.map((issue) => `${issue.field} ${"schema" in issue ? issueWords(issue.schema).key : issue.code}`).sort();

test("the form of one request tells what cannot be read and what its rules refuse of the rest in one round, changed or asked again", async () => {
  const of = await amendMarket();
  const request = await findRequest(of.database.read, of.requestId);
  assert(request, "the market has its request");
  const now = of.on.clock();
  const values = { ...amendFormOf(request, ZONE), ...TYPED, zone: ZONE };
  const { read } = of.database;
  const checked = await checkAmendment(read, of.actors.buyer, { requestId: of.requestId, values, now });
  expect(checked.ok && "issues" in checked.value ? told(checked.value.issues) : checked).toEqual(FAULTS);
  expect(told((await checkAgain(read, request, { values, now })).issues)).toEqual(FAULTS);
});
