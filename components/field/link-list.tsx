import { useLocale, useTranslations } from "next-intl";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { TimeText } from "@/components/ui/time/time-text";
import type { FieldLink } from "@/views/field";
import type { FormAction } from "@/domain/shared/form-state";
import { CopyButton } from "./copy-button";
import encodeQr from "qr";

type QrCodeProps = {
  readonly text: string;
  /** What it opens, for who cannot see it. */
  readonly label: string;
};

// Phones want this much quiet around it (ISO/IEC 18004).
const BORDER = 4;

/** A text as a QR code: one path of squares, dark on light in either theme, since many cameras read no other. */
function QrCode({ text, label }: QrCodeProps) {
  const rows = encodeQr(text, "raw", { border: BORDER, ecc: "medium" });
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect className="qr-light" width={rows.length} height={rows.length} />
      <path className="qr-dark" d={path} />
    </svg>
  );
}

type LinkListProps = {
  readonly links: readonly FieldLink[];
  readonly zone: string;
  readonly revoke: FormAction;
  /** What each language is called in itself. */
  readonly languageName: (locale: string) => string;
};

function Item({ link, zone, revoke, languageName }: Omit<LinkListProps, "links"> & { readonly link: FieldLink }) {
  const t = useTranslations("field.link");
  const roles = useTranslations("field.role");
  const locale = useLocale();
  const { address, person, state } = link;
  return (
    <li className="field-link">
      {address && <QrCode text={address} label={t("qr", { person })} />}
      <div className="field-link-facts">
        <p>
          <b className="break-anywhere">{person}</b> · {roles(link.role)} ·{" "}
          <span lang={link.locale === locale ? undefined : link.locale}>{languageName(link.locale)}</span>
        </p>
        <p className="text-ink-2">
          {state === "stands" ? t("until") : state === "expired" ? t("ended") : t("revoked")}
          {state !== "revoked" && (
            <>
              {" "}
              <TimeText at={link.expiresAt} zone={zone} />
            </>
          )}
          {" · "}
          {t("reports", { count: link.reportCount })}
        </p>
        {address && (
          <>
            <p className="field-link-address break-anywhere">{address}</p>
            <div className="flow">
              <CopyButton text={address} />
              <OneButtonForm action={revoke} fields={{ linkId: link.id }} size="small" variant="danger">
                {t("revoke")}
              </OneButtonForm>
            </div>
          </>
        )}
      </div>
    </li>
  );
}

/** The links that one gave out on an order: whose, until when, and the code that a phone's camera opens. */
export const LinkList = ({ links, ...rest }: LinkListProps) => (
  <ul className="field-links">
    {links.map((link) => (
      <Item key={link.id} link={link} {...rest} />
    ))}
  </ul>
);
