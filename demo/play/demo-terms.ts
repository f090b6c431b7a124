import type { DemoService } from "../plan/market-data";

/** How the demo's own buyer has its bids judged, where it says more than the price; other buyers of the demo take the lowest. */
const TERMS: Readonly<
  Partial<
    Record<
      DemoService,
      {
        readonly criteria?: { readonly kind: string; readonly weight: number; readonly title?: string }[];
        readonly gates?: object[];
      }
    >
  >
> = {
  logistics: {
    criteria: [
      { kind: "price", weight: 60 },
      { kind: "time", weight: 25 },
      { kind: "own", title: "过关排队与替代口岸安排 · Plan for queues at the border", weight: 15 },
    ],
  },
  inspection: {
    gates: [
      { question: "近十二个月内与该工厂无业务往来？ · No business with this factory in twelve months?", mustBe: "yes" },
      { question: "检验员会说哪些语言？ · Which languages does the inspector speak?", mustBe: null },
    ],
  },
};

const ANSWERS = [
  { gate: 0, answer: "yes" },
  { gate: 1, answer: "中文、英文 · Chinese, English" },
];

/** The terms that a request of the demo is posted with beside its times, by whether the demo's own buyer posts it. */
export const demoTerms = (service: DemoService, isOwnBuyer: boolean) => (isOwnBuyer ? (TERMS[service] ?? {}) : {});

/** What a bid answers to the gates of such a request. */
export const demoGateAnswers = (service: DemoService, isOwnBuyer: boolean) =>
  demoTerms(service, isOwnBuyer).gates ? { gateAnswers: ANSWERS } : {};
