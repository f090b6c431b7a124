import { z } from "zod";
import { FIELD_ROLES } from "@/domain/access/field-role";
import type { FileKind } from "@/domain/files/file-kind";
import { MODES } from "@/domain/hubs/place";
import type { KeptEvidence } from "@/domain/orders/evidence";
import { positionSchema } from "@/domain/orders/evidence-schema";
import { missingOf } from "@/domain/orders/expected-evidence";
import { LATE_REASONS } from "@/domain/services/work-reasons";
import { DECLARED_IN } from "@/domain/orders/document-numbers";
import { ORDER_STATES } from "@/domain/shared/states";
import { EVIDENCE_KINDS } from "@/domain/services/evidence";
import { DISPUTED_SUMS, type PaidTaxes, type SumDue } from "@/domain/orders/dispute-ruling";
import type { OrderPage, OrderRow } from "@/domain/orders/order-view";
import { SERVICES } from "@/domain/shared/service";
import type { LateStep } from "@/domain/orders/late-step";
import { HOUR_MS, toIso } from "@/domain/shared/instant";
import { toWireMoney, wireMoneySchema } from "@/domain/shared/money-schema";
import { charge, commercialTerms } from "@/views/bids";
import { chargesOf, saidCommercialTerms } from "../bidding/queries/charges";
import { exchangeRate } from "@/views/duties";
import { dayText, daysShape, idText, isoOrNull, moneyShape, partyShape, timeText } from "../platform/api/fields";
import { way } from "@/views/ways";
import { shownWay } from "../hubs/shown-way";

export const lateStepShape = z
  .strictObject({
    step: z.string().meta({ example: "picked_up" }),
    dueAt: timeText,
    occurredAt: timeText.nullable().meta({ description: "Null while it has not been reported" }),
    hours: z.int().meta({ description: "By how many full hours, up to now while it has not been reported" }),
    reason: z.enum(LATE_REASONS).nullable().meta({ description: "As the provider gave it; null where it gave none" }),
    words: z.string().nullable(),
  })
  .meta({ id: "LateStep" });

export const writeLateStep = ({ code, dueAt, occurredAt, lateMs, reason, words }: LateStep) => ({
  ...{ step: code, dueAt: toIso(dueAt), occurredAt: isoOrNull(occurredAt) },
  ...{ hours: Math.floor(lateMs / HOUR_MS), reason, words },
});

const row = {
  id: idText,
  reference: z.string().meta({ example: "KO-2611-7F3K2Q" }),
  service: z.enum(SERVICES),
  state: z.enum(ORDER_STATES),
  title: z.string(),
  side: z.enum(["buyer", "provider"]).meta({ description: "Which one your organisation is" }),
  buyer: partyShape,
  provider: partyShape,
  hubId: z.string(),
  isBorderHub: z.boolean(),
  originId: z.string(),
  destinationId: z.string(),
  mode: z.enum(MODES),
  price: moneyShape,
  contractedAt: timeText,
  late: lateStepShape.nullable().meta({
    description:
      "The step that the provider is late with now, else the last one reported where that was late; null where the order is over or goes as was promised",
  }),
};

export const orderRowShape = z.strictObject(row).meta({ id: "OrderRow" });

const placeShape = z.strictObject({ latE6: z.int(), lonE6: z.int() });

