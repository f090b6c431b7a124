import { z } from "zod";
import { DECLARATION_SIDES, DECLARATION_STATES } from "../../domain/clearance/declaration";
import { ANSWERERS } from "../../domain/clearance/declaration-task";
import { FILES_PER_SUBJECT_MAX } from "../../domain/files/file-limits";
import { instantField, longText } from "../../domain/services/wire-fields";
import { accept, refuse } from "../../domain/shared/result";
import { answerQuestion } from "../commands/clearance/answer-question";
import { approveDraft } from "../commands/clearance/approve-draft";
import { askQuestion } from "../commands/clearance/ask-question";
import { assessDuties } from "../commands/clearance/assess-duties";
import { RECEIPT_MAX, WORDS_MAX } from "../commands/clearance/deed-fields";
import { assessmentFields, draftFields } from "../commands/clearance/draft-fields";
import { draftDeclaration } from "../commands/clearance/draft-declaration";
import { fileDeclaration } from "../commands/clearance/file-declaration";
import { payDuties } from "../commands/clearance/pay-duties";
import { ACTS, recordAct } from "../commands/clearance/record-act";
import { reviseDeclaration } from "../commands/clearance/revise-declaration";
import { sendBackDraft } from "../commands/clearance/send-back-draft";
import { commandEndpoint, queryEndpoint } from "../platform/api/endpoint-kinds";
import { platform } from "../platform/platform";
import { clearancePage } from "../queries/clearance";
import { declarationShape, writeDeclaration } from "./shapes/order-rooms/clearance";
import { idText, listShape, pathId } from "./shapes/fields";

const ofOrder = z.strictObject({ orderId: pathId });
const ofDeclaration = z.strictObject({ declarationId: pathId });

const receiptShape = z
  .strictObject({ id: idText, orderId: idText, state: z.enum(DECLARATION_STATES), version: z.int() })
  .meta({ id: "DeclarationReceipt" });

const words = longText(WORDS_MAX);
const fileIds = z.array(z.string().max(64)).max(FILES_PER_SUBJECT_MAX, "too_many").optional();
const act = { occurredAt: instantField, fileIds };

const COMMON = ["not_permitted", "wrong_state"];
const STEPS = [...COMMON, "gate_closed", "occurred_in_future", "occurred_out_of_order", "file_unknown"];
const LINES = ["line_not_in_cargo", "line_declared_twice", "hs_code_malformed", "currency_not_of_declaration"];

/** What all deeds on a declaration share. */
const deed = {
  method: "POST",
  scope: "orders:write",
  params: ofDeclaration,
  response: receiptShape,
  takesIfMatch: true,
  status: 200,
  versionOf: (output: { readonly version: number }) => output.version,
} as const;

const line = {
  ...{ line: 1, name: "Static converters, solar inverters 10 kW", hsCode: "8504409000" },
  customsValue: { minor: 740_000_000, currency: "KZT" },
};

export const listDeclarations = queryEndpoint({
  name: "listDeclarations",
  path: "/api/v1/orders/{orderId}/declarations",
  summary:
    "The customs declarations of an order, to its two parties: estimated against assessed, questions, what happened",
  scope: "orders:read",
  params: ofOrder,
  response: listShape(declarationShape),
  async run({ actor, params }) {
    const { database, clock } = platform();
    const page = await clearancePage(database.read, actor, { orderId: params.orderId, now: clock() });
    return page ? accept({ items: page.declarations.map(writeDeclaration), nextCursor: null }) : refuse("not_found");
  },
});

export const postDeclaration = commandEndpoint({
  name: "draftDeclaration",
  method: "POST",
  path: "/api/v1/orders/{orderId}/declarations",
  summary: "The provider drafts the declaration of one side; the buyer approves it before it is filed",
  scope: "orders:write",
  params: ofOrder,
  body: z.strictObject({ side: z.enum(DECLARATION_SIDES), ...draftFields }),
  example: { side: "import", lines: [line], remarks: "" },
  response: receiptShape,
  refusals: [
    ...COMMON,
    ...LINES,
    "order_not_scheduled",
    "order_over",
    "side_not_asked",
    "side_declared",
    "country_needed",
  ],
  command: draftDeclaration,
  toInput: ({ params, body }) => ({ ...body, ...params }),
  versionOf: (output) => output.version,
  status: 201,
});

export const postRevision = commandEndpoint({
  ...deed,
  name: "reviseDeclaration",
  path: "/api/v1/declarations/{declarationId}/revision",
  summary: "The provider changes its draft; an approval falls with it",
  body: z.strictObject(draftFields),
  example: { lines: [line], remarks: "Line 1 by the maker's data sheet" },
  refusals: [...COMMON, ...LINES],
  command: reviseDeclaration,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
});

