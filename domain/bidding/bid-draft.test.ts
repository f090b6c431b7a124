import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHARGE_LINES_MAX } from "../services/charge";
import { kindOf } from "../services/registry";
import { BID_STATES, SERVICES } from "../shared/vocabulary";
import type { FormValues } from "../shared/form-state";
import { QUOTE_NUMBER_MAX, REMARKS_MAX } from "./bid-form-limits";
import {
  BID_DRAFT_BYTES,
  bidDraftFields,
  bidDraftFieldsSchema,
  bidDraftKeptUntil,
  draftCounts,
  isWhatWasSent,
  mayDraft,
  mayReplace,
} from "./bid-draft";
import { REQUEST_STATES } from "../requests/request";
import { DAY_MS, instant } from "../shared/time";
import { BIDDER, openUntil } from "@/test/open-request";

const wide = (letters: number) => "税".repeat(letters);

/** The names of a kind's terms as its form has them, lists with all their rows. */
const termNames = (service: (typeof SERVICES)[number]) =>
  kindOf(service).termsForm.flatMap((field) =>
    field.as === "rows"
      ? Array.from({ length: field.rowsMax }, (_, row) =>
          field.rowFields.map((part) => `terms.${field.name}[${row}].${part.name}`),
        ).flat()
      : [`terms.${field.name}`, ...(field.as === "money" ? [`terms.${field.currencyName}`] : [])],
  );

const fullest = (service: (typeof SERVICES)[number]): FormValues => ({
  currency: "CNY",
  zone: "America/Argentina/ComodRivadavia",
  "transitDays.min": "365",
  "transitDays.max": "365",
  startDate: "2026-12-01",
  validUntil: "2026-12-31T18:00",
  quoteNumber: wide(QUOTE_NUMBER_MAX),
  exclusions: ["CRT", "DTY"],
  remarks: wide(REMARKS_MAX),
  ...Object.fromEntries(termNames(service).map((name) => [name, wide(60)])),
  ...Object.fromEntries(
    Array.from({ length: CHARGE_LINES_MAX }, (_, line) =>
      ["code", "basis", "price", "minimum"].map((part) => [`charges[${line}].${part}`, "123456789012"]),
    ).flat(),
  ),
  ...Object.fromEntries(Array.from({ length: CHARGE_LINES_MAX }, (_, line) => [`charges[${line}].note`, wide(200)])),
});

test.each(SERVICES)("the fullest form of %s is kept whole, every field of its terms too", (service) => {
  const fields = fullest(service);
  expect(bidDraftFields(fields)).toEqual(fields);
  expect(bidDraftFieldsSchema.safeParse(fields).success).toBe(true);
});

test("whatever is typed is kept as it was typed, and a form's ids, keys and buttons are not", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: "grapheme" }), (typed) => {
      fc.pre(!typed.includes("\0"));
      const fields = { currency: typed, "charges[0].price": typed, remarks: typed, "terms.tracking": typed };
      const sent = {
        ...fields,
        requestId: "r",
        bidId: "b",
        ifVersion: "1",
        intent: "x",
        draftMark: "m",
        draftWindow: "w",
      };
      expect(bidDraftFieldsSchema.parse(bidDraftFields(sent))).toEqual(fields);
    }),
  );
});

test("what is beyond the one size of drafts is refused, and not cut off", () => {
  const fits = bidDraftFieldsSchema.safeParse({ remarks: "x".repeat(BID_DRAFT_BYTES - 600) });
  const tooMuch = bidDraftFieldsSchema.safeParse({ remarks: wide(BID_DRAFT_BYTES / 3) });
  expect([fits.success, tooMuch.error?.issues[0]?.message]).toEqual([true, "draft_too_large"]);
});

test("a draft is told by its lines and its other fields", () => {
  const fields = {
    zone: "Asia/Almaty",
    "charges[0].code": "EXD",
    "charges[0].price": "1",
    "charges[2].price": "x",
    remarks: "r",
  };
  expect(draftCounts(fields)).toEqual({ lines: 2, others: 1 });
});

const CLOSES = instant(1_000);
const request = openUntil(CLOSES);
const codeOf = (result: ReturnType<typeof mayDraft>) => (result.ok ? "yes" : result.refusal.code);

describe("a draft may be written", () => {
  test.each(REQUEST_STATES)("of a request that is %s only while bids are taken", (state) => {
    const answer = codeOf(mayDraft(request({ state }), BIDDER, null, instant(999)));
    expect(answer).toBe(state === "open" ? "yes" : "draft_too_late");
  });

  test("to the last millisecond before the close, and not at it", () => {
    expect(codeOf(mayDraft(request(), BIDDER, null, instant(999)))).toBe("yes");
    expect(codeOf(mayDraft(request(), BIDDER, null, CLOSES))).toBe("draft_too_late");
  });

  test.each([null, ...BID_STATES])("beside a bid that is %s only where a version could still be sent", (state) => {
    const isFree = state === null || state === "submitted" || state === "stale";
    expect(codeOf(mayDraft(request(), BIDDER, state, instant(1)))).toBe(isFree ? "yes" : "bid_ended");
  });

  test.each([
    ["the buyer itself", { organisationId: "buyer" }, {}, "own_request"],
    ["who does not offer the service", { isListed: false }, {}, "no_listing"],
    ["who is not invited", {}, { visibility: "invited" }, "not_invited"],
    ["who is invited", { isInvited: true }, { visibility: "invited" }, "yes"],
  ] as const)("by those who may bid: %s", (_, who, asked, expected) => {
    expect(codeOf(mayDraft(request(asked), { ...BIDDER, ...who }, null, instant(1)))).toBe(expected);
  });
});

const name = fc.constantFrom("a", "b", "c");
const seen = fc.record({ mark: name, window: name });

describe("of two windows", () => {
  test("the one that saved last, or was drawn from the last save, may save; any other is told", () => {
    fc.assert(
      fc.property(seen, seen, (kept, sent) => {
        const isOwn = kept.window === sent.window || kept.mark === sent.mark;
        expect(mayReplace(kept, sent)).toMatchObject(isOwn ? { ok: true } : { refusal: { code: "draft_changed" } });
        expect(isWhatWasSent(kept, sent)).toBe(isOwn);
      }),
    );
  });

  test("one that was drawn from a draft is told where that is gone, and one that had none begins it", () => {
    expect(mayReplace(null, { mark: "a", window: "w" })).toMatchObject({ refusal: { code: "draft_gone" } });
    expect(mayReplace(null, { mark: "", window: "w" }).ok).toBe(true);
  });
});

test("a draft is kept ninety days beyond the close of its request", () => {
  expect(bidDraftKeptUntil(CLOSES)).toBe(1_000 + 90 * DAY_MS);
});