const evidenceShape = z
  .strictObject({
    seals: z.array(z.string()).optional(),
    containerNumber: z.string().optional(),
    wagonNumber: z.string().optional(),
    airWaybill: z.string().optional(),
    cmrNumber: z.string().optional(),
    roadWaybill: z.string().optional(),
    smgsNumber: z.string().optional(),
    tirCarnet: z.string().optional(),
    declarations: z.array(z.strictObject({ country: z.enum(DECLARED_IN), number: z.string() })).optional(),
    tractorPlate: z.string().optional(),
    trailerPlate: z.string().optional(),
    grossWeightGrams: z.int().optional(),
    position: positionSchema
      .nullable()
      .optional()
      .meta({ description: "Null where whoever reported did not want to say where they were" }),
    photos: z
      .array(
        z.strictObject({
          fileId: idText,
          originalSha256: z.string().meta({ description: "Of the picture as the camera made it" }),
          takenAt: timeText.nullable(),
          takenPosition: placeShape.nullable(),
        }),
      )
      .optional(),
    field: z
      .strictObject({
        linkId: idText,
        role: z.enum(FIELD_ROLES),
        person: z.string(),
        clockDriftMs: z.int().meta({ description: "How far the phone's clock was ahead when it sent" }),
      })
      .optional()
      .meta({ description: "Where it came by a field link" }),
    papersReason: z.string().optional().meta({ description: "Why papers were complete although some were missing" }),
    passedReason: z.string().optional().meta({ description: "Why steps before it did not occur" }),
    late: z
      .strictObject({
        dueAt: timeText,
        reason: z
          .enum(LATE_REASONS)
          .nullable()
          .meta({ description: "Null where nobody could be asked, as of a phone in the field" }),
        words: z.string().nullable(),
      })
      .optional()
      .meta({
        description: "Of a step that was done after it was due: by when it was to be done, and why it came later",
      }),
    funds: z
      .strictObject({
        receipts: z.array(
          z.strictObject({
            amount: wireMoneySchema,
            valueDate: z.string(),
            remitter: z.string(),
            thirdPartyReason: z
              .string()
              .nullable()
              .meta({ description: "Where somebody else than the buyer has paid, or a payee itself" }),
            isPayee: z
              .literal(true)
              .optional()
              .meta({ description: "Where the payee of a collection itself has paid" }),
          }),
        ),
        difference: wireMoneySchema
          .nullable()
          .meta({ description: "Below zero what is still missing of the amount, above zero what is too much" }),
      })
      .optional()
      .meta({ description: "What came in from the payer; the step waits until nothing is missing" }),
    registered: z
      .array(z.strictObject({ country: z.string(), number: z.string() }))
      .optional()
      .meta({ description: "Of a step that a declaration has taken: the numbers that the customs have given" }),
  })
  .meta({ id: "Evidence" });

/** Evidence as it travels: times as text, all else as it is kept. */
export const writeEvidence = ({ photos, declarations, registered, seals, late, funds, ...rest }: KeptEvidence) => ({
  ...rest,
  ...(late && { late: { ...late, dueAt: toIso(late.dueAt) } }),
  ...(funds && { funds: { ...funds, receipts: [...funds.receipts] } }),
  ...(seals && { seals: [...seals] }),
  ...(declarations && { declarations: [...declarations] }),
  ...(registered && { registered: [...registered] }),
  ...(photos && { photos: photos.map((photo) => ({ ...photo, takenAt: isoOrNull(photo.takenAt) })) }),
});

const milestoneShape = z.strictObject({
  code: z.string(),
  isDelivery: z.boolean(),
  occurredAt: timeText.nullable(),
  reportedAt: timeText.nullable(),
  note: z.string().nullable(),
  earliestAt: timeText.nullable().meta({
    description:
      "Where it was reported as happening sooner than it can have: the time before which it cannot. It counts for no figure",
  }),
  earlyReason: z.string().nullable().meta({ description: "Why it happened so early all the same" }),
  evidence: evidenceShape.nullable().meta({ description: "What was said beside it" }),
  missingEvidence: z
    .array(z.enum(EVIDENCE_KINDS))
    .meta({ description: "What the step is expected to bring and has not; nothing while it has not happened" }),
  fileIds: z.array(idText).meta({ description: "What was put to it: `GET /api/v1/files/{fileId}`" }),
});

const paidTaxesShape = z
  .strictObject({
    estimated: moneyShape.meta({ description: "Duty, tax and fees that the contract price holds" }),
    paid: z
      .array(moneyShape)
      .meta({ description: "By the receipts, in the currencies in which the customs were paid" }),
    converted: moneyShape
      .nullable()
      .meta({ description: "In the currency of the contract; null where a rate is missing" }),
    rates: z.array(exchangeRate),
    day: dayText.meta({ description: "Of the contract, whose rates hold" }),
    paidBy: z.enum(["buyer", "provider"]).meta({
      description:
        "The buyer from its own account with the customs, which it owes the provider nothing for; or the provider",
    }),
  })
  .meta({ id: "PaidTaxes" });

