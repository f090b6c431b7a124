import { describe, expect, test } from "vitest";
import {
  type Action,
  type Actor,
  may,
  mayEver,
  MEMBER_ROLES,
  POLICY,
  type Role,
  type Scope,
  SCOPES,
  SCOPES_OF_ROLE,
  scopesBeyond,
  type Subject,
} from "./policy";

const actorOf = (facts: Partial<Actor>): Actor =>
  ({
    kind: "user",
    userId: "u",
    organisationId: null,
    role: null,
    scopes: null,
    apiKeyId: null,
    link: null,
    ...facts,
  }) as Actor;
const member = (role: Role) => actorOf({ organisationId: "own", role });

// o owner, m manager, q quoter, p operations, f finance, v viewer, a administrator, n a person without organisation,
// x nobody signed in, s the system, l a driver who came by a link of the order that is bought and provided here.
const WHO: Readonly<Record<string, Actor>> = {
  o: member("owner"),
  m: member("manager"),
  q: member("quoter"),
  p: member("operations"),
  f: member("finance"),
  v: member("viewer"),
  a: member("administrator"),
  n: actorOf({}),
  x: actorOf({ kind: "anonymous", userId: null }),
  s: actorOf({ kind: "system", userId: null }),
  l: actorOf({
    kind: "link",
    userId: null,
    organisationId: "own",
    link: { id: "l", orderId: "here", role: "driver" },
  }),
};

const RELATIONS: Readonly<Record<"buyer" | "provider" | "own" | "stranger", Subject>> = {
  buyer: {
    orderId: "here",
    buyerOrganisationId: "own",
    providerOrganisationId: "other",
    organisationIds: ["own", "other"],
  },
  provider: {
    orderId: "here",
    buyerOrganisationId: "other",
    providerOrganisationId: "own",
    organisationIds: ["own", "other"],
  },
  own: { orderId: "here", organisationIds: ["own"] },
  stranger: {
    orderId: "there",
    buyerOrganisationId: "other",
    providerOrganisationId: "another",
    organisationIds: ["other", "another"],
  },
};

/** Who may do the action where their organisation buys, provides, owns the thing alone, or has nothing to do with it. */
const TRUTH: Readonly<Record<Action, readonly [buyer: string, provider: string, own: string, stranger: string]>> = {
  "account.enter": ["omqpfvanx", "omqpfvanx", "omqpfvanx", "omqpfvanx"],
  "account.change": ["omqpfvan", "omqpfvan", "omqpfvan", "omqpfvan"],
  "list.arrange": ["omqpfvan", "omqpfvan", "omqpfvan", "omqpfvan"],
  "organisation.create": ["omqpfvan", "omqpfvan", "omqpfvan", "omqpfvan"],
  "organisation.read": ["omqpfva", "omqpfva", "omqpfva", ""],
  "organisation.change": ["oma", "oma", "oma", ""],
  "organisation.switch": ["omqpfvan", "omqpfvan", "omqpfvan", "omqpfvan"],
  "members.change": ["oa", "oa", "oa", ""],
  "members.leave": ["omqpfva", "omqpfva", "omqpfva", ""],
  "api_keys.read": ["oma", "oma", "oma", ""],
  "api_keys.change": ["oma", "oma", "oma", ""],
  "listing.change": ["om", "om", "om", ""],
  "shortlist.change": ["omp", "omp", "omp", "omp"],
  "deal.create": ["omp", "omp", "omp", "omp"],
  "deal.read": ["omqpfv", "omqpfv", "omqpfv", ""],
  "deal.change": ["omp", "", "", ""],
  "draft.change": ["omp", "omp", "omp", ""],
  "request.create": ["omp", "", "", ""],
  "request.change": ["omp", "", "", ""],
  "request.open": ["om", "", "", ""],
  "request.award": ["om", "", "", ""],
  "request.decide": ["om", "", "", ""],
  "bid.score": ["omp", "", "", ""],
  "question.ask": ["omq", "omq", "omq", "omq"],
  "question.answer": ["omp", "", "", ""],
  "bid.submit": ["omq", "omq", "omq", "omq"],
  "bid.change": ["", "omq", "", ""],
  "bid_draft.change": ["", "omq", "", ""],
  "request.pass": ["omq", "omq", "omq", "omq"],
  "bid.read_own": ["", "omqpfv", "", ""],
  "bids.read_of_request": ["omqpfv", "", "", ""],
  "counter_offer.answer": ["omq", "omq", "omq", ""],
  "order.read": ["omqpfv", "omqpfv", "omqpfv", ""],
  "order.report": ["", "omp", "", ""],
  "order.accept": ["omp", "", "", ""],
  "order.cancel": ["omp", "", "", ""],
  "order.pack": ["omp", "omp", "omp", ""],
  "inspection.decide": ["omp", "", "", ""],
  "inspection.waive": ["om", "", "", ""],
  "dispute.write": ["omp", "omp", "omp", ""],
  "thread.read": ["omqpfv", "omqpfv", "omqpfv", ""],
  "thread.write": ["omqp", "omqp", "omqp", ""],
  "disputes.review": ["a", "a", "a", "a"],
  "disputes.decide": ["a", "a", "a", "a"],
  "order.except": ["omp", "omp", "omp", ""],
  "slot.change": ["omp", "omp", "omp", ""],
  "delay.report": ["omp", "omp", "omp", ""],
  "declaration.change": ["", "omp", "", ""],
  "declaration.approve": ["omp", "", "", ""],
  "declaration.answer": ["omp", "omp", "omp", ""],
  "payment.record": ["", "omp", "", ""],
  "payment.confirm": ["omp", "", "", ""],
  "chain.change": ["omp", "", "", ""],
  "chain.waive": ["om", "", "", ""],
  "chain.state": ["omp", "", "", ""],
  "route.pay": ["om", "", "", ""],
  "return_cost.bear": ["om", "om", "om", ""],
  "route.change": ["omp", "omp", "omp", ""],
  "field_link.change": ["omp", "omp", "omp", ""],
  "field.report": ["l", "l", "l", ""],
  "document.read": ["omqpfv", "omqpfv", "omqpfv", ""],
  "document.enter": ["omp", "omp", "omp", ""],
  "document.change": ["omp", "omp", "omp", ""],
  "file.keep": ["omqp", "omqp", "omqp", "omqp"],
  "file.add_to_request": ["omp", "", "", ""],
  "file.add_to_bid": ["omq", "omq", "omq", "omq"],
  "file.add_to_order": ["omp", "omp", "omp", ""],
  "file.read": ["omqpfv", "omqpfv", "omqpfv", "omqpfv"],
  "file.review": ["a", "a", "a", "a"],
  "text.translate": ["omqpfva", "omqpfva", "omqpfva", "omqpfva"],
  "notices.read": ["omqpfvan", "omqpfvan", "omqpfvan", "omqpfvan"],
  "proof.read": ["omqpfvan", "omqpfvan", "omqpfvan", "omqpfvan"],
  "events.read": ["omqpfva", "omqpfva", "omqpfva", "omqpfva"],
  "traffic.read": ["a", "a", "a", "a"],
  "rates.change": ["a", "a", "a", "a"],
  "board.change": ["a", "a", "a", "a"],
  "duties.change": ["a", "a", "a", "a"],
  "rules.change": ["a", "a", "a", "a"],
  "site.change": ["a", "a", "a", "a"],
  "organisations.review": ["a", "a", "a", "a"],
  "organisations.check": ["a", "a", "a", "a"],
  "organisations.suspend": ["a", "a", "a", "a"],
  "requests.review": ["a", "a", "a", "a"],
  "decisions.review": ["a", "a", "a", "a"],
  "inspections.review": ["a", "a", "a", "a"],
  "audit.read": ["a", "a", "a", "a"],
  "deliveries.repair": ["a", "a", "a", "a"],
  "mailbox.read": ["a", "a", "a", "a"],
  "market.tick": ["s", "s", "s", "s"],
  "platform.found": ["s", "s", "s", "s"],
  "tariff.import": ["s", "s", "s", "s"],
};