export const postSendBack = commandEndpoint({
  ...deed,
  name: "sendBackDraft",
  path: "/api/v1/declarations/{declarationId}/send-back",
  summary: "The buyer does not approve the draft, and says what is wrong in it",
  body: z.strictObject({ words }),
  example: { words: "Line 2 is a fan, not a pump" },
  refusals: COMMON,
  command: sendBackDraft,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
});

export const postApprove = commandEndpoint({
  ...deed,
  name: "approveDraft",
  path: "/api/v1/declarations/{declarationId}/approve",
  summary: "The buyer lets the draft be filed as it is; send `If-Match` with the version that was read",
  refusals: [...COMMON, "gate_closed"],
  command: approveDraft,
  toInput: ({ params, version }) => ({ ...params, version }),
});

export const postFiling = commandEndpoint({
  ...deed,
  name: "fileDeclaration",
  path: "/api/v1/declarations/{declarationId}/filing",
  summary: "The customs have registered it, under a number of their country's form",
  body: z.strictObject({ number: z.string().min(1, "required").max(40, "too_long"), ...act }),
  example: { number: "50417/241126/0012345", occurredAt: "2026-11-24T09:00:00Z" },
  refusals: [...STEPS, "declaration_number_malformed", "declaration_number_used"],
  command: fileDeclaration,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
});

export const postCustomsQuestion = commandEndpoint({
  ...deed,
  name: "askCustomsQuestion",
  path: "/api/v1/declarations/{declarationId}/questions",
  summary: "The customs have asked something: who answers it, and by when",
  body: z.strictObject({
    question: words,
    answersBy: z.enum(ANSWERERS),
    answerBy: instantField.optional(),
    ...act,
  }),
  example: {
    ...{ question: "Which power has the inverter?", answersBy: "buyer", answerBy: "2026-11-26T09:00:00Z" },
    occurredAt: "2026-11-24T10:00:00Z",
  },
  refusals: [...STEPS, "answer_before_question"],
  command: askQuestion,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
});

export const postCustomsAnswer = commandEndpoint({
  ...deed,
  name: "answerCustomsQuestion",
  path: "/api/v1/declarations/{declarationId}/answer",
  summary: "Whom the open question names answers it; the provider may for the buyer",
  body: z.strictObject({ answer: words, fileIds }),
  example: { answer: "5 kW, see the data sheet" },
  refusals: [...COMMON, "not_yours_to_answer", "file_unknown"],
  command: answerQuestion,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
});

export const postAssessment = commandEndpoint({
  ...deed,
  name: "assessDuties",
  path: "/api/v1/declarations/{declarationId}/assessment",
  summary: "What the customs charge, line by line; a later assessment takes the place of an earlier one",
  body: z.strictObject({ ...assessmentFields, ...act }),
  example: {
    lines: [
      {
        line: 1,
        duty: { minor: 44_400_000, currency: "KZT" },
        excise: { minor: 0, currency: "KZT" },
        vat: { minor: 125_504_000, currency: "KZT" },
      },
    ],
    fee: { minor: 2_000_000, currency: "KZT" },
    occurredAt: "2026-11-24T12:00:00Z",
  },
  refusals: [...STEPS, "assessment_lines_differ", "currency_not_of_declaration"],
  command: assessDuties,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
});

export const postDutyPayment = commandEndpoint({
  ...deed,
  name: "payDuties",
  path: "/api/v1/declarations/{declarationId}/payment",
  summary: "All that is due has been paid, with the number of the receipt",
  body: z.strictObject({ receipt: z.string().trim().min(1, "required").max(RECEIPT_MAX), ...act }),
  example: { receipt: "P-2026-0077", occurredAt: "2026-11-24T13:00:00Z" },
  refusals: [...STEPS, "nothing_due"],
  command: payDuties,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
});

export const postCustomsAct = commandEndpoint({
  ...deed,
  name: "recordCustomsAct",
  path: "/api/v1/declarations/{declarationId}/acts",
  summary: "The customs have inspected the goods, released them, or refused the declaration",
  body: z.strictObject({
    act: z.enum(ACTS),
    words: z.string().trim().max(WORDS_MAX, "too_long").optional().meta({ description: "Needed for a refusal" }),
    ...act,
  }),
  example: { act: "release", occurredAt: "2026-11-24T15:00:00Z" },
  refusals: [...STEPS, "duties_unpaid", "reason_required"],
  command: recordAct,
  toInput: ({ params, body, version }) => ({ ...body, ...params, version }),
});