export const orderShape = z
  .strictObject({
    ...row,
    dealId: idText,
    requestId: idText,
    grossWeightGrams: z.int(),
    charges: z.array(charge),
    alternative: z
      .string()
      .nullable()
      .meta({ description: "What the bidder called the alternative that was awarded; null for its main offer" }),
    packageDiscount: z
      .strictObject({ services: z.array(z.enum(SERVICES)), discountBps: z.int(), amount: moneyShape })
      .nullable()
      .meta({ description: "Taken off the sum of the charges: the bids of one award reached this package together" }),
    agreedExtras: z
      .array(z.strictObject({ hubId: idText, amount: moneyShape, agreedAt: timeText }))
      .meta({ description: "What the buyer pays on top of `price` for going through another hub, as both agreed" }),
    visitCharges: z.array(z.strictObject({ round: z.int(), amount: moneyShape, checkedInAt: timeText })).meta({
      description:
        "What re-inspections cost the buyer on top of `price`, at the bid's price for one and from the arrival of the inspector on",
    }),
    rulings: z
      .array(
        z.strictObject({
          ...{ disputeId: idText, at: timeText, isAgreed: z.boolean() },
          about: z.enum(DISPUTED_SUMS),
          ...{ inDispute: moneyShape, shareBps: z.int(), toProvider: moneyShape, toBuyer: moneyShape },
        }),
      )
      .meta({ description: "The last ruling or agreement about the contract price and about the waiting charge" }),
    sumDue: z
      .strictObject({
        ...{ contract: moneyShape, extras: moneyShape, reinspections: moneyShape },
        ...{ waiting: moneyShape, openWaiting: moneyShape, total: moneyShape },
        taxes: paidTaxesShape.nullable(),
      })
      .meta({
        description:
          "What the buyer owes as of now: the contract price, what was agreed on top, the re-inspections that were made and the waiting charge, less what rulings leave to the buyer; of a clearance whose taxes are paid with what the provider paid in place of what the contract price estimates. `openWaiting` is what no ruling has settled of the waiting charge",
      }),
    ...commercialTerms,
    transitDays: daysShape.nullable().meta({
      description:
        "As the bid promised; of customs they run from complete papers, with the goods before the customs where the deal has a logistics order",
    }),
    milestones: z.array(milestoneShape).meta({ description: "In the order of reporting" }),
    witnesses: z
      .array(
        z.strictObject({
          code: z.string(),
          occurredAt: timeText,
          receivedAt: timeText,
          note: z.string().nullable(),
          evidence: evidenceShape,
          isReopened: z.boolean().meta({ description: "What the step had been told with before it was reopened" }),
          reporterName: z.string().nullable().meta({ description: "Who told it by an account" }),
        }),
      )
      .meta({
        description: "What has been told beside the steps' own reports, by field links and before a step was reopened",
      }),
    changeRequests: z
      .array(z.strictObject({ round: z.int(), words: z.string(), requestedAt: timeText, requesterName: z.string() }))
      .meta({ description: "Deliveries that the buyer did not take: what is to be changed, the first first" }),
    way,
    deliveredAt: timeText.nullable(),
    acceptedAt: timeText.nullable(),
    autoAcceptAt: timeText.nullable().meta({ description: "When acceptance follows by itself" }),
    completedAt: timeText.nullable(),
    cancelledAt: timeText.nullable(),
    cancelReason: z.string().nullable(),
    contacts: z
      .array(z.strictObject({ name: z.string(), email: z.string() }))
      .meta({ description: "Of the other party" }),
    version: z.int(),
  })
  .meta({ id: "Order" });

export const writeOrderRow = (order: OrderRow) => ({
  id: order.id,
  reference: order.reference,
  service: order.service,
  state: order.state,
  title: order.title,
  side: order.side,
  buyer: order.buyer,
  provider: order.provider,
  hubId: order.hub.id,
  isBorderHub: order.hub.isBorderHub,
  originId: order.origin.id,
  destinationId: order.destination.id,
  mode: order.mode,
  price: toWireMoney(order.price),
  contractedAt: toIso(order.contractedAt),
  late: order.late && writeLateStep(order.late),
});