test("every action stands in the truth table, and nothing else does", () => {
  expect(Object.keys(TRUTH).sort()).toEqual(Object.keys(POLICY).sort());
});

describe.each(Object.entries(TRUTH) as [Action, readonly string[]][])("%s", (action, cells) => {
  test.each(
    Object.entries(RELATIONS).map(([relation, subject], at) => [relation, cells[at] as string, subject] as const),
  )("as %s: allowed to %j alone", (_relation, allowed, subject) => {
    const found = Object.entries(WHO).filter(([, actor]) => may(actor, action, subject));
    expect(found.map(([letter]) => letter).join("")).toBe(allowed);
  });
});

test("an action about somebody's thing is denied where the thing is not named", () => {
  for (const action of ["deal.read", "deal.change", "bid.change", "order.read", "members.change"] as const) {
    expect(may(member("owner"), action)).toBe(false);
  }
});

const key = (role: Role, scopes: readonly Scope[]) =>
  actorOf({ kind: "api_key", organisationId: "own", role, scopes: new Set(scopes), apiKeyId: "k" });

const scopeOf = (action: Action): Scope | null => POLICY[action].scope;

describe.each([...MEMBER_ROLES, "administrator"] as const)("a key made by a person of role %s", (role) => {
  const actions = Object.keys(POLICY) as Action[];

  test("does nothing that its maker may not", () => {
    const all = key(role, SCOPES);
    const beyond = actions.filter((action) => mayEver(all, action) && !mayEver(member(role), action));
    expect(beyond).toEqual([]);
  });

  test("does nothing outside its scopes, and nothing that needs a person", () => {
    for (const scope of SCOPES) {
      const done = actions.filter((action) => mayEver(key(role, [scope]), action) && action !== "account.enter");
      expect(done.map(scopeOf)).toEqual(done.map(() => scope));
    }
  });

  // An administrator reads the market by the same scopes as its members, but for no action of theirs.
  const isJudged = (scope: Scope) => role !== "administrator" || scope.startsWith("admin:");

  test("is offered each scope that its maker's actions need, and no other scope of an action", () => {
    const needed = new Set(actions.filter((action) => mayEver(member(role), action)).map(scopeOf));
    const ofActions = new Set(actions.map(scopeOf));
    const judged = SCOPES.filter((scope) => ofActions.has(scope) && isJudged(scope));
    expect(judged.filter((scope) => SCOPES_OF_ROLE[role].includes(scope))).toEqual(
      judged.filter((scope) => needed.has(scope)),
    );
  });

  test("cannot be given a scope beyond the role", () => {
    const beyond = SCOPES.filter((scope) => !SCOPES_OF_ROLE[role].includes(scope));
    expect(scopesBeyond(role, SCOPES)).toEqual(beyond);
    expect(beyond.length).toBeGreaterThan(0);
  });
});
