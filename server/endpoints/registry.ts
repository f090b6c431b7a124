import { documentEndpoint } from "../openapi/document-endpoint";
import type { Room } from "../openapi/document";
import { reviseBid } from "../commands/bidding/revise-bid";
import { confirmBid } from "../commands/bidding/stale/confirm-bid";
import { submitBid } from "../commands/bidding/submit-bid";
import { withdrawBid } from "../commands/bidding/withdraw-bid";
import { changeGates } from "../commands/chain/change-gates";
import { stateNeed } from "../commands/chain/state-need";
import { waiveGate } from "../commands/chain/waive-gate";
import { endDelay } from "../commands/delay/end-delay";
import { objectToDelay } from "../commands/delay/object-to-delay";
import { reportDelay } from "../commands/delay/report-delay";
import { withdrawDelay } from "../commands/delay/withdraw-delay";
import { decideDispute } from "../commands/disputes/decide-dispute";
import { escalateDispute } from "../commands/disputes/escalate-dispute";
import { openDispute } from "../commands/disputes/open-dispute";
import { takeOffer } from "../commands/disputes/take-offer";
import { writeEntry } from "../commands/disputes/write-entry";
import { bookRound } from "../commands/inspections/book-round";
import { checkIn } from "../commands/inspections/check-in";
import { checkOut } from "../commands/inspections/check-out";
import { decideGoods } from "../commands/inspections/decide-goods";
import { issueReport } from "../commands/inspections/issue-report";
import { saveResults } from "../commands/inspections/save-results";
import { acceptOrder } from "../commands/orders/accept-order";
import { cancelOrder } from "../commands/orders/cancel-order";
import { endException } from "../commands/orders/end-exception";
import { raiseException } from "../commands/orders/raise-exception";
import { reportMilestone } from "../commands/orders/report-milestone";
import { requestChanges } from "../commands/orders/request-changes";
import { askReroute } from "../commands/reroute/ask-reroute";
import { endReroute } from "../commands/reroute/end-reroute";
import { cancelSlot } from "../commands/slots/cancel-slot";
import { changeDriversOfSlot } from "../commands/slots/change-drivers";
import { changeVehicleOfSlot } from "../commands/slots/change-vehicle";
import { confirmSlot } from "../commands/slots/confirm-slot";
import { markSlot } from "../commands/slots/mark-slot";
import { moveSlot } from "../commands/slots/move-slot";
import { paySlot } from "../commands/slots/pay-slot";
import { rebookSlot } from "../commands/slots/rebook-slot";
import { requestSlot } from "../commands/slots/request-slot";
import { type Endpoint, endpointOf } from "../platform/api/endpoint-kinds";
import { listAmendments } from "./amendments";
import { postDealAward, postRequestAward } from "./award";
import { postAgain, postFallback } from "./fallback";
import { getChain } from "./chain";
import {
  listDeclarations,
  postApprove,
  postAssessment,
  postCustomsAct,
  postCustomsAnswer,
  postCustomsQuestion,
  postDeclaration,
  postDutyPayment,
  postFiling,
  postRevision,
  postSendBack,
} from "./clearance";
import { listCodes } from "./codes";
import { postBidCheck } from "./bid-check";
import { getBid, listBids } from "./bidding";
import { getProvider, listProviders } from "./catalogue";
import { getDeal, listDeals, postDeal } from "./deals";
import {
  getDecision,
  postCure,
  postDisqualify,
  postExtendDecision,
  postJudgeCure,
  postProlong,
  postReject,
} from "./decide";
import { listDisputes, listOrderDisputes } from "./disputes";
import { getDelay } from "./delay";
import { getDocuments, postDocument } from "./documents";
import { getEvents } from "./events";
import { listFieldLinks, postFieldLink, postRevokeFieldLink } from "./field";
import { deleteFile, getFile, getFileContent, postFile } from "./files";
import { getInspection, getReport } from "./inspections";
import { listCounterOffers, postCounterAnswer, postCounterOffer } from "./negotiation";
import { getOrder, listOrders } from "./orders";
import { getHubBoard, postClosure, postHubState, postWithdrawClosure } from "./hub-board";
import { getRequestProof } from "./proof";
import { getPlace } from "./place";
import { listHubs, listPlaces } from "./reference";
import {
  getPayment,
  listCorridors,
  postFreeze,
  postLockConfirmation,
  postRateLock,
  postRecall,
  postReturn,
  postReturnCost,
  postSending,
  postSendingReceipt,
  postUnfreeze,
} from "./remittance";
import {
  getRequest,
  listRequests,
  patchRequest,
  postCancel,
  postClose,
  postOpen,
  postPublish,
  postRequest,
} from "./requests";
import { listQuestions, postAnswer, postQuestion } from "./questions";
import { planRoutes } from "./routes";
import { getRanking, postScores } from "./scores";
import { listSlots } from "./slots";
import { listHsCodes } from "./tariff";
import { getTrafficShare } from "./traffic";