const writePaidTaxes = ({ estimated, paid, converted, rates, day, paidBy }: PaidTaxes) => ({
  ...{ estimated: toWireMoney(estimated), paid: paid.map(toWireMoney) },
  ...{ converted: converted && toWireMoney(converted), rates, day, paidBy },
});

const writeSumDue = ({ contract, extras, reinspections, waiting, openWaiting, total, taxes }: SumDue) => ({
  ...{ contract: toWireMoney(contract), extras: toWireMoney(extras), reinspections: toWireMoney(reinspections) },
  ...{ waiting: toWireMoney(waiting), openWaiting: toWireMoney(openWaiting), total: toWireMoney(total) },
  taxes: taxes && writePaidTaxes(taxes),
});

type PutFile = { readonly id: string; readonly milestoneCode: string | null; readonly kind: FileKind };

export const writeOrder = (order: OrderPage, files: readonly PutFile[]) => ({
  ...writeOrderRow(order),
  dealId: order.dealId,
  requestId: order.requestId,
  grossWeightGrams: order.grossWeightGrams,
  charges: chargesOf({ lines: order.lines, currency: order.price.currency }),
  alternative: order.alternativeTitle,
  packageDiscount: order.packageDiscount && {
    services: [...order.packageDiscount.services],
    discountBps: order.packageDiscount.discountBps,
    amount: { minor: Number(order.packageDiscount.amountMinor), currency: order.price.currency },
  },
  agreedExtras: order.agreedExtras.map(({ to, amount, agreedAt }) => ({
    ...{ hubId: to.id, amount: toWireMoney(amount), agreedAt: toIso(agreedAt) },
  })),
  visitCharges: order.visitCharges.map(({ visit, amount, checkedInAt }) => ({
    ...{ round: visit, amount: toWireMoney(amount), checkedInAt: toIso(checkedInAt) },
  })),
  rulings: order.sumDue.rulings.map(({ at, inDispute, toProvider, toBuyer, ...ruling }) => ({
    ...ruling,
    ...{ at: toIso(at), inDispute: toWireMoney(inDispute) },
    ...{ toProvider: toWireMoney(toProvider), toBuyer: toWireMoney(toBuyer) },
  })),
  sumDue: writeSumDue(order.sumDue),
  ...saidCommercialTerms(order.beside),
  transitDays: order.promisedDays,
  milestones: order.milestones.map((milestone) => ({
    code: milestone.code,
    isDelivery: milestone.isDelivery === true,
    occurredAt: isoOrNull(milestone.occurredAt),
    reportedAt: isoOrNull(milestone.reportedAt),
    note: milestone.note,
    earliestAt: isoOrNull(milestone.earliestAt),
    earlyReason: milestone.earlyReason,
    evidence: milestone.evidence && writeEvidence(milestone.evidence),
    missingEvidence: missingOf(order, milestone, files),
    fileIds: files.filter(({ milestoneCode }) => milestoneCode === milestone.code).map(({ id }) => id),
  })),
  changeRequests: order.changeRequests.map(({ requestedAt, ...request }) => ({
    ...request,
    requestedAt: toIso(requestedAt),
  })),
  witnesses: order.witnesses.map(({ code, occurredAt, receivedAt, note, evidence, isReopened, reporterName }) => ({
    code,
    isReopened,
    reporterName,
    occurredAt: toIso(occurredAt),
    receivedAt: toIso(receivedAt),
    note,
    evidence: writeEvidence(evidence),
  })),
  way: shownWay(order.way),
  deliveredAt: isoOrNull(order.deliveredAt),
  acceptedAt: isoOrNull(order.acceptedAt),
  autoAcceptAt: isoOrNull(order.autoAcceptAt),
  completedAt: isoOrNull(order.completedAt),
  cancelledAt: isoOrNull(order.cancelledAt),
  cancelReason: order.cancelReason,
  contacts: [...order.contacts],
  version: order.version,
});
