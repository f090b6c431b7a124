import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { NameForm } from "@/components/documents/packs/name-form";
import { PacksPanel } from "@/components/documents/packs/packs-panel";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import type { Actor } from "@/domain/access/actor";
import type { OrderPage } from "@/domain/orders/order-view";
import { newId } from "@/server/platform/new-id";
import { platform } from "@/server/platform/platform";
import { packsView } from "@/server/documents/queries/packs";
import { makePackAction, nameDeliverableAction } from "./packs-actions";

type OrderPacksProps = { readonly order: OrderPage; readonly viewer: Actor; readonly zone: string };

/** What is handed over with the order, and the packs of it. */
export async function OrderPacks({ order, viewer, zone }: OrderPacksProps) {
  const { database, clock } = platform();
  const view = await packsView(database.read, viewer, { orderId: order.id, now: clock() });
  if (!view) return null;
  const [t, words] = await Promise.all([
    getTranslations("packs"),
    getTranslations(`service-${order.service}.deliverable`),
  ]);
  return (
    <ClientWords rooms={["packs"]}>
      <PacksPanel view={view} service={order.service} zone={zone}>
        {view.mayName && view.unnamed.length > 0 && (
          <NameForm
            action={nameDeliverableAction}
            orderId={order.id}
            idempotencyKey={newId()}
            files={view.unnamed.map(({ id, name }) => ({ value: id, label: name }))}
            codes={view.deliverables.map(({ code }) => ({ value: code, label: words(code) }))}
          />
        )}
        {view.mayMake && (
          <OneButtonForm action={makePackAction} fields={{ orderId: order.id, idempotencyKey: newId() }}>
            {t("make")}
          </OneButtonForm>
        )}
      </PacksPanel>
    </ClientWords>
  );
}