/** The public API, room by room, in the order of its documentation. What is not here has no route, and the other way round: a test says so. */
export const ROOMS: readonly Room[] = [
  {
    room: "hubs",
    endpoints: [
      ...[listPlaces, listHubs, planRoutes, getTrafficShare],
      ...[getHubBoard, postHubState, postClosure, postWithdrawClosure],
    ],
  },
  { room: "tariff", endpoints: [listHsCodes, listCodes] },
  { room: "catalogue", endpoints: [listProviders, getProvider] },
  { room: "deals", endpoints: [postDeal, listDeals, getDeal] },
  { room: "documents", endpoints: [getDocuments, postDocument] },
  {
    room: "requests",
    endpoints: [
      ...[postRequest, listRequests, getRequest, patchRequest, postPublish, postClose, postOpen, postCancel],
      ...[postFallback, postAgain],
      ...[postQuestion, listQuestions, postAnswer, listAmendments, getRequestProof],
    ],
  },
  {
    room: "bidding",
    endpoints: [
      ...[endpointOf(submitBid), postBidCheck, listBids, getBid, endpointOf(reviseBid), endpointOf(confirmBid)],
      ...[endpointOf(withdrawBid), getPlace],
    ],
  },
  { room: "award", endpoints: [getRanking, postScores, postRequestAward, postDealAward] },
  { room: "negotiation", endpoints: [postCounterOffer, listCounterOffers, postCounterAnswer] },
  {
    room: "decide",
    endpoints: [getDecision, postDisqualify, postCure, postJudgeCure, postProlong, postReject, postExtendDecision],
  },
  {
    room: "chain",
    endpoints: [
      ...[getChain, endpointOf(changeGates), endpointOf(waiveGate), endpointOf(stateNeed)],
      ...[endpointOf(askReroute), endpointOf(endReroute)],
    ],
  },
  {
    room: "orders",
    endpoints: [
      ...[listOrders, getOrder, endpointOf(reportMilestone), endpointOf(acceptOrder), endpointOf(requestChanges)],
      ...[endpointOf(cancelOrder), endpointOf(raiseException), endpointOf(endException)],
    ],
  },
  {
    room: "slots",
    endpoints: [
      ...[listSlots, endpointOf(requestSlot), endpointOf(paySlot), endpointOf(confirmSlot), endpointOf(moveSlot)],
      ...[endpointOf(changeDriversOfSlot), endpointOf(changeVehicleOfSlot), endpointOf(markSlot)],
      ...[endpointOf(cancelSlot), endpointOf(rebookSlot)],
    ],
  },
  {
    room: "delay",
    endpoints: [
      ...[getDelay, endpointOf(reportDelay), endpointOf(endDelay), endpointOf(objectToDelay)],
      endpointOf(withdrawDelay),
    ],
  },
  {
    room: "disputes",
    endpoints: [
      ...[listOrderDisputes, endpointOf(openDispute), endpointOf(writeEntry), endpointOf(takeOffer)],
      ...[endpointOf(escalateDispute), listDisputes, endpointOf(decideDispute)],
    ],
  },
  {
    room: "inspections",
    endpoints: [
      ...[getInspection, endpointOf(bookRound), endpointOf(checkIn), endpointOf(saveResults), endpointOf(checkOut)],
      ...[getReport, endpointOf(issueReport), endpointOf(decideGoods)],
    ],
  },
  {
    room: "clearance",
    endpoints: [
      ...[listDeclarations, postDeclaration, postRevision, postSendBack, postApprove, postFiling, postCustomsQuestion],
      ...[postCustomsAnswer, postAssessment, postDutyPayment, postCustomsAct],
    ],
  },
  {
    room: "remittance",
    endpoints: [
      ...[getPayment, postRateLock, postLockConfirmation, postSending, postSendingReceipt],
      ...[postReturn, postReturnCost, postFreeze, postUnfreeze, postRecall, listCorridors],
    ],
  },
  { room: "field", endpoints: [listFieldLinks, postFieldLink, postRevokeFieldLink] },
  { room: "files", endpoints: [postFile, getFile, getFileContent, deleteFile] },
  { room: "notices", endpoints: [getEvents] },
];

/** The document of all of them. */
export const getDocument = documentEndpoint(ROOMS);

export const ENDPOINTS: readonly Endpoint[] = [...ROOMS.flatMap(({ endpoints }) => endpoints), getDocument];
