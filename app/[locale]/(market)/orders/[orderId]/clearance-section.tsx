import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { TransitionForm } from "@/components/clearance/transition-form";
import { TRANSITION_FIELDS, type TransitionKind } from "@/components/clearance/transition-kind";
import { GoodsList } from "@/components/clearance/declaration-tables";
import { LinesForm } from "@/components/clearance/lines-form";
import { AsMarkup } from "@/components/ui/written/as-markup";
import { zoneName } from "@/components/ui/time/format-time";
import { declarationFormat } from "@/domain/clearance/declaration-number";
import type { Declaration, DeclaredGoods, OrderDeclarations, SuggestedDeclaration } from "@/views/declarations";
import type { ShownFile } from "@/domain/files/file";
import { COUNTRIES } from "@/domain/services/country";
import type { FormAction } from "@/domain/shared/form-state";
import { QUANTITY_PLACES, writeScaled } from "@/domain/shared/parse-scaled";
import { DUTY_UNITS } from "@/domain/tariff/duty-rate";
import { wallClock } from "@/domain/shared/zones";
import { CURRENCIES, toDecimal } from "@/domain/shared/money";
import { pageReader } from "@/server/platform/page-reader";
import { newId, platform } from "@/server/platform/platform";
import {
  actAction,
  answerAction,
  approveAction,
  askAction,
  assessAction,
  draftAction,
  fileAction,
  payAction,
  reviseAction,
  sendBackAction,
} from "./clearance-actions";
import { ClearanceStart } from "@/components/clearance/clearance-start";
import { DeclarationPanel, sentBackWords } from "@/components/clearance/declaration-panel";
import type { LineState } from "@/domain/shared/vocabulary";
import { clearancePage } from "@/server/clearance/queries";
import { chosenTransition, foldOf, type RoomSectionProps } from "./order-section";

type ClearanceFormProps = {
  readonly page: OrderDeclarations;
  readonly asked: { readonly transition: string; readonly of: string };
  readonly files: readonly ShownFile[];
  readonly zone: string;
  readonly here: string;
};

const ACTIONS: Readonly<Record<TransitionKind, FormAction>> = {
  approve: approveAction,
  send_back: sendBackAction,
  file: fileAction,
  question: askAction,
  answer: answerAction,
  inspect: actAction,
  pay: payAction,
  release: actAction,
  refuse: actAction,
};

const ACTS: readonly TransitionKind[] = ["inspect", "release", "refuse"];

const isTransition = (transition: string): transition is TransitionKind => Object.hasOwn(TRANSITION_FIELDS, transition);

/** What every form of this section is drawn with. */
async function frameOf({ files, zone, here }: ClearanceFormProps) {
  const locale = await getLocale();
  const now = platform().clock();
  const isFree = (file: ShownFile) => file.isOwn && file.milestoneCode === null && file.state !== "infected";
  return {
    nowLocal: wallClock(now, zone),
    zoneName: zoneName(now, zone, locale),
    files: files.filter(isFree).map(({ id, name }) => ({ id, name })),
    backHref: `${here}#clearance`,
  };
}

async function namesOf({ side, country }: Pick<Declaration, "side"> & { readonly country: string | null }) {
  const [t, countries] = [await getTranslations("clearance"), await getTranslations("services.country")];
  const name = country === null ? "" : countries.has(country) ? countries(country) : country;
  return { side: t(`side.${side}`), sideCode: side, country: name, isNamed: country === null ? "no" : "yes" };
}

/** What the deal says of the goods of a line, beside the fields of its draft. */
function goodsOf({ cargo, incoterm }: OrderDeclarations, line: number) {
  const known = cargo.find((one) => one.line === line);
  return known ? <GoodsList goods={known.goods} incoterm={incoterm} /> : null;
}

/** What the fields of a line begin with: its packages, weights and first quantity. */
function goodsTyped(goods?: DeclaredGoods): Record<string, string> {
  if (!goods) return {};
  const { packages, grossWeightGrams, netWeightGrams, quantitiesMilli } = goods;
  const unit = DUTY_UNITS.find((one) => quantitiesMilli[one] !== undefined);
  return {
    ...{ packages: String(packages), gross: writeScaled(grossWeightGrams, QUANTITY_PLACES) },
    ...(netWeightGrams === null ? {} : { net: writeScaled(netWeightGrams, QUANTITY_PLACES) }),
    ...(unit ? { unit, quantity: writeScaled(quantitiesMilli[unit] ?? 0, QUANTITY_PLACES) } : {}),
  };
}

async function DraftForm({ of, ...props }: ClearanceFormProps & { readonly of: SuggestedDeclaration }) {
  const [frame, names, t] = [await frameOf(props), await namesOf(of), await getTranslations("clearance.lines")];
  const { countries } = await choicesOf();
  return (
    <LinesForm
      {...frame}
      kind="draft"
      action={draftAction}
      hidden={{ orderId: props.page.orderId, side: of.side, idempotencyKey: newId() }}
      values={{ ...names, rule: props.page.incoterm.rule, number: props.page.declarations.length + 1 }}
      currency={of.currency}
      choices={of.side === "transit" ? { countries, currencies: CURRENCIES, country: of.country ?? "" } : null}
      remarks=""
      sentBack={null}
      lines={of.lines.map(({ line, description, hsCode, customsValue }) => ({
        line,
        name: t("name", { line, description }),
        goods: goodsOf(props.page, line),
        initial: {
          ...{ name: description, hsCode, value: customsValue ? toDecimal(customsValue) : "" },
          ...goodsTyped(props.page.cargo.find((one) => one.line === line)?.goods),
        },
      }))}
    />
  );
}

async function choicesOf() {
  const countries = await getTranslations("services.country");
  const named = COUNTRIES.map((code) => ({ value: code, label: countries.has(code) ? countries(code) : code }));
  return { countries: named };
}

async function OfDeclaration({ of, ...props }: ClearanceFormProps & { readonly of: Declaration }) {
  const { transition } = props.asked;
  const [frame, names, t] = [await frameOf(props), await namesOf(of), await getTranslations("clearance.lines")];
  const hidden = { declarationId: of.id, version: String(of.version), idempotencyKey: newId() };
  const values = {
    ...names,
    rule: of.incoterm.rule,
    number: of.number,
    lines: of.lines.length,
    format: declarationFormat(of),
  };
  if (isTransition(transition)) {
    const { hasTime } = TRANSITION_FIELDS[transition];
    const more = {
      ...(hasTime ? { zone: props.zone } : {}),
      ...(ACTS.includes(transition) ? { act: transition } : {}),
    };
    return (
      <TransitionForm
        {...frame}
        kind={transition}
        action={ACTIONS[transition]}
        hidden={{ ...hidden, ...more }}
        values={values}
      />
    );
  }
  const isAssessment = transition === "assess";
  const declared = new Map(of.lines.map((line) => [line.line, line]));
  const lines = props.page.cargo.flatMap(({ line, description, goods: ofDeal }) => {
    const own = declared.get(line);
    if (isAssessment && !own) return [];
    const initial: Record<string, string> = isAssessment
      ? {}
      : {
          ...{ name: own?.name ?? description, hsCode: own?.hsCode ?? "" },
          ...{ value: own ? toDecimal(own.customsValue) : "", ...goodsTyped(own?.goods ?? ofDeal) },
        };
    const goods = isAssessment ? null : goodsOf(props.page, line);
    return [{ line, name: t("name", { line, description }), goods, initial }];
  });
  const { countries } = await choicesOf();
  return (
    <LinesForm
      {...frame}
      kind={isAssessment ? "assess" : "revise"}
      action={isAssessment ? assessAction : reviseAction}
      hidden={isAssessment ? { ...hidden, zone: props.zone } : hidden}
      values={values}
      currency={of.currency}
      choices={
        of.side === "transit" && !isAssessment ? { countries, currencies: CURRENCIES, country: of.country } : null
      }
      remarks={of.remarks}
      sentBack={isAssessment ? null : sentBackWords(of)}
      lines={lines}
    />
  );
}

/** The one form that the address asks for, where the viewer may send it now; nothing else. */
function ClearanceForm(props: ClearanceFormProps) {
  const { page, asked } = props;
  const draft = asked.transition === "draft" ? page.drafts.find(({ side }) => side === asked.of) : undefined;
  const declaration = page.declarations.find(({ id }) => id === asked.of);
  const isOpen = declaration?.transitions.some((transition) => transition === asked.transition) === true;
  if (!draft && !isOpen) return null;
  return (
    <ClientWords rooms={["clearance.form", "files.milestone"]}>
      {draft ? <DraftForm {...props} of={draft} /> : declaration && <OfDeclaration {...props} of={declaration} />}
    </ClientWords>
  );
}

const DONE: readonly LineState[] = ["delivered", "accepted", "completed"];

/** The declarations of a customs order, and the one form that was asked for. */
export async function ClearanceSection({ order, viewer, files, zone, here, search }: RoomSectionProps) {
  const { clock } = platform();
  const page = await clearancePage(pageReader(), viewer, { orderId: order.id, now: clock() });
  if (!page) return null;
  const asked = chosenTransition(search.do);
  return (
    <div id="clearance" className="stack">
      {asked && <ClearanceForm page={page} asked={asked} files={files} zone={zone} here={here} />}
      {page.declarations.map((declaration) => (
        <AsMarkup key={declaration.id}>
          <DeclarationPanel
            declaration={declaration}
            zone={zone}
            fold={foldOf({ order, search })}
            hub={order.hub}
            transitionHref={(transition, id) => `${here}?do=${transition}.${id}#clearance-form`}
            fileName={(id) => files.find((file) => file.id === id)?.name ?? null}
          />
        </AsMarkup>
      ))}
      {order.line !== "cancelled" && (
        <ClearanceStart page={page} side={order.side} here={here} isDone={DONE.includes(order.line)} />
      )}
    </div>
  );
}
